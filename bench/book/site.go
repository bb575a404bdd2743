package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html/template"
	"log"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// site compares a site of 100,000 claims by 1,000 speakers with the bare pages:
// the same rows, read from a file and drawn by html/template, a page for each
// claim, speaker, source and event, without figures, twins, feeds or search. What
// they write is not brought to the disk, which ours waits for.
func (b *bench) site() {
	lines, n := b.sampled(sample)
	book := b.path("site.db")
	b.imported(book, lines)
	syscall.Sync() // nobody waits for what another wrote
	start, before := time.Now(), spent()
	if err := bare(lines, b.path("bare")); err != nil {
		log.Fatal(err)
	}
	theirs := took{time.Since(start), spent() - before}
	syscall.Sync()
	ours, most := b.measured(newYear, "--db", book, "report", "--out", b.path("public"))
	b.compare(fmt.Sprintf("site of %d claims", n), []took{ours}, []took{theirs}, 1.5)
	b.limit("MB: the site", float64(most>>20), 300, "")
	os.RemoveAll(b.path("bare"))
	again, _ := b.measured(newYear, "--db", book, "report", "--out", b.path("public"))
	fmt.Printf("%-34s %12s   the same site again: nothing is written\n", "", again.wall.Round(10*time.Millisecond))
	os.RemoveAll(b.path("public"))
}

// spent is the processor time of this program so far; 0 where nobody says.
func spent() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// barePage is all that somebody would write who wants pages and nothing else.
var barePage = template.Must(template.New("").Parse(`{{define "claim"}}<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{.speaker}}: {{.statement}}</title></head>
<body><h1>{{.speaker}}: {{.statement}}</h1>{{template "row" .}}
<dl><dt>Published</dt><dd>{{range .appearances}}<a href="{{.url}}">{{.source}}</a> {{end}}</dd>
<dt>Window</dt><dd>{{.deadline_phrase}}</dd><dt>How sure</dt><dd>{{.hedge}}</dd><dt>Event</dt><dd>{{.event}}</dd><dt>Tags</dt><dd>{{range .tags}}{{.}} {{end}}</dd></dl></body></html>{{end}}
{{define "row"}}<article><p>{{with .resolution}}{{.outcome}} {{.event_date}}: {{.note}}{{else}}open{{end}}, said on {{.stated_on}} by {{.speaker}}</p>
<blockquote>“{{.quote}}”</blockquote><p>In our words: {{.statement}}</p></article>{{end}}
{{define "list"}}<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{.Name}}</title></head><body><h1>{{.Name}}</h1>{{range .Claims}}{{template "row" .}}{{end}}</body></html>{{end}}`))

// bare draws the claims of a file as pages in a folder.
func bare(lines, dir string) error {
	f, err := os.Open(lines)
	if err != nil {
		return err
	}
	defer f.Close()
	lists := map[string]map[string][]map[string]any{"speakers": {}, "sources": {}, "events": {}}
	for _, folder := range []string{"claims", "speakers", "sources", "events"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			return err
		}
	}
	in := json.NewDecoder(bufio.NewReader(f))
	for in.More() {
		var c map[string]any
		if err := in.Decode(&c); err != nil {
			return err
		}
		if err := drawn(filepath.Join(dir, "claims", c["key"].(string)+".html"), "claim", c); err != nil {
			return err
		}
		source := c["appearances"].([]any)[0].(map[string]any)["source"].(string)
		for folder, name := range map[string]string{"speakers": c["speaker"].(string), "sources": source, "events": c["event"].(string)} {
			lists[folder][name] = append(lists[folder][name], c)
		}
	}
	for folder, names := range lists {
		for name, claims := range names {
			file := fmt.Sprintf("%x.html", sha256.Sum256([]byte(name)))
			if err := drawn(filepath.Join(dir, folder, file), "list", map[string]any{"Name": name, "Claims": claims}); err != nil {
				return err
			}
		}
	}
	return nil
}

// drawn writes one page.
func drawn(file, name string, data any) error {
	var b bytes.Buffer
	if err := barePage.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

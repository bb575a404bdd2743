package exchange

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"tracker/claims"
	"tracker/reading/deadline"
)

// maxDrafts is how long a document of drafts may be, in bytes.
const maxDrafts = 64 << 20

// beside are the members that a draft has beside those of a claim.
var beside = []string{"span", "sentence", "score", "why", "speaker_rule", "speaker_sure", "again"}

// isDrafts reports whether a file is one document of drafts: SchemaDrafts is at
// its beginning.
func isDrafts(in *bufio.Reader) bool {
	head, _ := in.Peek(HeadSize) // an error comes again when it is read
	head = bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n")
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"`+SchemaDrafts+`"`))
}

// givenDrafts is a document of drafts as a file has it.
type givenDrafts struct {
	Schema string            `json:"schema"`
	Said   claims.Moment     `json:"said"`
	Source string            `json:"source"`
	URL    string            `json:"url"`
	SHA256 string            `json:"sha256"`
	Rules  string            `json:"rules"`
	Drafts []json.RawMessage `json:"drafts"`
}

// readDrafts yields the claims of a document of drafts. What one leaves out of
// its day, its source and its place it has from the document.
func readDrafts(r io.Reader, name string, yield func(Line, error) bool) {
	text, err := io.ReadAll(io.LimitReader(r, maxDrafts+1))
	if err != nil {
		yield(Line{}, err)
		return
	}
	var doc givenDrafts
	if len(text) > maxDrafts {
		err = claims.Refuse("", "%s is longer than %d MB", name, maxDrafts>>20).WithHint("draft articles one by one")
	} else if err = json.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), &doc); err != nil {
		err = claims.Refuse("", "%s is no document of drafts: %v", name, err).WithHint("tracker draft FILE --json writes one")
	}
	if err != nil {
		yield(Line{}, err)
		return
	}
	d, at, number := &decoder{file: name}, 0, 1
	for _, raw := range doc.Drafts {
		if i := bytes.Index(text[at:], raw); i > 0 {
			number += bytes.Count(text[at:at+i], []byte("\n"))
			at += i
		}
		d.number = number
		line := doc.line(d, raw)
		if !yield(line, d.take()) {
			return
		}
	}
}

// line reads one draft.
func (doc *givenDrafts) line(d *decoder, raw []byte) Line {
	o := object{}
	o.view.StatedOn = doc.Said
	line := Line{Number: d.number}
	d.start(string(raw))
	if !d.object(o.shapeOfDraft()) {
		return line
	}
	line = o.line(d)
	c := &line.Draft
	if len(c.Appearances) == 0 && doc.Source != "" {
		c.Appearances = []claims.Appearance{{Source: doc.Source, URL: doc.URL, PublishedOn: doc.Said.Day(), SHA256: doc.SHA256}}
	}
	if c.Drafted == "" && doc.SHA256 != "" {
		c.Drafted = doc.place(raw)
	}
	if w := c.Window; w != nil && w.Earliest == 0 && w.Latest == 0 && w.Class == deadline.ClassNone { // as it is logged otherwise
		w.Earliest = claims.Moment(c.StatedOn).Day()
	}
	return line
}

// place is where a draft was read, "" where it does not say.
func (doc *givenDrafts) place(raw []byte) string {
	var d struct {
		Span struct{ Start, End int }
	}
	if json.Unmarshal(raw, &d) != nil || d.Span.End == 0 {
		return ""
	}
	return claims.Drafted{SHA256: doc.SHA256, Start: d.Span.Start, End: d.Span.End, Rules: cmp.Or(doc.Rules, "unknown")}.String()
}

// shapeOfDraft is the shape of a claim with what a draft has beside it.
func (o *object) shapeOfDraft() *shape {
	s := o.shape()
	for _, name := range beside {
		s.members = append(s.members, member{name: name, unread: true})
	}
	return s
}

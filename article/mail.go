package article

import (
	"mime"
	netmail "net/mail"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// deepestPart is how deep parts of a mail may lie in parts, and mostParts how
// many there may be.
const (
	deepestPart = 10
	mostParts   = 200
)

// beginsMail reports a text that begins with the head of a mail.
func beginsMail(text string) bool {
	head, _, ok := strings.Cut(text[:min(len(text), 16<<10)], "\n\n")
	if !ok {
		if head, _, ok = strings.Cut(text[:min(len(text), 16<<10)], "\r\n\r\n"); !ok {
			return false
		}
	}
	lower := "\n" + strings.ToLower(head)
	return strings.Contains(lower, "\nfrom:") && (strings.Contains(lower, "\nmime-version:") || strings.Contains(lower, "\nmessage-id:") || strings.Contains(lower, "\nreceived:"))
}

// mail takes the text of a mail, or of a page that was saved as one.
func (a *Article) mail(file string) {
	m := mailPart{file: file, end: len(file)}
	m.head()
	p := m.readable(new(int), 0)
	if p == nil {
		return
	}
	body := p.body()
	if p.kind == "text/html" {
		page := readPage(body.text)
		a.head(page)
		if m.header("Snapshot-Content-Location") != "" { // saved by a browser: the page speaks for itself
			a.address(m.header("Snapshot-Content-Location"), "Snapshot-Content-Location")
			a.Kind = Page
		}
		chosen := page.article()
		a.timeIn(page, chosen)
		body = over(woven(chosen), body)
	}
	if a.Kind == Page {
		a.take(body)
		return
	}
	a.Title = Found{}
	a.Title.found(m.header("Subject"), "the mail's Subject")
	if from, err := netmail.ParseAddress(m.rawHeader("From")); err == nil {
		a.Author.found(from.Name, "the mail's From")
		a.Outlet.found(from.Name, "the mail's From")
	}
	if t, err := netmail.ParseDate(m.rawHeader("Date")); err == nil {
		a.day(t.Format("2006-01-02"), "the mail's Date")
	}
	a.take(a.thread(body, m.header("Subject")))
}

// mailPart is a mail or a part of one: bytes start to end of the file.
type mailPart struct {
	file       string
	start, end int
	fields     map[string]string
	at         int // where its body begins
	kind       string
	params     map[string]string
}

// head reads the head of a part.
func (p *mailPart) head() {
	p.fields, p.at = map[string]string{}, p.start
	last := ""
	for p.at < p.end {
		end := p.at + strings.IndexByte(p.file[p.at:p.end], '\n') + 1
		if end == p.at {
			end = p.end
		}
		row := strings.TrimRight(p.file[p.at:end], "\r\n")
		p.at = end
		name, value, ok := strings.Cut(row, ":")
		switch {
		case row == "":
			p.sort()
			return
		case (row[0] == ' ' || row[0] == '\t') && last != "":
			if len(p.fields[last]) < 8<<10 {
				p.fields[last] += " " + strings.TrimSpace(row)
			}
		case ok:
			last = strings.ToLower(strings.TrimSpace(name))
			if _, twice := p.fields[last]; twice {
				last = ""
				continue
			}
			p.fields[last] = strings.TrimSpace(value)
		}
	}
	p.sort()
}

func (p *mailPart) sort() {
	var err error
	if p.kind, p.params, err = mime.ParseMediaType(p.fields["content-type"]); err != nil {
		p.kind = "text/plain"
	}
}

func (p *mailPart) rawHeader(name string) string { return p.fields[strings.ToLower(name)] }

// header is a field of the head in plain characters.
func (p *mailPart) header(name string) string {
	words := mime.WordDecoder{CharsetReader: charsetReader}
	text, err := words.DecodeHeader(p.rawHeader(name))
	if err != nil {
		return p.rawHeader(name)
	}
	return text
}

// readable is the part that people read: the first plain text, else the first
// page; nil for none.
func (p *mailPart) readable(n *int, deep int) *mailPart {
	disposition, _, _ := strings.Cut(strings.ToLower(p.fields["content-disposition"]), ";")
	switch {
	case strings.HasPrefix(p.kind, "multipart/") && deep < deepestPart:
		var page *mailPart
		for _, part := range p.parts(n) {
			switch r := part.readable(n, deep+1); {
			case r == nil:
			case r.kind == "text/plain":
				return r
			case page == nil:
				page = r
			}
		}
		return page
	case disposition == "attachment":
		return nil
	case p.kind == "text/html" || p.kind == "text/plain" && strings.TrimSpace(p.file[p.at:p.end]) != "":
		return p
	}
	return nil
}

// parts cuts a part at its boundary.
func (p *mailPart) parts(n *int) (list []*mailPart) {
	boundary := p.params["boundary"]
	if boundary == "" {
		return nil
	}
	start := -1
	for at := p.at; at < p.end && *n < mostParts; {
		end := p.end
		if i := strings.IndexByte(p.file[at:p.end], '\n'); i >= 0 {
			end = at + i + 1
		}
		if rest, ok := strings.CutPrefix(strings.TrimRight(p.file[at:end], " \t\r\n"), "--"+boundary); ok && (rest == "" || rest == "--") {
			if start >= 0 {
				list, *n = append(list, p.part(start, at)), *n+1
			}
			if start = end; rest == "--" {
				return list
			}
		}
		at = end
	}
	if start >= 0 { // cut off
		list = append(list, p.part(start, p.end))
	}
	return list
}

func (p *mailPart) part(start, end int) *mailPart {
	part := &mailPart{file: p.file, start: start, end: end}
	part.head()
	return part
}

// body is the text of a part as it is read.
func (p *mailPart) body() layer {
	raw := p.transfer()
	charset := p.params["charset"]
	if charset == "" && p.kind == "text/html" {
		charset = declared([]byte(raw.text))
	}
	if _, err := htmlindex.Get(charset); err != nil {
		charset = ""
	}
	return over(decoded(raw.text, charset), raw)
}

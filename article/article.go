// Package article makes a text to be read of the file that somebody saved: plain
// text, Markdown, a saved page or a mail. It finds the words of the article
// among what stands around them, and what the file says of itself: title,
// author, outlet, address and day of publication, each with the place where it
// says so. It fetches nothing, runs nothing, guesses no day and no outlet, and
// knows no claim.
//
//	a, err := article.Read("talks.html", text)
//	// a.Text "The talks resume …", a.Day.Value "2025-08-06", a.Day.Where "datePublished in the page's JSON-LD"
//
// Every part of the text knows from which bytes of the file it was taken
// (pieces.go): of the characters of a page between its tags, of the encoded
// lines of a mail.
package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"tracker/claims"
	"tracker/reading/draft"
)

// Max is how long a file may be, in bytes.
const Max = 16 << 20

// Kind is what a file is.
type Kind string

// The kinds.
const (
	Plain    Kind = "text"
	Markdown Kind = "Markdown"
	Page     Kind = "a saved page"
	Mail     Kind = "a mail"
)

// Found is something that a file says of itself, and where: "og:title". Both
// are empty where it does not.
type Found struct{ Value, Where string }

// Article is what a file holds. Day is a date as 2025-08-06: the day that is
// written in the file, at the place where it was written.
type Article struct {
	Kind   Kind
	SHA256 string // of the file
	Text   string
	Pieces []draft.Piece // where Text stands in the file; none where it is the file

	Title, Author, Outlet, URL, Day Found
	Doubt                           string // what the file says about its day that does not agree

	at time.Time // the instant of Day, where one is given
}

// Read makes a text of a file. Name is the file's, - where it has none; its
// ending decides only what the bytes leave open.
func Read(name string, file []byte) (Article, error) {
	sum := sha256.Sum256(file)
	a := Article{SHA256: hex.EncodeToString(sum[:])}
	if len(file) > Max {
		return a, claims.Refuse("", "%s is longer than %d MB, which no article is", name, Max>>20).WithHint("save the article alone")
	}
	if err := noText(name, file); err != nil {
		return a, err
	}
	t := decoded(string(file), declared(file))
	if a.Kind = kindOf(name, t.text); a.Kind == Plain || a.Kind == Markdown {
		if controls(t.text[:min(len(t.text), 8<<10)]) {
			return a, claims.Refuse("", "%s is no text", name).WithHint("save the article as text or as a page")
		}
	}
	switch a.Kind {
	case Page:
		a.page(t)
	case Mail:
		a.mail(string(file))
	case Markdown:
		a.markdown(t)
	default:
		a.take(over(printed(t.text), t))
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, claims.Refuse("", "%s holds no words of an article", name).WithHint("save the page whole when it is shown, or paste the text into a file")
	}
	return a, nil
}

func (a *Article) take(t layer) { a.Text, a.Pieces = t.text, t.pieces }

// kindOf tells what a text is by how it begins, and by the name of its file.
func kindOf(name, text string) Kind {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	ending := strings.ToLower(path.Ext(name))
	switch {
	case strings.HasPrefix(head, "<!doctype") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html"):
		return Page
	case ending == ".eml" || ending == ".mht" || ending == ".mhtml" || beginsMail(text):
		return Mail
	case ending == ".html" || ending == ".htm" || ending == ".xhtml" || hasTags(head):
		return Page
	case ending == ".md" || ending == ".markdown" || frontMatter(text) > 0:
		return Markdown
	}
	return Plain
}

// hasTags reports text that begins like a part of a page.
func hasTags(head string) bool {
	for _, tag := range [...]string{"<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<meta", "<title", "<section", "<!--", "<header"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	return false
}

// noText refuses files that hold pictures, pages of a printer or programs.
func noText(name string, file []byte) error {
	for _, s := range [...]struct{ sign, is string }{{"%PDF-", "a PDF"}, {"PK\x03\x04", "a packed file"}, {"{\\rtf", "RTF"}, {"\xd0\xcf\x11\xe0", "an old Office file"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"\x1f\x8b", "a compressed file"}} {
		if bytes.HasPrefix(file, []byte(s.sign)) {
			return claims.Refuse("", "%s is %s and no text", name, s.is).WithHint("save it as text, or paste its text into a file")
		}
	}
	return nil
}

// controls reports bytes that more than stray into a text.
func controls(head string) bool {
	n := 0
	for _, b := range []byte(head) {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			n++
		}
	}
	return n > 4 && n*20 > len(head)
}

// line is a text that a file says of itself, on one line and not too long.
func line(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	for len(s) > 300 {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		if len(s) <= 300 {
			break
		}
	}
	return s
}

// found sets what was not found before, and reports whether it is so now.
func (f *Found) found(value, where string) {
	if value = line(value); f.Value == "" && value != "" {
		*f = Found{value, where}
	}
}

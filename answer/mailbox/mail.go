package mailbox

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"tracker/answer"
)

const (
	deepest  = 10       // how deep parts may lie in parts
	longest  = 64 << 10 // how much of a text is taken, in bytes
	mostRefs = 50
)

// readMail reads a mail, or as much of one as there is; what cannot be read is
// left out.
func readMail(text []byte) answer.Message {
	mail, err := netmail.ReadMessage(bytes.NewReader(text))
	if err != nil {
		return answer.Message{}
	}
	h := mail.Header
	m := answer.Message{ID: messageID(h.Get("Message-Id")), Automatic: automatic(h), Letters: letters(h.Get("In-Reply-To") + " " + h.Get("References"))}
	plain, html := texts(textproto.MIMEHeader(h), mail.Body, 0)
	if m.Whole = plain; strings.TrimSpace(plain) == "" {
		m.Whole = plainText(html)
	}
	m.Text = answer.Unquoted(m.Whole)
	return m
}

// messageID is an id as it is kept: without spaces, and not too long.
func messageID(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 998 || strings.ContainsAny(s, " \t\r\n") || !utf8.ValidString(s) {
		return ""
	}
	return s
}

// automatic reports whether no person wrote a mail: an answering machine, a
// list, a server that could not deliver something.
func automatic(h netmail.Header) bool {
	auto := strings.ToLower(strings.TrimSpace(h.Get("Auto-Submitted")))
	bulk := strings.ToLower(strings.TrimSpace(h.Get("Precedence")))
	return auto != "" && auto != "no" || bulk == "bulk" || bulk == "junk" || bulk == "list" || bulk == "auto_reply" ||
		h.Get("List-Id") != "" || strings.TrimSpace(h.Get("Return-Path")) == "<>"
}

// letters are the ids before the @ in references: those of ours are letters'.
func letters(references string) (list []string) {
	for _, m := range regexp.MustCompile(`<([^<>@\s]{1,200})@[^<>\s]+>`).FindAllStringSubmatch(references, mostRefs) {
		list = append(list, m[1])
	}
	return list
}

// texts finds the first plain text and the first HTML of a part.
func texts(h textproto.MIMEHeader, body io.Reader, depth int) (plain, html string) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < deepest:
		parts := multipart.NewReader(body, params["boundary"])
		for plain == "" || html == "" {
			p, err := parts.NextRawPart()
			if err != nil {
				break // the end, or what was cut off
			}
			a, b := texts(p.Header, p, depth+1)
			if plain == "" {
				plain = a
			}
			if html == "" {
				html = b
			}
		}
	case disposition == "attachment":
	case kind == "text/plain":
		plain = decoded(h, params["charset"], body)
	case kind == "text/html":
		html = decoded(h, params["charset"], body)
	}
	return plain, html
}

// decoded is a text in UTF-8.
func decoded(h textproto.MIMEHeader, charset string, body io.Reader) string {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	text, _ := io.ReadAll(io.LimitReader(body, longest)) // as far as it goes
	if c, err := htmlindex.Get(charset); err == nil && charset != "" {
		if converted, err := c.NewDecoder().Bytes(text); err == nil {
			text = converted
		}
	}
	return strings.ToValidUTF8(string(text), "\ufffd")
}

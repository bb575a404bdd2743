package mail

import (
	"fmt"
	netmail "net/mail"
	"net/url"
	"strings"
	"unicode"

	gomail "github.com/wneessen/go-mail"

	"tracker/remind"
)

// message is m as a mail with a plain and an HTML part. No text of m can end
// a header line.
func (s *Server) message(m remind.Message) (*gomail.Msg, error) {
	to, err := netmail.ParseAddress(m.Address)
	if err != nil {
		return nil, fmt.Errorf("%q is no mail address", m.Address)
	}
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(&s.From)
	msg.ToMailAddress(to)
	if s.ReplyTo != "" {
		if err := msg.ReplyTo(s.ReplyTo); err != nil {
			return nil, fmt.Errorf("%q is no mail address", s.ReplyTo)
		}
	}
	_, domain, _ := strings.Cut(s.From.Address, "@")
	msg.SetMessageIDWithValue(messageID(m.ID) + "@" + domain)
	msg.SetDateWithValue(m.At)
	msg.Subject(headerLine(m.Subject))
	msg.SetGenHeaderPreformatted("List-Id", "<tracker."+domain+">")
	msg.SetListUnsubscribe("mailto:" + s.From.Address + "?subject=" + url.PathEscape("unsubscribe "+headerLine(m.Name)))
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	}
	return msg, nil
}

// messageID is an id as the left side of a Message-ID.
func messageID(id string) string {
	id = strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			return r
		}
		return -1
	}, id)
	return id[:min(len(id), 64)]
}

// longest is the longest text in a header, in characters.
const longest = 200

// headerLine is text as one line of a header, cut when it is very long.
func headerLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest-1]) + "…"
	}
	return s
}

package article

import (
	"regexp"
	"strings"
	"sync"
)

// letter is one mail among those that a mail holds: lines from to to-1 of its
// text, under a head that says whose it is; fields is nil for the mail itself.
type letter struct {
	from, to int
	fields   map[string]string
}

// thread takes of a mail that passes others on the one it is about: what was
// forwarded, with its own day and sender, else what stands above the mails that
// it answers. What signs it is left out.
func (a *Article) thread(body layer, subject string) layer {
	lines := strings.SplitAfter(body.text, "\n")
	all := letters(lines)
	one := all[0]
	if len(all) > 1 && (forwards(subject) || isForward(lines, all[1])) {
		one = all[1]
		a.forwarded(one.fields)
	}
	var w weaver
	at, quoted := 0, one.quoted(lines)
	for n, line := range lines {
		if n == one.to || n >= one.from && signs(line) && len(strings.TrimSpace(string(w.text))) > 0 {
			break
		}
		if n >= one.from {
			w.copy(body.text, at+mark(line, quoted), at+len(line))
		}
		at += len(line)
	}
	if strings.TrimSpace(string(w.text)) == "" {
		return body
	}
	return over(w.layer(), body)
}

// quoted reports a mail all of whose lines are marked as quoted.
func (l letter) quoted(lines []string) bool {
	for _, line := range lines[l.from:l.to] {
		if strings.TrimSpace(line) != "" && line[0] != '>' {
			return false
		}
	}
	return true
}

// mark is how many bytes of a line mark it as quoted.
func mark(line string, quoted bool) int {
	if rest, ok := strings.CutPrefix(line, ">"); quoted && ok {
		return len(line) - len(strings.TrimPrefix(rest, " "))
	}
	return 0
}

// forwarded takes what the head of a forwarded mail says instead of what the
// mail around it does. A day that cannot be read there is asked for.
func (a *Article) forwarded(fields map[string]string) {
	a.Title, a.Author, a.Outlet, a.Day = Found{}, Found{}, Found{}, Found{}
	a.Title.found(fields["subject"], "the forwarded mail's Subject")
	name, _, _ := strings.Cut(fields["from"], "<")
	name, _, _ = strings.Cut(name, "[mailto:")
	name = strings.Trim(name, " \"'*")
	if !strings.Contains(name, "@") {
		a.Author.found(name, "the forwarded mail's From")
		a.Outlet.found(name, "the forwarded mail's From")
	}
	for _, field := range [...]string{"date", "sent"} {
		a.day(dateAlone(fields[field]), "the forwarded mail's "+strings.ToUpper(field[:1])+field[1:])
	}
}

var dateWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d`)
})

// dateAlone is the day in the line of a head that people read: "Wed, 6 Aug 2025
// at 17:02", "Wednesday, August 6, 2025 5:02 PM".
func dateAlone(s string) string { return dateWords().FindString(s) }

// forwards reports the subject of a mail that passes another on.
func forwards(subject string) bool {
	lower := strings.ToLower(strings.TrimSpace(subject))
	return strings.HasPrefix(lower, "fwd:") || strings.HasPrefix(lower, "fw:")
}

// isForward reports a mail that is said to be forwarded by the line above it.
func isForward(lines []string, l letter) bool {
	for n := l.from - 1; n >= 0; n-- {
		if strings.Contains(strings.ToLower(lines[n]), "forwarded message") {
			return true
		}
		if _, _, ok := headField(lines[n]); !ok && strings.TrimSpace(lines[n]) != "" {
			return false
		}
	}
	return false
}

// signs reports the line that parts a mail from its signature.
func signs(line string) bool { return strings.TrimRight(line, "\r\n") == "-- " }

// letters are the mails in a text: the first, and those under a head with From
// and a day or a subject.
func letters(lines []string) []letter {
	all := []letter{{to: len(lines)}}
	for n := 0; n < len(lines); n++ {
		name, _, ok := headField(lines[n])
		if !ok || name != "from" {
			continue
		}
		fields, end := headFields(lines, n)
		if len(fields) < 3 || fields["date"]+fields["sent"] == "" {
			continue
		}
		all[len(all)-1].to = above(lines, n)
		all = append(all, letter{end, len(lines), fields})
		n = end - 1
	}
	return all
}

// headFields reads the head of a mail that begins in line n, and where it ends.
// Lines may be quoted, and blank ones stand between them in a page.
func headFields(lines []string, n int) (map[string]string, int) {
	fields, end := map[string]string{}, n
	for ; n < len(lines); n++ {
		name, value, ok := headField(lines[n])
		switch {
		case strings.TrimSpace(lines[n]) == "":
		case ok && fields[name] == "":
			fields[name], end = value, n+1
		default:
			return fields, end
		}
	}
	return fields, end
}

// headField reads a line of the head of a mail as mail programs print it.
func headField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(strings.Trim(line, " \t\r\n>*"), ":")
	name = strings.ToLower(strings.Trim(name, " *"))
	switch name {
	case "from", "date", "sent", "to", "cc", "subject", "reply-to":
		return name, strings.Trim(value, " *"), ok
	}
	return "", "", false
}

// above is where the line begins that announces the head in line n:
// "----- Original message -----".
func above(lines []string, n int) int {
	for k := n - 1; k >= 0; k-- {
		line := strings.ToLower(strings.TrimSpace(lines[k]))
		switch {
		case line == "":
		case strings.HasSuffix(strings.Trim(line, " -:>"), " message") && len(line) < 80, strings.Trim(line, "_-") == "":
			return k
		default:
			return n
		}
	}
	return n
}

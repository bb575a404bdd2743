package article

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// mostPages is how many pages of a text are told apart, and longestHead how much
// may stand at the head of each, in bytes.
const (
	mostPages   = 2000
	longestHead = 500
)

// printed takes back what a printer did to a text that was copied out of its
// pages: words parted at the ends of lines, and what stands at the head and the
// foot of every page.
func printed(text string) layer {
	if _, _, ok := parted(text, 0); !ok && !strings.Contains(text, "\f") {
		return layer{text: text}
	}
	var w weaver
	pages := strings.SplitAfterN(text, "\f", mostPages)
	whole, head := compounds(text), strings.TrimLeft(pages[0], " \r\n")
	head, at := head[:min(len(head), longestHead)], 0
	for n, page := range pages {
		from, to := 0, len(strings.TrimSuffix(page, "\f"))
		if n > 0 {
			from = min(sameHead(head, page), to)
		}
		if foot := strings.LastIndexByte(strings.TrimRight(page[:to], " \r\n"), '\n') + 1; len(pages) > 1 && foot > from && isPageNumber(page[foot:to]) {
			to = foot
		}
		if from < to && w.goesOn(page[from:to]) {
			from += len(page[from:to]) - len(strings.TrimLeft(page[from:to], " \r\n"))
			w.trim()
			w.put("\n")
		}
		w.joined(text, at+from, at+to, whole)
		at += len(page)
	}
	return w.layer()
}

// parted finds the next word from byte at on that the end of a line parts: its
// hyphen, and where it goes on; false for none.
func parted(text string, at int) (dash, next int, ok bool) {
	for {
		n := strings.IndexByte(text[at:], '-')
		if n < 0 {
			return 0, 0, false
		}
		dash, at = at+n, at+n+1
		rest := strings.TrimLeft(text[at:min(len(text), at+longestBreak)], " \t\r")
		rest, broken := strings.CutPrefix(rest, "\n")
		rest = strings.TrimLeft(rest, " \t")
		before, _ := utf8.DecodeLastRuneInString(text[:dash])
		after, _ := utf8.DecodeRuneInString(rest)
		if broken && unicode.IsLetter(before) && unicode.IsLower(after) {
			return dash, min(len(text), at+longestBreak) - len(rest), true
		}
	}
}

// longestBreak is how many bytes may stand between the parts of a word.
const longestBreak = 120

// joined copies bytes from to to with the words that are parted there made whole.
func (w *weaver) joined(text string, from, to int, whole map[string]bool) {
	text = text[:to]
	for past := from; ; {
		dash, next, ok := parted(text, past)
		if !ok {
			w.copy(text, past, to)
			return
		}
		first, second := lastWord(text[past:dash]), firstWord(text[next:])
		if w.copy(text, past, dash); isWhole(first) || whole[first+"-"+second] {
			w.copy(text, dash, dash+1)
		}
		past = next
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

func firstWord(s string) string {
	if i := strings.IndexFunc(s, notLetter); i >= 0 {
		return s[:i]
	}
	return s
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, notLetter)
	_, size := utf8.DecodeRuneInString(s[max(i, 0):])
	if i < 0 {
		size = 0
	}
	return s[max(i, 0)+size:]
}

// compounds are the words of a text that it writes with a hyphen.
func compounds(text string) map[string]bool {
	all := map[string]bool{}
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '-')
		if n < 0 {
			return all
		}
		first, second := lastWord(text[at:at+n]), firstWord(text[at+n+1:])
		if first != "" && second != "" {
			all[first+"-"+second] = true
		}
		at += n + 1
	}
}

// trim takes the white space at its end off a text.
func (w *weaver) trim() {
	w.text = bytes.TrimRight(w.text, " \r\n")
	for n := len(w.pieces); n > 0 && w.pieces[n-1].Text.End > len(w.text); n-- {
		p := &w.pieces[n-1]
		if p.Text.Start >= len(w.text) {
			w.pieces = w.pieces[:n-1]
			continue
		}
		if even(*p) {
			p.File.End -= p.Text.End - len(w.text)
		}
		p.Text.End = len(w.text)
	}
}

// isWhole reports the first part of a word that is written with a hyphen
// anyway: "long-term".
func isWhole(word string) bool {
	switch strings.ToLower(word) {
	case "long", "short", "well", "mid", "half", "self", "non", "ex", "post", "anti", "pro", "high", "low", "full", "part", "vice", "so", "co", "all", "cross", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "year", "day", "first", "second", "third", "near", "medium", "large", "small", "new", "left", "right", "follow", "fact":
		return true
	}
	return false
}

// sameHead is where a page begins after the lines that the first page has at its
// head too.
func sameHead(first, page string) int {
	at, rest := 0, first
	for line := range strings.SplitAfterSeq(page, "\n") {
		for strings.TrimSpace(line) != "" && rest != "" && strings.TrimSpace(upToLine(rest)) == "" {
			rest = rest[len(upToLine(rest)):]
		}
		if strings.TrimSpace(line) != "" {
			head := upToLine(rest)
			if !strings.HasSuffix(line, "\n") || strings.TrimSpace(head) != strings.TrimSpace(line) {
				return at
			}
			rest = rest[len(head):]
		}
		at += len(line)
	}
	return at
}

// upToLine is a text up to the end of its first line.
func upToLine(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i+1]
	}
	return s
}

var pageNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*[-–—]?\s*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—]?\s*$`)
})

func isPageNumber(line string) bool { return pageNumber().MatchString(line) }

// goesOn reports a text whose last sentence goes on in the one that follows.
func (w *weaver) goesOn(next string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(string(w.text[max(len(w.text)-400, 0):]), " \r\n"))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " \r\n"))
	return (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',') && (unicode.IsLower(first) || unicode.IsDigit(first))
}

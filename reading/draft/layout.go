package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// blockKind says what a block of an article is.
type blockKind uint8

const (
	prose   blockKind = iota
	heading           // a line without a full stop
	row               // a line of a calendar: "5 May | Parliament votes"
	skipped           // a byline, a caption, a correction
)

// block is a paragraph of an article. By is whose turn it is in a transcript, or
// who stands before the colon of a heading.
type block struct {
	clause.Span
	kind  blockKind
	by    string
	relay string // the agency of a dateline
	item  bool   // of a list
	named int    // where the name before the colon begins

	quoted bool   // marked with > as quoted
	dashed bool   // begins with a dash
	signer string // who signs it as a quotation

	first, last int // its sentences are those from first to last-1
}

// blocks cuts a text into its paragraphs.
func blocks(text string) []block {
	var all []block
	earlier := false // what an earlier mail said follows
	paras := paragraphs(text)
	for n, para := range paras {
		b := block{Span: trimmed(text, para)}
		if b.End == b.Start {
			continue
		}
		b.quoted = text[b.Start] == '>'
		b.bullet(text)
		b.clock(text)
		b.dateline(text)
		b.name(text, len(all) == 0)
		b.sort(text)
		if earlier = introducesMail(text, b, paras[n+1:]) || earlier && b.quoted; earlier {
			b.kind = skipped
		}
		all = append(all, b)
	}
	signatures(text, all)
	return all
}

// introducesMail reports the line above an earlier mail: "On 20 November the
// association wrote:". What is written below another one is told by who wrote it.
func introducesMail(text string, b block, below []clause.Span) bool {
	line := text[b.Start:b.End]
	return strings.HasSuffix(line, " wrote:") &&
		(b.quoted || len(below) > 0 && text[below[0].Start] == '>' || strings.Contains(line, "@") || strings.HasPrefix(line, "On "))
}

// paragraphs are the parts of a text between blank lines, and the lines of
// those whose lines are not wrapped.
func paragraphs(text string) []clause.Span {
	var all []clause.Span
	open := false
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		line := strings.TrimSpace(text[start:end])
		switch {
		case line == "":
			open = false
		case open && wraps(text, all[len(all)-1], line):
			all[len(all)-1].End = end
		default:
			all, open = append(all, clause.Span{Start: start, End: end}), true
		}
		start = end + 1
	}
	return all
}

func lineEnd(text string, start int) int {
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(text)
}

// wraps reports whether a line goes on with the paragraph before it, whose last
// line was broken for its length.
func wraps(text string, before clause.Span, line string) bool {
	last := text[before.Start:before.End]
	if i := strings.LastIndexByte(last, '\n'); i >= 0 {
		last = last[i+1:]
	}
	last = strings.TrimSpace(last)
	first, _ := utf8.DecodeRuneInString(line)
	switch {
	case strings.ContainsAny(line, "|\t") || isBullet(line) || bylineOf(line) != "" || turnOf(line) > 0 || len(last) < 20:
		return false
	case !ended(last) && (unicode.IsLower(first) || len(line) < 12 && ended(line)): // the end of a sentence
		return true
	case len(last) < 30:
		return false
	case unicode.IsLower(first): // no paragraph begins so
		return true
	case len(last) > 130:
		return false
	}
	return len(last) >= 60 && before.Start > 0
}

func trimmed(text string, s clause.Span) clause.Span {
	part := text[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(part))
	return s
}

func isBullet(line string) bool {
	for _, mark := range [...]string{"- ", "* ", "• ", "– ", "— ", "― ", "· ", "> ", "#"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return isSymbol(firstRune(line))
}

// isSymbol reports pictures such as posts put before their lines.
func isSymbol(r rune) bool {
	return unicode.Is(unicode.So, r) && r != '©' || r >= 0x1f000 && unicode.Is(unicode.Sk, r) || r == 0xfe0f || r == 0x200d || r == 0x20e3 || r == '‼' || r == '⁉'
}

// bullet passes the mark of a list, of a quotation or a heading of Markdown.
func (b *block) bullet(text string) {
	for isBullet(text[b.Start:b.End]) {
		mark, size := utf8.DecodeRuneInString(text[b.Start:b.End])
		b.Start, b.item, b.dashed = b.Start+size, mark != '#', strings.ContainsRune(dashes, mark)
		b.Span = trimmed(text, b.Span)
	}
	line := text[b.Start:b.End]
	b.dashed = b.dashed || strings.HasPrefix(line, "—") || strings.HasPrefix(line, "―") || strings.HasPrefix(line, "--")
}

// clock passes the time at the start of an entry of a live blog: "16:05 The leader
// has sat down."
func (b *block) clock(text string) {
	line := text[b.Start:b.End]
	n := 0
	for n < len(line) && n < 3 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 || len(line) < n+5 || line[n] != ':' || line[n+3] != ' ' && line[n+3] != ':' {
		return
	}
	for _, c := range line[n+1 : n+3] {
		if c < '0' || c > '9' {
			return
		}
	}
	b.Start += n + 4
	b.Span = trimmed(text, b.Span)
}

// sort tells headings and what is no part of the article from prose.
func (b *block) sort(text string) {
	line := text[b.Start:b.End]
	switch {
	case isFurniture(line):
		b.kind = skipped
	case strings.ContainsAny(line, "|\t"):
		b.kind = row
	case !b.item && len(line) < 140 && !strings.ContainsRune(line, '\n') && !ended(line):
		b.kind = heading
	}
}

// ended reports a line that ends like a sentence.
func ended(line string) bool {
	line = strings.TrimRight(line, "\"”’'»)] ")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":") || strings.HasSuffix(line, ";")
}

// isFurniture reports lines about the article: bylines, captions, corrections.
func isFurniture(line string) bool {
	lower := strings.ToLower(line)
	for _, start := range [...]string{"by ", "reporting by", "editing by", "photo:", "picture:", "image:", "caption:", "published", "updated", "last updated", "correction:", "read more", "related:", "sign up", "subscribe", "source:", "copyright", "©", "file photo", "share this", "advertisement"} {
		if strings.HasPrefix(lower, start) {
			return start != "by " || len(line) < 60 && !ended(line) && !strings.Contains(line, ",") && len(line) > 3 && unicode.IsUpper(rune(line[3]))
		}
	}
	return false
}

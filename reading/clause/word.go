package clause

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word, a number or a mark of a text, in lower case. A contraction
// gives two: "won't" is "will" and "not"; "no longer" gives one, "not".
type Word struct {
	Text       string
	Start, End int     // byte span in the text
	Number     float64 // of a number; Text keeps its digits
	IsNumber   bool
	Joined     bool // follows a hyphen or dash without a space: the 1 of "3-to-1"
	Capital    bool // begins with a capital letter
	Contracted bool // the second word of a contraction: the not of "won't"
}

// Words appends the words of text to buf. Marks that separate clauses are words
// of their own; hyphens only join, and all other marks are dropped.
func Words(buf []Word, text string) []Word {
	lower := Lower(text)
	if buf == nil {
		buf = make([]Word, 0, len(text)/5+8) // most words with what is before them are longer
	}
	joined, minus := false, false
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i, joined, minus = i+1, false, false
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isDigit(text, i) || r == '.' && isDigit(text, i+1):
			t := scanNumber(lower, i)
			if t.Joined = joined; minus {
				t.Number = -t.Number
			}
			buf, i, joined = append(buf, t), t.End, false
		case unicode.IsLetter(r):
			end, apostrophe := wordEnd(lower, i)
			t := Word{Text: lower[i:end], Start: i, End: end, Joined: joined, Capital: unicode.IsUpper(r)}
			buf, i, joined = appendWord(buf, t, apostrophe), end, false
		case isHyphen(r):
			before, after := spaceBefore(text, i), spaceAt(text, i+size)
			if before && after {
				buf = append(buf, Word{Text: "—", Start: i, End: i + size})
			}
			joined, minus = !before && !after, before && isDigit(text, i+size)
			i += size
			continue
		default:
			if mark := markAt(text, i, r); mark != "" {
				buf = append(buf, Word{Text: mark, Start: i, End: i + size})
			}
			i, joined = i+size, false
		}
		minus = false
	}
	return buf
}

// Lower lowers ASCII capitals only and moves no byte, so that spans hold in both
// texts.
func Lower(text string) string {
	i := 0
	for i < len(text) && (text[i] < 'A' || text[i] > 'Z') {
		i++
	}
	if i == len(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:i])
	var room [128]byte
	for rest := text[i:]; rest != ""; {
		n := copy(room[:], rest)
		for i, c := range room[:n] {
			if 'A' <= c && c <= 'Z' {
				room[i] = c | 0x20
			}
		}
		b.Write(room[:n])
		rest = rest[n:]
	}
	return b.String()
}

func isDigit(s string, i int) bool { return 0 <= i && i < len(s) && '0' <= s[i] && s[i] <= '9' }

func isHyphen(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || r == '–' || r == '−'
}

func spaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i >= len(s) || unicode.IsSpace(r)
}

func spaceBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || unicode.IsSpace(r)
}

// scanNumber reads digits with thousands commas and one decimal point. With a
// comma elsewhere, "0,5", the value is not a number and so no probability.
func scanNumber(s string, start int) Word {
	t := Word{Start: start, IsNumber: true}
	i, scale := start, 0.0
	for ; i < len(s); i++ {
		switch {
		case isDigit(s, i):
			t.Number = t.Number*10 + float64(s[i]-'0')
			scale *= 10
		case s[i] == ',' && isDigit(s, i+1):
			if scale != 0 || !isDigit(s, i+2) || !isDigit(s, i+3) {
				t.Number = math.NaN()
			}
		case s[i] == '.' && scale == 0 && isDigit(s, i+1):
			scale = 1
		default:
			return t.finish(s, i, scale)
		}
	}
	return t.finish(s, i, scale)
}

func (t Word) finish(s string, end int, scale float64) Word {
	if scale > 1 {
		t.Number /= scale
	}
	t.End, t.Text = end, s[t.Start:end]
	return t
}

// wordEnd is the end of the letters, digits and inner apostrophes from i on of a
// text in small letters. The first apostrophe stands so far from i, -1 for none.
func wordEnd(s string, i int) (end, apostrophe int) {
	start := i
	for end, apostrophe = i, -1; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case 'a' <= r && r <= 'z', unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			end = i
		case !isApostrophe(r):
			return end, apostrophe
		case apostrophe < 0:
			apostrophe = i - size - start
		}
	}
	return end, apostrophe
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// appendWord appends a word, or the two words of a contraction, whose first
// apostrophe stands at that byte of it.
func appendWord(buf []Word, t Word, apostrophe int) []Word {
	switch {
	case t.Text == "longer" && len(buf) > 0 && buf[len(buf)-1].Text == "no":
		no := &buf[len(buf)-1]
		no.Text, no.End = "not", t.End
		return buf
	case never(buf, t.Text):
		first := &buf[len(buf)-2]
		first.Text, first.End = "not", t.End
		return buf[:len(buf)-1]
	case t.Text == "cannot":
		return appendSplit(buf, t, "can", "not", len("can"))
	case apostrophe < 0 || apostrophe >= len(t.Text): // or only after it
		return append(buf, t)
	}
	head := t.Text[:apostrophe]
	switch strings.TrimLeft(t.Text[apostrophe:], "'’") {
	case "t":
		return appendNot(buf, t, head)
	case "ll":
		return appendSplit(buf, t, head, "will", apostrophe)
	case "d":
		return appendSplit(buf, t, head, "would", apostrophe)
	case "re":
		return appendSplit(buf, t, head, "are", apostrophe)
	case "ve":
		return appendSplit(buf, t, head, "have", apostrophe)
	case "m":
		return appendSplit(buf, t, head, "am", apostrophe)
	case "s":
		return appendSplit(buf, t, head, "'s", apostrophe)
	}
	return append(buf, t)
}

// never reports whether a word after those of buf makes "under no
// circumstances", "at no time" and their like of them.
func never(buf []Word, word string) bool {
	if len(buf) < 2 || buf[len(buf)-1].Text != "no" {
		return false
	}
	switch before := buf[len(buf)-2].Text; word {
	case "circumstances", "circumstance":
		return before == "under" || before == "in"
	case "time", "point", "stage", "moment":
		return before == "at"
	case "account":
		return before == "on"
	}
	return false
}

// appendNot splits "isn't", where the n belongs to the second word.
func appendNot(buf []Word, t Word, head string) []Word {
	switch head {
	case "won":
		return appendSplit(buf, t, "will", "not", len("wo"))
	case "can":
		return appendSplit(buf, t, "can", "not", len("ca"))
	case "shan":
		return appendSplit(buf, t, "shall", "not", len("sha"))
	}
	if verb, ok := strings.CutSuffix(head, "n"); ok {
		return appendSplit(buf, t, verb, "not", len(verb))
	}
	return append(buf, t)
}

func appendSplit(buf []Word, t Word, first, second string, at int) []Word {
	a, b := t, t
	a.Text, a.End = first, t.Start+at
	b.Text, b.Start, b.Joined, b.Capital, b.Contracted = second, a.End, false, false, true
	return append(buf, a, b)
}

// markAt names the mark at i when it can end a clause or belong to a number.
// A full stop counts only at the end of a sentence, not in "Oct. 17".
func markAt(s string, i int, r rune) string {
	switch r {
	case ',', ';', ':', '!', '?', '(', ')', '%', '/':
		return s[i : i+1]
	case '—':
		return "—"
	case '.':
		if len(s) > i+1 && spaceAt(s, i+1) && letters(s, i) >= 4 {
			return "."
		}
	}
	return ""
}

// letters counts the bytes of the word that ends at i.
func letters(s string, i int) int {
	return i - 1 - strings.LastIndexFunc(s[:i], func(r rune) bool { return !unicode.IsLetter(r) })
}

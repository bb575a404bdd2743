package clause

import "strings"

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Condition returns what the text makes its promise depend on, in its own
// words and without the word that joins it where that says no more than "if";
// "" for none. Several are joined by "; ".
func (t *Text) Condition() string {
	var all []string
	for n, c := range t.Clauses {
		if c.Role != Condition {
			continue
		}
		if span := t.Span(n); span.End > span.Start {
			text := strings.TrimSpace(t.Source[span.Start:span.End])
			if w := t.negative(c.First); w != "" {
				text = w + " " + text
			}
			all = append(all, text)
		}
	}
	return strings.Join(all, "; ")
}

// negative is the connective before word i when leaving it out would turn the
// condition round.
func (t *Text) negative(i int) string {
	switch w := t.Word(i - 1); w {
	case "unless", "barring", "absent":
		return w
	}
	return ""
}

// Span returns where the words of clause n stand, from the first to the last
// of its first unbroken run.
func (t *Text) Span(n int) Span {
	var s Span
	for i := t.Clauses[n].First; i < len(t.Words) && t.Of[i] == n; i++ {
		if IsMark(t.Word(i)) && t.Word(i) != "," {
			break
		}
		if s.End == 0 {
			s.Start = t.Words[i].Start
		}
		if t.Word(i) != "," {
			s.End = t.Words[i].End
		}
	}
	return s
}

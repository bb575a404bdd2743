package draft

import "tracker/reading/clause"

// surely is the text in which the confidence of a draft is read: its words up
// to those that only say until when.
func (p *page) surely(n int, t *clause.Text, c cue, part [2]int) string {
	from, end := part[0], part[1]
	for from+1 < end && from < c.at && (isPreposition(t.Word(from)) && t.Word(from+1) == "which" || t.Word(from) == "which" || t.Word(from) == "who") {
		from++
	}
	for i := c.end + 1; i < part[1] && c.tier == modal; i++ {
		if w := t.Word(i); (w == "before" || w == "until" || w == "after" || w == "when" || w == "because") && (clause.IsPronoun(t.Word(i+1)) || clause.IsDeterminer(t.Word(i+1)) && t.Finite(i+2)) {
			end = i
			break
		}
	}
	for _, a := range p.speaks[n] { // "Nobody, she said, would"
		if a.first > from+1 && a.last < c.at && t.Word(a.first-1) == "," && t.Word(a.last) == "," {
			return t.Source[t.Words[from].Start:t.Words[a.first-2].End] + " " + t.Source[t.Words[a.last+1].Start:t.Words[max(end, from+1)-1].End]
		}
	}
	return t.Source[t.Words[from].Start:t.Words[max(end, from+1)-1].End]
}

package draft

import "tracker/reading/clause"

// surely is the text in which the confidence of a draft is read: its words up
// to those that only say until when.
func (p *page) surely(t *clause.Text, c cue, part [2]int) string {
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
	return t.Source[t.Words[from].Start:t.Words[max(end, from+1)-1].End]
}

package clause

import "strings"

// Heading reports a text that has words but no verb, and so says of nothing
// that it will happen: "Summit: November 2026", "Late October". What begins with
// a small letter is the rest of a sentence, "within two weeks or so".
func (t *Text) Heading() bool {
	if len(t.Words) == 0 || !t.Words[0].Capital && !t.Words[0].IsNumber {
		return false
	}
	for i, w := range t.Words {
		switch {
		case IsModal(w.Text) && !w.Capital, IsAuxiliary(w.Text), w.Text == "'s", present(w.Text), IsPast(w.Text):
			return false
		case IsVerb(w.Text) && t.used(i), strings.HasSuffix(w.Text, "ing") && i > 0:
			return false
		}
	}
	return true
}

// used tells the verb of "schools reopen" from the noun of "launch: 5 May".
func (t *Text) used(i int) bool {
	before := t.Word(i - 1)
	if IsMark(before) || IsDeterminer(before) || IsMark(t.Word(i+1)) {
		return false
	}
	return IsPronoun(before) || IsModal(before) || before == "to" || before == "not" || strings.HasSuffix(before, "s")
}

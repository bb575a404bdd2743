package report

import (
	"strings"

	"tracker/claims"
)

// singled is a text of ours in which quotation marks that stand around anything
// but words of the quote are single ones: nobody is quoted who did not say it.
//
//	The song “Yesterday” is released → The song ‘Yesterday’ is released
func singled(text, quote string) string {
	open := -1 // where a quotation began, behind its mark
	var b strings.Builder
	for i, r := range text {
		switch {
		case !strings.ContainsRune(quotationMarks, r):
			if open < 0 {
				b.WriteRune(r)
			}
			continue
		case open < 0:
			open = i + len(string(r))
			continue
		}
		words := text[open:i]
		if claims.Quoted(quote, words) {
			b.WriteString("“" + words + "”")
		} else {
			b.WriteString("‘" + words + "’")
		}
		open = -1
	}
	if open >= 0 { // one that has no end
		b.WriteString("‘" + text[open:])
	}
	return b.String()
}

// quotationMarks are those around words, in the forms that people type; single
// ones are left alone, they are apostrophes too.
const quotationMarks = "\"“”„‟«»"

// EventWords are what is said to happen, as pages name an event.
func (c *Claim) EventWords() string { return singled(c.Statement, c.Quote) }

package claims

import "tracker/reading/clause"

// AsSaid is the hedge of c in the words of its quote. The "will" of "won't" and
// of "we'll" is quoted as the contraction that was said; words that the quote
// has in no form stay as they are, not said.
func (c *Claim) AsSaid() Hedge {
	h := c.Hedge
	if h.Said = c.Said(h.Words); h.Said == nil || *h.Said {
		return h
	}
	if words := contracted(c.Quote, h.Words); words != "" {
		h.Words, h.Said = words, new(true)
	}
	return h
}

// contracted is the part of the quote that has the words with a contraction
// among them, in whole words; "" for none.
func contracted(quote, words string) string {
	all, want := clause.Words(nil, quote), clause.Words(nil, words)
	for i := range all {
		last := i + len(want)
		if len(want) == 0 || last > len(all) || !sameWords(all[i:last], want) {
			continue
		}
		begin, end := all[i].Start, all[last-1].End
		before := all[i].Contracted && i > 0
		after := last < len(all) && all[last].Contracted
		if before {
			begin = all[i-1].Start
		}
		if after {
			end = all[last].End
		}
		if before || after {
			return quote[begin:end]
		}
	}
	return ""
}

func sameWords(a, b []clause.Word) bool {
	for i := range a {
		if a[i].Text != b[i].Text {
			return false
		}
	}
	return true
}

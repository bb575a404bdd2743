package draft

import (
	"strings"

	"tracker/reading/clause"
)

// merged leaves out what another draft of the same article says too: the
// heading that the text spells out, the same words by the same speaker.
func merged(all []Draft) []Draft {
	var kept []Draft
	for i := range all {
		if !repeated(all, i) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// repeated reports whether draft i says what a fuller one does.
func repeated(all []Draft, i int) bool {
	for j := range all {
		if i == j || all[i].Window.Latest != 0 && all[j].Window.Latest != all[i].Window.Latest || all[i].WillNot != all[j].WillNot {
			continue
		}
		if all[i].Within == all[j].Within || !alike(&all[i], &all[j]) {
			continue
		}
		if all[j].Score > all[i].Score || all[j].Score == all[i].Score && j < i {
			return true
		}
	}
	return false
}

// alike reports whether most words of one statement stand in another.
func alike(a, b *Draft) bool {
	own, other := stems(a.Statement), stems(b.Quote)
	if len(own) == 0 {
		return false
	}
	shared := 0
	for s := range own {
		if other[s] {
			shared++
		}
	}
	return shared*10 >= len(own)*8
}

func stems(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range clause.Words(nil, text) {
		if len(w.Text) > 3 && !clause.IsModal(w.Text) || w.IsNumber {
			set[strings.TrimSuffix(clause.Stem(w.Text), "'")] = true
		}
	}
	return set
}

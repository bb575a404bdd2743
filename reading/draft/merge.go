package draft

import (
	"strings"

	"tracker/reading/clause"
)

// merged leaves out what another draft of the same article says too: the
// heading that the text spells out, the same words by the same speaker.
func merged(all []Draft) []Draft {
	own, quotes := make([]map[string]bool, len(all)), make([]map[string]bool, len(all))
	stemsOf := func(kept *map[string]bool, text string) map[string]bool {
		if *kept == nil {
			*kept = stems(text)
		}
		return *kept
	}
	var kept []Draft
	for i := range all {
		again := false
		for j := max(0, i-mostApart); j < min(len(all), i+mostApart); j++ {
			again = again || i != j && fuller(&all[j], &all[i], j < i) && alike(stemsOf(&own[i], all[i].Statement), stemsOf(&quotes[j], all[j].Quote))
		}
		if !again {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// mostApart is how many drafts may lie between two that say the same.
const mostApart = 200

// fuller reports whether a may stand for b: the same window, if b has one, and
// polarity, a speaker who can be that of both, and a better score.
func fuller(a, b *Draft, first bool) bool {
	switch {
	case b.Dated() && a.Window.Latest != b.Window.Latest, a.WillNot != b.WillNot, a.Within == b.Within:
		return false
	case a.Speaker != b.Speaker && b.SpeakerRule != "outlet" && b.SpeakerRule != "heading":
		return false
	}
	return a.Score > b.Score || a.Score == b.Score && first
}

// alike reports whether most words of one statement stand in another.
func alike(own, other map[string]bool) bool {
	shared := 0
	for s := range own {
		if other[s] {
			shared++
		}
	}
	return len(own) > 0 && shared*10 >= len(own)*8
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

package draft

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// merged parts from drafts what another draft of the same article says too: the
// heading that the text spells out, the same words by the same speaker.
func merged(all []*Draft) (kept, again []*Draft) {
	own, quotes := make([][]string, len(all)), make([][]string, len(all))
	stemsOf := func(kept *[]string, text string) []string {
		if *kept == nil {
			*kept = stems(text)
		}
		return *kept
	}
	repeats := make([]bool, len(all))
	for i := range all {
		for j := max(0, i-mostApart); j < min(len(all), i+mostApart) && !repeats[i]; j++ {
			repeats[i] = i != j && fuller(all[j], all[i], j < i) && alike(stemsOf(&own[i], all[i].Statement), stemsOf(&quotes[j], all[j].Quote))
		}
	}
	kept = all[:0]
	for i := range all {
		if repeats[i] {
			again = append(again, all[i])
		} else {
			kept = append(kept, all[i])
		}
	}
	return kept, again
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
func alike(own, other []string) bool {
	shared := 0
	for _, s := range own {
		if slices.Contains(other, s) {
			shared++
		}
	}
	return len(own) > 0 && shared*10 >= len(own)*8
}

// stems are the words of a text that say something, each once, without their
// endings; none is not nil.
func stems(text string) []string {
	set := make([]string, 0, 16)
	var room [64]clause.Word
	for _, w := range clause.Words(room[:0], text) {
		if len(w.Text) > 3 && !clause.IsModal(w.Text) || w.IsNumber {
			if s := strings.TrimSuffix(clause.Stem(w.Text), "'"); !slices.Contains(set, s) {
				set = append(set, s)
			}
		}
	}
	return set
}

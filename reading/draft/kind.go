package draft

import (
	"strings"

	"tracker/reading/clause"
	"tracker/reading/undertaking"
)

// kind is whether a draft is a promise, a plan or a forecast of its speaker.
// What is reported is read as it was said: of "it would appeal" the words "we
// will appeal", when "it" is who speaks.
func (p *page) kind(d *Draft, t *clause.Text, c cue, v voice, part [2]int) undertaking.Type {
	if d.SpeakerKind == "outlet" {
		return undertaking.Forecast // of what others do
	}
	by := undertaking.Speaker{Name: d.Speaker, Kind: d.SpeakerKind}
	p.scratch.Cut(p.asSaid(d, t, c, v, part))
	read := undertaking.ReadText(p.scratch, by).Type
	if read != undertaking.Forecast || d.SpeakerKind == "outlet" || d.SpeakerKind == "anonymous" || !p.ownsCue(d, t, c, v) {
		return read
	}
	switch c.rule {
	case "plans", "agreed":
		if c.tier == weak && c.rule == "plans" {
			return read
		}
		return undertaking.Plan
	case "commits", "rules-out":
		return undertaking.Promise
	case "goal":
		return undertaking.Plan
	}
	return read
}

// ownsCue reports whether whoever pledges or plans is the speaker.
func (p *page) ownsCue(d *Draft, t *clause.Text, c cue, v voice) bool {
	if c.owner[1] <= c.owner[0] {
		return c.rule == "goal" && v.rule != "outlet"
	}
	return v.rule == "subject" || isSelf(t.Word(c.owner[0])) && c.owner[1]-c.owner[0] == 1
}

// isSelf reports pronouns that may stand for whoever speaks.
func isSelf(word string) bool {
	switch word {
	case "i", "we", "he", "she", "it", "they":
		return true
	}
	return false
}

// asSaid is the quote of a draft as its speaker said it.
func (p *page) asSaid(d *Draft, t *clause.Text, c cue, v voice, part [2]int) string {
	text := d.Quote
	own := ownerOf(t, beAt(t, c.at))
	reported := v.rule == "said" || v.rule == "pronoun" || v.rule == "carried" || v.rule == "subject" || v.rule == "house" || v.rule == "cited"
	if d.Spoken || !reported {
		return text
	}
	if c.backshifted {
		text = strings.Replace(text, " would ", " will ", 1)
		text = strings.Replace(text, " might ", " may ", 1)
	}
	if own[1]-own[0] == 1 && isSelf(t.Word(own[0])) && own[0] >= part[0] && own[0] < part[1] && p.meant(v, t.Word(own[0])) {
		word := t.Source[t.Words[own[0]].Start:t.Words[own[0]].End]
		text = strings.Replace(text, word, "we", 1)
	}
	return text
}

// meant reports whether a pronoun fits whoever speaks.
func (p *page) meant(v voice, pronoun string) bool {
	for _, f := range p.cast.all {
		if f.name == v.name {
			return pronoun != "it" || f.sort != somebody
		}
	}
	return true
}

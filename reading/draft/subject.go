package draft

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// subject is what the statement is about, in the third person, and whether it is
// several.
func (p *page) subject(n int, d *Draft, c cue, part [2]int) (string, bool) {
	t := p.texts[n]
	if c.rule == "goal" {
		return d.Speaker, strings.HasSuffix(d.Speaker, "s")
	}
	if from, to, ok := expected(t, c); ok {
		return p.noun(n, d, [2]int{from, to}), plural(t, [2]int{from, to})
	}
	at := c.at
	if c.inner > 0 {
		at = c.inner
	}
	if c.inner == 0 && (c.rule == "arranged" || c.rule == "expected" || c.rule == "likely" || c.rule == "plans" || c.rule == "ponders" || c.rule == "going-to") {
		at = beAt(t, at)
	}
	own := ownerOf(t, at)
	if own[1] <= own[0] {
		own = c.owner
	}
	if own[0] < part[0] && own[1] > part[0] {
		own[0] = part[0]
	}
	if own[1] <= own[0] || !isWhole(t, own, part[0]) {
		return "", false
	}
	if t.Word(own[0]) == "it" && own[1]-own[0] == 1 && d.SpeakerKind == "institution" && (own == c.owner || p.saysOf(n, d, own[0])) {
		return d.Speaker, isSeveral(nounHead(strings.Fields(strings.ToLower(d.Speaker))))
	}
	name := p.noun(n, d, own)
	if name == d.Speaker && own[1]-own[0] == 1 {
		return name, isSeveral(nounHead(strings.Fields(strings.ToLower(name))))
	}
	return name, plural(t, own)
}

// saysOf reports the first word of what the speaker of a draft is reported to
// have said.
func (p *page) saysOf(n int, d *Draft, i int) bool {
	return slices.ContainsFunc(p.speaks[n], func(a attribution) bool { return !a.after && a.last == i && a.name == d.Speaker })
}

// isWhole reports words that are a subject and no piece of one: nothing that
// belongs to it stands before, as in a list or after a preposition.
func isWhole(t *clause.Text, own [2]int, start int) bool {
	first, before := t.Word(own[0]), t.Word(own[0]-1)
	switch {
	case isPreposition(first), first == "at", first == "until", first == "before", first == "then", first == "per", clause.IsPast(first) && !isCountNoun(t, own), clause.IsModal(first):
		return false
	case own[0]-1 == start && (before == "after" || before == "before" || before == "during" || before == "despite" || before == "under"):
		return false
	case own[0] > start && (before == "of" || before == "than" || before == "or" || before == "with" || before == "by"):
		return false
	case before == "," && own[0]-1 > start:
		return !slices.ContainsFunc(t.Words[own[0]:own[1]], func(w clause.Word) bool { return w.Text == "and" || w.Text == "or" })
	}
	return true
}

// isCountNoun reports a participle that stands before its noun: "planned works".
func isCountNoun(t *clause.Text, own [2]int) bool {
	return own[1]-own[0] > 1 && !isPreposition(t.Word(own[0]+1)) && !clause.IsDeterminer(t.Word(own[0]+1))
}

// expected is what somebody expects to do something: "inflation" of "expects
// inflation to fall".
func expected(t *clause.Text, c cue) (from, to int, ok bool) {
	if c.rule != "expects" || c.inner > 0 {
		return 0, 0, false
	}
	for i := c.end; i < c.verb; i++ {
		if t.Word(i) == "to" {
			return c.end, i, i > c.end
		}
	}
	return 0, 0, false
}

// noun is the words of a subject, a pronoun as the name that it stands for.
func (p *page) noun(n int, d *Draft, own [2]int) string {
	t := p.texts[n]
	text := strings.Trim(t.Source[t.Words[own[0]].Start:t.Words[own[1]-1].End], "“”\" ")
	if own[1]-own[0] != 1 {
		return text
	}
	switch t.Word(own[0]) {
	case "i", "we":
		return d.Speaker
	case "he", "she":
		if name, ok := p.casts[n].find(nounOf(t, own[0], own[1])); ok && name != unnamed {
			return name
		}
	case "her":
		return "She"
	case "him":
		return "He"
	case "them":
		return "They"
	}
	return text
}

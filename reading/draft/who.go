package draft

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// speaker is who says the words around word i of sentence n: whose turn or
// quotation it is, who is reported, whose plan it is, who was reported before;
// the outlet where nobody is.
func (p *page) speaker(n, i int, c cue) voice {
	s, t := p.sentences[n], p.texts[n]
	if q := p.quoted(s.Start + t.Words[i].Start); q >= 0 && p.voices[q].name != "" {
		return p.voices[q]
	}
	b := p.blocks[s.block]
	if isQuestioner(b.by) {
		return p.reported(n, i, c)
	}
	if b.by != "" && b.kind != heading {
		return voice{name: turnName(p.cast, b.by), rule: "turn", sure: Certain}
	}
	said := p.reported(n, i, c)
	if said.name != "" {
		return said
	}
	switch {
	case b.by != "":
		return voice{name: turnName(p.cast, b.by), rule: "heading", sure: Certain}
	case c.backshifted && n > 0 && p.would[n].name != "":
		return p.would[n]
	}
	if house := houseOf(p.Source); house != "" {
		return voice{name: house, rule: "house", sure: Likely}
	}
	if p.author != "" {
		return p.byAuthor(n)
	}
	return voice{name: p.Source, rule: "outlet", sure: Guess, self: said.self}
}

// houseOf is the house that an outlet speaks for: of "Acme Newsroom" it is Acme;
// "" for others.
func houseOf(source string) string {
	for _, end := range [...]string{" newsroom", " communications", " press room", " pressroom", " press office", " media relations", " investor relations", " corporate affairs", " public affairs", " public relations", " media office", " media centre", " press centre", " press release", " press releases", " media team", " news release"} {
		if strings.HasSuffix(strings.ToLower(source), end) && len(source) > len(end) {
			return source[:len(source)-len(end)]
		}
	}
	if words := strings.Fields(strings.ToLower(source)); len(words) > 1 && isBody(words) {
		return source
	}
	return ""
}

// isBody reports the name of a body that speaks for itself where it publishes,
// and no medium: "Reserve Bank", "Ministry of Health".
func isBody(words []string) bool {
	for _, w := range words {
		if isOutlet(w) || w == "broadcasting" || w == "publishing" {
			return false
		}
	}
	head := nounHead(words)
	return isHouse(head) && !isTopic(head) && !isSeveral(head)
}

// reported is who is reported to say it: the nearest before the cue, else the
// first after it, else the subject that plans or expects it. Who only passes on
// what others say gives way to these, and is the relay.
func (p *page) reported(n, i int, c cue) voice {
	var before, after, cited *attribution
	self := false
	for k := range p.speaks[n] {
		a := &p.speaks[n][k]
		switch {
		case a.name == "" && !a.after && a.verb < i && (before == nil || a.verb > before.verb) && oneself(p.texts[n], a):
			before, self = nil, true // "the owner has hinted at a sale; we think it will"
		case a.name == "":
		case a.cites:
			cited = a
		case !a.after && a.verb < i && !(a.held && before != nil && !p.passesOn(before)):
			before = a
		case a.after && (after == nil || a.first < i):
			after = a
		}
	}
	own := p.owner(n, c)
	found := before
	if found == nil || p.passesOn(found) && after != nil {
		found = cmpOr(after, before)
	}
	switch {
	case found == nil && own.name == "" && self:
		return voice{self: true}
	case found == nil && own.name == "":
		return p.bound(n, i)
	case found == nil:
		return own
	case found.rule == "according" && own.name != "" && own.name != found.name && c.rule == "plans" && isDocument(headOf(p.texts[n], found.subject[0], found.subject[1])):
		return own // "plans to close, according to a notice"
	case cited != nil:
		return voice{name: cited.name, rule: "cited", sure: Certain, relay: found.name}
	case p.passesOn(found) && own.name != "":
		own.relay = found.name
		return own
	}
	v := voice{name: found.name, rule: found.rule, now: isNow(p.texts[n].Word(found.verb)), sure: Certain, again: found.past, ago: found.ago, denied: !found.after && strings.HasPrefix(p.texts[n].Word(found.verb), "den"), had: found.had, idle: p.texts[n].Word(found.verb) == "say" && p.texts[n].Word(found.subject[0]) == "they"}
	v.told = !found.after && found.rule != "according"
	if found.rule == "pronoun" {
		v.sure = Likely
	}
	if before != nil && after != nil && p.passesOn(after) {
		v.relay = after.name
	}
	return v
}

// oneself reports that who writes is who holds it: "we think".
func oneself(t *clause.Text, a *attribution) bool {
	w := t.Word(a.subject[0])
	return a.subject[1]-a.subject[0] == 1 && (w == "we" || w == "i")
}

// bound is who has decided or promised that word i of sentence n comes true.
func (p *page) bound(n, i int) voice {
	t := p.texts[n]
	for j := i - 1; j > 1; j-- {
		if t.Word(j) != "that" {
			continue
		}
		for k := j - 1; k > max(0, j-40); k-- {
			if w := t.Word(k); isCommitting(w) && strings.HasSuffix(w, "d") || w == "guaranteed" || w == "ruled" || w == "ordered" {
				return p.owner(n, cue{owner: ownerOf(t, k)})
			}
		}
	}
	return voice{}
}

// isNow reports verbs of saying in the present.
func isNow(word string) bool {
	switch word {
	case "say", "believe", "think", "argue", "warn", "expect", "reckon", "fear":
		return true
	}
	return strings.HasSuffix(word, "s") && word != "was"
}

func cmpOr(a, b *attribution) *attribution {
	if a != nil {
		return a
	}
	return b
}

// passesOn reports an outlet that tells what others say.
func (p *page) passesOn(a *attribution) bool {
	for i := range p.cast.all {
		if f := &p.cast.all[i]; f.name == a.name {
			return f.sort == outlet
		}
	}
	return false
}

// owner is the subject of a verb of planning, promising or expecting.
func (p *page) owner(n int, c cue) voice {
	if c.owner[1] <= c.owner[0] {
		return voice{}
	}
	t := p.texts[n]
	noun := nounOf(t, c.owner[0], c.owner[1])
	if from, to := author(t, c.owner[0], c.owner[1]); from != c.owner[0] || to != c.owner[1] {
		noun = nounOf(t, from, to)
	}
	if named := properAfter(t, c.owner[1]); named > c.owner[1] && isRole(noun.head()) {
		noun = nounOf(t, c.owner[1]+1, named)
	}
	name, carried := p.casts[n].find(noun)
	if isTimeNoun(noun.head()) { // "next month sees"
		name = ""
	}
	if name == "" {
		return voice{}
	}
	v := voice{name: name, rule: "subject", sure: Certain}
	if carried {
		v.rule, v.sure = "pronoun", Likely
	}
	return v
}

// find is meet for a page that has been read: it takes nobody in.
func (c *cast) find(n noun) (string, bool) {
	kept := cast{slices.Clone(c.all)}
	return kept.meet(n)
}

package draft

import (
	"slices"
	"strings"
	"unicode"

	"tracker/calendar"
	"tracker/reading/clause"
)

// drafts appends the claims of sentence n.
func (p *page) drafts(all []*Draft, n int) []*Draft {
	b := p.blocks[p.sentences[n].block]
	if b.kind == row || b.kind != skipped && p.sentences[n].Start == b.Start && b.End-b.Start < 300 && isDated(p, b) {
		if p.sentences[n].Start != b.Start {
			return all
		}
		if d, ok := p.rowDraft(n); ok {
			return append(all, kept(d))
		}
		if b.kind == row {
			return all
		}
	}
	t := p.texts[n]
	found := p.told(n, cues(t))
	if len(found) > 0 && boilerplate(t) {
		p.leave(n, [2]int{0, len(t.Words)}, "boilerplate")
		return all
	}
	for k := range found {
		if d, ok := p.propose(n, found, k); ok {
			all = append(all, kept(d))
		}
	}
	return all
}

// kept is a place for a draft that moves no more.
func kept(d Draft) *Draft { return &d }

// told leaves out cues that only say who speaks: "…, the weather service
// predicted on Thursday".
func (p *page) told(n int, found []cue) []cue {
	return slices.DeleteFunc(found, func(c cue) bool {
		for _, a := range p.speaks[n] {
			if a.after && a.verb == c.at && a.rule == "said" {
				return true
			}
		}
		return false
	})
}

// propose makes a draft of cue k of those found in sentence n.
func (p *page) propose(n int, found []cue, k int) (Draft, bool) {
	s, t, c := p.sentences[n], p.texts[n], found[k]
	if c.rule == "heading-to" && p.blocks[s.block].kind != heading {
		return Draft{}, false
	}
	part := p.part(n, found, k)
	if rule := p.forbids(n, c); rule != "" {
		p.leave(n, part, rule)
		return Draft{}, false
	}
	v := p.speaker(n, c.at, c)
	if v.name == unnamed {
		v.sure = Guess
	}
	w := p.window(n, part, c, v.ago)
	if w.Latest == 0 && !w.past && (v.rule == "outlet" || v.rule == "house") && c.tier != timed {
		if day := p.dayOf(n); day.Latest != 0 {
			w.Reading = day
		}
	}
	if rule := p.general(n, c, v, w); rule != "" {
		p.leave(n, part, rule)
		return Draft{}, false
	}
	if rule := refused(t, c, v, w, p.owns(n, c, v)); rule != "" {
		p.leave(n, part, rule)
		return Draft{}, false
	}
	d := Draft{Window: w.Reading, Speaker: v.name, SpeakerRule: v.rule, Sure: v.sure, Again: v.again || pledgedBefore(t, c)}
	d.Said = p.Said.On - calendar.Day(v.ago)
	d.Within = s.Span
	d.Span = p.words(n, part)
	d.Sentence, d.Quote = flat(p.Text[d.Within.Start:d.Within.End]), p.Text[d.Span.Start:d.Span.End]
	q := p.quoted(d.Span.Start)
	d.Spoken = q >= 0 && d.Span.End <= p.quotations[q].End || p.blocks[s.block].by != "" && p.blocks[s.block].kind == prose
	if d.Dated() {
		p.last, p.lastOf = d.Window, n
	}
	p.fill(n, &d, t, c, v, part)
	d.WillNot = d.WillNot != v.denied
	d.Chain = p.chain(v, p.blocks[s.block])
	d.Why = why(c, v, &d)
	d.Score = score(c, v, &d, p.blocks[s.block].kind)
	return d, true
}

// general is the id of the rule by which words hold at all times, in no time, or
// against the facts, "" where they may be a claim of their day.
func (p *page) general(n int, c cue, v voice, w window) string {
	t := p.texts[n]
	switch {
	case p.lawful(n) && (!w.hard() || t.Word(c.at) == "shall"):
		return "law"
	case !w.hard() && permits(t, c):
		return "law"
	case inStory(t):
		return "fiction"
	case p.retells(n, c, w):
		return "past-expectation"
	case p.unreal(n, c, v, w):
		return "would-have"
	case p.undated(n, c, w) && (habitual(t, c) || recited(t) || defines(t)), c.tier == timed && asRule(t), c.tier == weak && anyTime(t), c.rule == "will" && (w.front || isWeekday(strings.ToLower(w.Phrase))) && usually(t, c):
		return "proverb"
	}
	return ""
}

// undated reports a cue without a day to come: what its window names is none, or
// takes only minutes, or says which subject is meant, "a cold snap in March".
func (p *page) undated(n int, c cue, w window) bool {
	t := p.texts[n]
	own := ownerOf(t, c.at)
	return !w.hard() || strings.Contains(w.Phrase, "minute") || strings.Contains(w.Phrase, "second") && strings.HasPrefix(w.Phrase, "in ") ||
		own[0] < own[1] && w.Start > t.Words[own[0]].Start && w.Start < t.Words[c.at].Start
}

// fill fills in what the words of a draft say: confidence, condition, type and
// statement.
func (p *page) fill(n int, d *Draft, t *clause.Text, c cue, v voice, part [2]int) {
	d.Hedge = p.Hedges.Find(p.surely(n, t, c, part))
	d.WillNot = d.Hedge.WillNot || d.Window.Rule == "not-until" && !d.Hedge.Negative
	if slices.ContainsFunc(t.Clauses, func(c clause.Clause) bool { return c.Role == clause.Condition }) {
		d.Condition = clause.Cut(d.Quote).Condition()
	}
	d.SpeakerKind = p.kindOf(d.Speaker)
	d.Statement = p.statement(n, d, c, part)
	if d.WillNot && stops(t.Word(c.verb)) { // "will stop selling" is no denial that it stops
		d.WillNot = p.Hedges.FindFor(d.Quote, d.Statement).WillNot
	}
	d.Type = p.kind(d, t, c, v, part)
}

// chain is the way from who said it to who published it.
func (p *page) chain(v voice, b block) []Link {
	var links []Link
	if v.name != p.Source {
		links = append(links, Link{v.name, "origin"})
	}
	for _, relay := range [...]string{v.relay, b.relay} {
		if relay != "" && relay != v.name && relay != p.Source {
			links = append(links, Link{relay, "relay"})
		}
	}
	if p.Source != "" {
		links = append(links, Link{p.Source, "publisher"})
	}
	return links
}

// flat is s on one line, with one space between its words.
func flat(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) && !strings.Contains(s, "  ") {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

package draft

import (
	"strings"

	"tracker/calendar"
	"tracker/reading/clause"
	"tracker/reading/deadline"
	"tracker/reading/undertaking"
)

// Pointed proposes the words at a span of a's text that somebody has pointed
// at, whatever the cues say. Speaker, window and confidence are read as for
// every other draft; ok is false where the words are not within one sentence,
// or their time was over before the article.
func (r *Reader) Pointed(a Article, at clause.Span) (found Draft, ok bool) {
	p := newPage(r, a)
	n, part, ok := p.wordsAt(at)
	if !ok {
		return Draft{}, false
	}
	c := cue{at: part[0], end: part[0], verb: part[0], tier: likelihood, rule: "pointed"}
	v := p.speaker(n, c.at, c)
	w := p.window(n, part, c, v.ago)
	if w.past || r.Deadlines.Read(a.Text[at.Start:at.End], deadline.Said{On: p.Said.On - calendar.Day(v.ago)}).Rule == "past" {
		return Draft{}, false
	}
	s := p.sentences[n]
	d := Draft{Window: w.Reading, Speaker: v.name, SpeakerRule: v.rule, Sure: v.sure, Again: v.again, Said: p.Said.On - calendar.Day(v.ago),
		Span: at, Within: s.Span, Quote: a.Text[at.Start:at.End], Sentence: flat(a.Text[s.Start:s.End]), Type: undertaking.Forecast}
	q := p.quoted(at.Start)
	d.Spoken = q >= 0 && at.End <= p.quotations[q].End || p.blocks[s.block].by != "" && p.blocks[s.block].kind == prose
	d.Hedge = p.Hedges.Find(d.Quote)
	d.WillNot = d.Hedge.WillNot
	d.Condition = clause.Cut(d.Quote).Condition()
	d.Statement = strings.TrimRight(flat(d.Quote), ".,;:")
	d.SpeakerKind = p.kindOf(d.Speaker)
	d.Chain = p.chain(v, p.blocks[s.block])
	d.Why, d.Score = why(c, v, &d), score(c, v, &d, p.blocks[s.block].kind)
	d.Span, d.Within = a.File(d.Span), a.File(d.Within)
	return d, true
}

// wordsAt is the sentence in which a span stands, and its words.
func (p *page) wordsAt(at clause.Span) (n int, part [2]int, ok bool) {
	for n, s := range p.sentences {
		if at.Start < s.Start || at.End > s.End {
			continue
		}
		first, last := -1, 0
		for i, w := range p.texts[n].Words {
			if s.Start+w.Start >= at.Start && s.Start+w.End <= at.End {
				if first < 0 {
					first = i
				}
				last = i + 1
			}
		}
		return n, [2]int{max(first, 0), last}, first >= 0
	}
	return 0, part, false
}

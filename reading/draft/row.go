package draft

import (
	"strings"

	"tracker/reading/clause"
	"tracker/reading/deadline"
	"tracker/reading/undertaking"
)

// rowDraft reads a line of a calendar, "5 May | Parliament votes": a cell that
// is nothing but a date, and one that says what happens then.
func (p *page) rowDraft(n int) (Draft, bool) {
	s := p.sentences[n]
	b := p.blocks[s.block]
	cells := cellsOf(p.Text, b.Span)
	for i, c := range cells {
		w, ok := p.dateCell(c)
		if !ok || i+1 >= len(cells) && i == 0 {
			continue
		}
		event := cells[min(i+1, len(cells)-1)]
		if i > 0 {
			event = cells[0]
		}
		if event == c || len(clause.Words(nil, p.Text[event.Start:event.End])) < 2 || asks(p.Text[event.Start:event.End]) {
			continue
		}
		return p.rowOf(b, event, w), true
	}
	return Draft{}, false
}

func (p *page) rowOf(b block, event clause.Span, w deadline.Reading) Draft {
	quote := p.Text[b.Start:b.End]
	d := Draft{Span: b.Span, Within: b.Span, Quote: quote, Sentence: flat(quote), Window: w, Speaker: p.Source, SpeakerKind: "outlet", SpeakerRule: "outlet", Sure: Guess,
		Said: p.Said.On, Type: undertaking.Forecast, Statement: capitalised(strings.TrimRight(flat(p.Text[event.Start:event.End]), ". "))}
	d.Hedge = p.Hedges.Find(p.Text[event.Start:event.End])
	d.WillNot = d.Hedge.WillNot
	v := voice{name: p.Source, rule: "outlet", sure: Guess}
	d.Chain = p.chain(v, b)
	d.Why = []string{"row", "outlet", "dated"}
	d.Score = 0.6
	return d
}

// cellsOf are the parts of a line between bars, tabs, or a date and its colon or
// dash.
func cellsOf(text string, b clause.Span) []clause.Span {
	line := text[b.Start:b.End]
	for _, mark := range [...]string{"|", "\t", ": ", " – ", " — ", " - "} {
		if !strings.Contains(line, mark) {
			continue
		}
		var cells []clause.Span
		start := 0
		for mark == "|" || mark == "\t" || len(cells) == 0 {
			i := strings.Index(line[start:], mark)
			if i < 0 {
				break
			}
			cells = append(cells, trimmed(text, clause.Span{Start: b.Start + start, End: b.Start + start + i}))
			start += i + len(mark)
		}
		cells = append(cells, trimmed(text, clause.Span{Start: b.Start + start, End: b.End}))
		return nonEmpty(cells)
	}
	return nil
}

func nonEmpty(cells []clause.Span) []clause.Span {
	var kept []clause.Span
	for _, c := range cells {
		if c.End > c.Start {
			kept = append(kept, c)
		}
	}
	return kept
}

// dateCell reads a cell that is nothing but a date to come.
func (p *page) dateCell(c clause.Span) (deadline.Reading, bool) {
	text := p.Text[c.Start:c.End]
	if len(text) > 40 {
		return deadline.Reading{}, false
	}
	w := p.Deadlines.Read(text, p.Said)
	rest := strings.Trim(strings.Replace(text, w.Phrase, "", 1), " *_.,:()")
	if w.Phrase == "" || len(rest) > 4 || w.Latest == 0 || w.Latest < p.Said.On || !(window{Reading: w}).hard() {
		return deadline.Reading{}, false
	}
	return w, true
}

// isDated reports a block that begins with a date and its colon or dash.
func isDated(p *page, b block) bool {
	cells := cellsOf(p.Text, b.Span)
	if len(cells) != 2 || cells[0].End-cells[0].Start > 40 {
		return false
	}
	_, ok := p.dateCell(cells[0])
	return ok
}

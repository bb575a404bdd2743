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
	b, least := p.blocks[s.block], 2
	if b.last-b.first > 1 { // "Today: Mostly dry. Showers will …"
		if b.End, least = s.End, 3; !finiteBetween(p.texts[n], 0, len(p.texts[n].Words)) && !p.texts[n].Finite(0) {
			return Draft{}, false
		}
	}
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
		if event == c || isTeaser(p.Text[event.Start:event.End]) || len(clause.Words(nil, p.Text[event.Start:event.End])) < least || asks(p.Text[event.Start:event.End]) {
			continue
		}
		return p.rowOf(b, event, w), true
	}
	return Draft{}, false
}

// isTeaser reports what only says what an article will be about, or tells what
// was said on the day of a dateline: "why the tram is late", "Acme today announced".
func isTeaser(event string) bool {
	words := strings.Fields(strings.ToLower(event))
	if len(words) == 0 {
		return true
	}
	switch words[0] {
	case "why", "how", "what", "who", "whether", "where":
		return true
	}
	for i := 1; i < min(len(words), 9); i++ {
		if w := words[i]; isSaying(w) && !isBeForm(words[i-1]) && (clause.IsPast(w) || words[i-1] == "today") {
			return true
		}
	}
	return false
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

// dayOf is the day that the paragraph of sentence n begins with, for what names
// none of its own: "Tomorrow: A cloudy start. Highs of 19 are likely."
func (p *page) dayOf(n int) deadline.Reading {
	b := p.blocks[p.sentences[n].block]
	if b.last-b.first < 2 || b.kind != prose {
		return deadline.Reading{}
	}
	cells := cellsOf(p.Text, b.Span)
	if len(cells) != 2 || cells[0].End-cells[0].Start > 30 {
		return deadline.Reading{}
	}
	w, ok := p.dateCell(cells[0])
	if !ok {
		return deadline.Reading{}
	}
	w.Start, w.End = 0, 0
	return w
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

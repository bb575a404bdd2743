package exchange

import (
	"cmp"
	"errors"
	"strings"

	"tracker/claims"
)

// asTheFile is the note of a verdict that comes without any evidence.
const asTheFile = "verdict as the file has it"

// finish settles what the cells of a row say together.
func (t *table) finish() {
	c := &t.object.view.Claim
	if c.Statement == "" {
		c.Statement = c.Quote
	}
	c.Language = cmp.Or(c.Language, t.plan.language)
	c.Speaker, c.StatedOn = cmp.Or(c.Speaker, t.plan.o.Speaker), cmp.Or(c.StatedOn, claims.Moment(t.plan.o.Said))
	if first := &t.object.first; first.Source == "" && first.URL != "" {
		first.Source = host(first.URL)
	}
	v := &t.object.verdict
	if !t.cell.asked && !v.given {
		t.loose()
		return
	}
	if t.cell.outcome.outcome == "" {
		t.noVerdict(v)
		return
	}
	v.given, v.Outcome = true, t.cell.outcome.outcome
	if !t.own {
		v.Reason = cmp.Or(v.Reason, t.cell.outcome.reason)
	}
	if !v.Happened() && v.Day != 0 && t.dated == Guessed {
		v.At, v.Day = cmp.Or(v.At, claims.Instant(moment{day: v.Day}.instant().UnixMilli())), 0
	}
	t.witness(v)
}

// witness gives a verdict what it rests on.
func (t *table) witness(v *verdict) {
	for _, link := range t.cell.links {
		v.Evidence = append(v.Evidence, claims.Evidence{URL: link})
	}
	if len(t.cell.seen) > 0 {
		v.Note = joined(append([]string{v.Note}, t.cell.seen...))
	}
	if note := t.plan.o.EvidenceNote; v.Note == "" && len(v.Evidence) == 0 && (note != "" || !t.own) {
		v.Note = cmp.Or(note, asTheFile)
	}
}

// noVerdict is for a row that is not resolved: what was noted for a verdict
// is kept among the notes.
func (t *table) noVerdict(v *verdict) {
	if v.Day != 0 {
		t.path = append(t.path[:0], "verdict.event_date")
		t.refuse(errors.New("is given, and no outcome"), "")
		t.path = t.path[:0]
	}
	if v.Note != "" {
		t.cell.seen = append(t.cell.seen, v.Note)
	}
	for _, e := range v.Evidence {
		t.cell.links = append(t.cell.links, cmp.Or(e.URL, e.File))
	}
	*v = verdict{}
	t.loose()
}

// loose keeps evidence without a verdict among the notes.
func (t *table) loose() {
	if text := joined(append(t.cell.seen, t.cell.links...)); text != "" {
		t.addNote(text)
	}
}

func joined(parts []string) string { return strings.TrimSpace(strings.Join(parts, " ")) }

// columnOf returns the column of a member; an empty one for none.
func (t *table) columnOf(member string) Column {
	if i := t.plan.index(member); i >= 0 {
		return t.plan.Columns[i]
	}
	return Column{}
}

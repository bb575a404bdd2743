package exchange

import (
	"slices"
	"strings"

	"tracker/claims"
)

// Difference is one member that a file and the book tell differently.
type Difference struct {
	Member     string // its full name: window.latest
	Book, File string // as a cell would show it; Book is "" for nothing known
}

// Differences returns in which members l differs from c, the claim in the
// book with the same identity. Only members that the line gives are compared:
// what is empty or null in a file says nothing. Names and days count as they
// are stored, not as they were typed. Not compared are derived members, a
// link that names a key, and the hedge of a denial given in words, which is
// stored without its negation.
func Differences(l Line, c claims.Claim) []Difference {
	var file, book object
	book.load(&c)
	file.loadLine(l)
	file.store(&c)
	return differences(nil, "", file.shape(), book.shape())
}

// differences appends the members in which two objects of one shape differ.
func differences(diffs []Difference, prefix string, file, book *shape) []Difference {
	for i, m := range file.members {
		if inner, ok := m.place.(*shape); ok {
			diffs = differences(diffs, m.name+".", inner, book.members[i].place.(*shape))
			continue
		}
		given, kept := show(m.place), show(book.members[i].place)
		if given != "" && given != kept {
			diffs = append(diffs, Difference{Member: prefix + m.name, Book: kept, File: given})
		}
	}
	return diffs
}

// loadLine makes *o the object of what a line gives.
func (o *object) loadLine(l Line) {
	d := l.Draft
	*o = object{draft: d, supersedes: l.Supersedes, repeats: l.Repeats}
	o.hedge.Words = d.HedgeWords
	if d.Hedge != nil {
		o.hedge = *d.Hedge
	}
	o.window = window{grace: d.Grace, accepted: d.Accepted}
	o.window.Phrase = d.Phrase
	if w := d.Window; w != nil {
		o.window = window{*w, &w.GraceDays, &w.Accepted}
	}
	o.window.Zone = d.Zone
	if l.Verdict != nil {
		o.verdict = verdict{*l.Verdict, true}
	}
}

// store gives o, a line's, the form in which a book that holds c keeps it.
func (o *object) store(c *claims.Claim) {
	d := &o.draft
	for _, name := range []*string{&d.Key, &d.Speaker, &d.Event, &d.LoggedBy} {
		*name = claims.Name(*name)
	}
	for _, text := range []*string{&d.Statement, &d.Quote, &d.Criterion, &d.Condition, &o.window.Phrase} {
		*text = strings.TrimSpace(*text)
	}
	if d.StatedOn != string(c.StatedOn) { // the zone is worth loading
		if m, _, err := claims.ParseMoment(d.StatedOn, c.Location(), d.Fold); err == nil {
			d.StatedOn = string(m)
		}
	}
	d.Attribution = slices.Clone(d.Attribution)
	for i := range d.Attribution {
		d.Attribution[i].Entity = claims.Name(d.Attribution[i].Entity)
	}
	d.Appearances = slices.Clone(d.Appearances)
	for i := range d.Appearances {
		d.Appearances[i].Source = claims.Name(d.Appearances[i].Source)
	}
	d.Tags = slices.Clone(d.Tags)
	for i, tag := range d.Tags {
		d.Tags[i] = claims.Name(strings.TrimPrefix(tag, "+"))
	}
	slices.Sort(d.Tags)
	d.Tags = slices.Compact(d.Tags)
	if d.Hedge == nil && c.Polarity == claims.WillNot {
		o.hedge.Words = ""
	}
	for _, link := range []*string{&o.supersedes, &o.repeats} {
		if !isUID(*link) {
			*link = ""
		}
	}
	o.verdict.Timing = ""
}

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
	book.load(c.View(0))
	file.loadLine(l)
	given := file.shape()
	file.store(given, &c)
	return differences(nil, "", given, book.shape())
}

// differences appends the members in which two objects of one shape differ.
func differences(diffs []Difference, prefix string, file, book *shape) []Difference {
	for i, m := range file.members {
		if m.derived {
			continue
		}
		if inner, ok := m.addr.(*shape); ok {
			diffs = differences(diffs, m.name+".", inner, book.members[i].addr.(*shape))
			continue
		}
		given, kept := show(m.addr), show(book.members[i].addr)
		if given != "" && given != kept {
			diffs = append(diffs, Difference{Member: prefix + m.name, Book: kept, File: given})
		}
	}
	return diffs
}

// loadLine makes *o the object of what a line gives.
func (o *object) loadLine(l Line) {
	d := l.Draft
	*o = object{view: claims.View{Claim: d.Given()}, grace: d.Grace, accepted: d.Accepted}
	c := &o.view.Claim
	c.Supersedes, c.Repeats = claims.UID(l.Supersedes), claims.UID(l.Repeats)
	c.Hedge.Words = d.HedgeWords
	if d.Hedge != nil {
		c.Hedge = *d.Hedge
	}
	c.Window.Phrase = d.Phrase
	if w := d.Window; w != nil {
		c.Window = *w
		o.grace, o.accepted = &w.GraceDays, &w.Accepted
	}
	c.Window.Zone = d.Zone
	if l.Verdict != nil {
		o.verdict = verdict{*l.Verdict, true}
	}
}

// store gives o, a line's of some shape, the form in which a book that holds
// kept keeps it.
func (o *object) store(given *shape, kept *claims.Claim) {
	given.store()
	c := &o.view.Claim
	if c.StatedOn != kept.StatedOn { // the zone is worth loading
		if m, _, err := claims.ParseMoment(string(c.StatedOn), kept.Location(), false); err == nil {
			c.StatedOn = m
		}
	}
	c.Attribution, c.Appearances = slices.Clone(c.Attribution), slices.Clone(c.Appearances)
	for i := range c.Attribution {
		newShape(membersOf(&c.Attribution[i], claims.LinkMembers)).store()
	}
	for i := range c.Appearances {
		newShape(membersOf(&c.Appearances[i], claims.AppearanceMembers)).store()
	}
	c.Tags = slices.Clone(c.Tags)
	for i, tag := range c.Tags {
		c.Tags[i] = claims.Name(strings.TrimPrefix(tag, "+"))
	}
	slices.Sort(c.Tags)
	c.Tags = slices.Compact(c.Tags)
	if c.Hedge.P == nil && c.Hedge.Kind == "" && kept.Polarity == claims.WillNot {
		c.Hedge.Words = ""
	}
	for _, link := range []*claims.UID{&c.Supersedes, &c.Repeats} {
		if !isUID(string(*link)) {
			*link = ""
		}
	}
	o.verdict.Timing = ""
}

// store gives each text of a shape its form in a book.
func (s *shape) store() {
	for _, m := range s.members {
		text, ok := m.addr.(*string)
		if inner, deep := m.addr.(*shape); deep {
			inner.store()
		} else if ok && m.normal != nil {
			*text = m.normal(*text)
		}
	}
}

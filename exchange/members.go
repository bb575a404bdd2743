package exchange

import (
	"strings"

	"tracker/claims"
	"tracker/reading/deadline"
)

// object is the claim object of one line: every member as it was given, the
// short forms beside what they are short for.
type object struct {
	draft  claims.Draft
	first  claims.Appearance // the columns source, url ... of a CSV file
	hedge  claims.Hedge
	words  string // "hedge": "likely"
	window window
	phrase string // deadline_phrase

	verdict, resolution verdict // two names of one thing
	supersedes, repeats string

	id, status, hindsight, dueAt string // derived: written, skipped when read
}

type window struct {
	claims.Window
	grace    *int
	accepted *bool
}

type verdict struct {
	claims.Verdict
	given bool
}

// member is one member of an object and the place where it is kept.
type member struct {
	name  string
	place any
}

// shape is what an object may hold.
type shape struct {
	members []member
	last    int     // the member found last
	seen    uint64  // a bit for each member read so far
	given   *bool   // set when the object is given at all; may be nil
	short   *string // where a text in place of the object goes; may be nil
}

func newShape(members []member) *shape { return &shape{members: members, last: len(members) - 1} }

// find returns the index of a member. It looks on from the one found last,
// because most files keep an order.
func (s *shape) find(name string) (i int, ok bool) {
	for range s.members {
		if s.last++; s.last >= len(s.members) {
			s.last = 0
		}
		if s.members[s.last].name == name {
			return s.last, true
		}
	}
	return 0, false
}

// shape lists the members of the claim object in the order of
// docs/format.md. The places stay valid when *o is overwritten.
func (o *object) shape() *shape {
	d := &o.draft
	hedge := newShape(hedgeMembers(&o.hedge))
	hedge.short = &o.words
	return newShape([]member{
		{"id", derived{&o.id}}, {"uid", &d.UID}, {"key", &d.Key},
		{"statement", &d.Statement}, {"quote", &d.Quote}, {"language", &d.Language},
		{"speaker", &d.Speaker}, {"speaker_kind", (*string)(&d.SpeakerKind)},
		{"attribution", listOf(&d.Attribution, linkPlace, linkForm{})},
		{"appearances", listOf(&d.Appearances, appearancePlace, nil)},
		{"stated_on", &d.StatedOn}, {"logged_at", &d.LoggedAt}, {"event", &d.Event},
		{"tags", listOf(&d.Tags, func(t *string) any { return t }, tagForm{})},
		{"criterion", &d.Criterion}, {"condition", &d.Condition}, {"polarity", (*string)(&d.Polarity)},
		{"hedge", hedge}, {"window", newShape(o.window.members(&o.dueAt))}, {"deadline_phrase", &o.phrase},
		{"baseline_p", &d.BaselineP}, {"logged_by", &d.LoggedBy}, {"notes", &d.Notes}, {"forced", &d.Force},
		{"supersedes", &o.supersedes}, {"repeats", &o.repeats}, {"snoozed_until", &d.SnoozedUntil},
		{"withdrawn", &d.Withdrawn}, {"disputed", &d.Disputed},
		{"verdict", o.verdict.shape()}, {"resolution", o.resolution.shape()},
		{"status", derived{&o.status}}, {"hindsight", derived{&o.hindsight}},
	})
}

func hedgeMembers(h *claims.Hedge) []member {
	return []member{{"words", &h.Words}, {"p", &h.P}, {"low", &h.Low}, {"high", &h.High},
		{"kind", (*string)(&h.Kind)}, {"map", &h.Map}}
}

func (w *window) members(dueAt *string) []member {
	return []member{
		{"phrase", &w.Phrase}, {"earliest", &w.Earliest}, {"latest", &w.Latest}, {"zone", &w.Zone},
		{"granularity", (*string)(&w.Granularity)}, {"class", (*string)(&w.Class)},
		{"relation", (*string)(&w.Relation)}, {"rule", &w.Rule}, {"rules", &w.Rules}, {"grace_days", &w.grace},
		{"alternatives", listOf(&w.Alternatives, alternativePlace, nil)},
		{"accepted", &w.accepted}, {"due_at", derived{dueAt}},
	}
}

func (v *verdict) shape() *shape {
	s := newShape([]member{
		{"uid", &v.UID}, {"outcome", (*string)(&v.Outcome)}, {"extent", &v.Extent}, {"event_date", &v.Day},
		{"timing", (*string)(&v.Timing)}, {"reason", &v.Reason}, {"note", &v.Note},
		{"evidence", listOf(&v.Evidence, evidencePlace, evidenceForm{})}, {"by", &v.By}, {"at", &v.At},
	})
	s.given = &v.given
	return s
}

func linkPlace(l *claims.Link) any {
	return newShape([]member{{"entity", &l.Entity}, {"role", (*string)(&l.Role)}})
}

func appearanceMembers(a *claims.Appearance) []member {
	return []member{{"source", &a.Source}, {"url", &a.URL}, {"title", &a.Title},
		{"published_on", &a.PublishedOn}, {"archive_url", &a.ArchiveURL}, {"sha256", &a.SHA256}}
}

func appearancePlace(a *claims.Appearance) any { return newShape(appearanceMembers(a)) }

func alternativePlace(a *deadline.Alternative) any {
	return newShape([]member{{"earliest", &a.Earliest}, {"latest", &a.Latest}, {"why", &a.Why}})
}

func evidencePlace(e *claims.Evidence) any {
	return newShape([]member{{"url", &e.URL}, {"file", &e.File}, {"sha256", &e.SHA256}})
}

// column is one column of a CSV file: a member by its full name, window.phrase
// for the phrase of window.
type column struct {
	member
	given *bool // of the object it belongs to; may be nil
}

// columns lists the columns of a claim in the order of docs/format.md: its
// members, those of objects led by the object's name. The first appearance
// has columns of its own, before the one for the others.
func (o *object) columns() []column {
	var list []column
	for _, m := range o.shape().members {
		switch place := m.place.(type) {
		case *shape:
			if place.short != nil {
				list = append(list, column{member: member{m.name, place.short}})
			}
			for _, inner := range place.members {
				list = append(list, column{member{m.name + "." + inner.name, inner.place}, place.given})
			}
		default:
			if m.name == "appearances" {
				for _, inner := range appearanceMembers(&o.first) {
					list = append(list, column{member: inner})
				}
			}
			list = append(list, column{member: m})
		}
	}
	return list
}

// isShort reports whether a column is a short form or another name, which is
// read and never written.
func (c column) isShort() bool {
	return c.name == "hedge" || c.name == "deadline_phrase" || strings.HasPrefix(c.name, "resolution.")
}

// required lists the members that every claim gives.
func (o *object) required() []member {
	return []member{{"statement", &o.draft.Statement}, {"speaker", &o.draft.Speaker}, {"stated_on", &o.draft.StatedOn}}
}

package claims

import (
	"strings"

	"tracker/reading/deadline"
)

// HedgeMembers are the members of a hedge.
var HedgeMembers = []Member[Hedge]{
	{Name: "words", Addr: func(h *Hedge) any { return &h.Words }, Sheet: "hedge", Note: "read again when it changes"},
	{Name: "p", Addr: func(h *Hedge) any { return &h.P }},
	{Name: "low", Addr: func(h *Hedge) any { return &h.Low }},
	{Name: "high", Addr: func(h *Hedge) any { return &h.High }},
	{Name: "kind", Addr: func(h *Hedge) any { return (*string)(&h.Kind) }},
	{Name: "map", Addr: func(h *Hedge) any { return &h.Map }},
	{Name: "said", Addr: func(h *Hedge) any { return &h.Said }, Derived: true},
}

// WindowMembers are the members of a window.
var WindowMembers = []Member[Window]{
	{Name: "phrase", Addr: func(w *Window) any { return &w.Phrase }, Normal: strings.TrimSpace, Sheet: "deadline", Note: "read again when it changes"},
	{Name: "said", Addr: func(w *Window) any { return &w.Said }, Derived: true},
	{Name: "earliest", Addr: func(w *Window) any { return &w.Earliest }},
	{Name: "latest", Addr: func(w *Window) any { return &w.Latest }},
	{Name: "zone", Addr: func(w *Window) any { return &w.Zone }},
	{Name: "granularity", Addr: func(w *Window) any { return (*string)(&w.Granularity) }},
	{Name: "class", Addr: func(w *Window) any { return (*string)(&w.Class) }},
	{Name: "relation", Addr: func(w *Window) any { return (*string)(&w.Relation) }},
	{Name: "rule", Addr: func(w *Window) any { return &w.Rule }},
	{Name: "rules", Addr: func(w *Window) any { return &w.Rules }},
	{Name: "grace_days", Addr: func(w *Window) any { return &w.GraceDays }},
	{Name: "alternatives", Addr: func(w *Window) any { return &w.Alternatives }},
	{Name: "accepted", Addr: func(w *Window) any { return &w.Accepted }},
	{Name: "due_at", Addr: func(w *Window) any { return &w.DueAt }, Derived: true},
}

// AlternativeMembers are the members of another reading of a window.
var AlternativeMembers = []Member[deadline.Alternative]{
	{Name: "earliest", Addr: func(a *deadline.Alternative) any { return &a.Earliest }},
	{Name: "latest", Addr: func(a *deadline.Alternative) any { return &a.Latest }},
	{Name: "why", Addr: func(a *deadline.Alternative) any { return &a.Why }},
}

// LinkMembers are the members of a step of the attribution.
var LinkMembers = []Member[Link]{
	{Name: "entity", Addr: func(l *Link) any { return &l.Entity }, Normal: Name, Limit: MaxName, Required: true},
	{Name: "role", Addr: func(l *Link) any { return (*string)(&l.Role) }, Words: names(Roles), Is: "a role"},
}

// AppearanceMembers are the members of a place of publication.
var AppearanceMembers = []Member[Appearance]{
	{Name: "source", Addr: func(a *Appearance) any { return &a.Source }, Normal: Name, Limit: MaxName, Required: true},
	{Name: "url", Addr: func(a *Appearance) any { return &a.URL }},
	{Name: "title", Addr: func(a *Appearance) any { return &a.Title }, Limit: MaxText},
	{Name: "published_on", Addr: func(a *Appearance) any { return &a.PublishedOn }},
	{Name: "archive_url", Addr: func(a *Appearance) any { return &a.ArchiveURL }},
	{Name: "sha256", Addr: func(a *Appearance) any { return &a.SHA256 }},
}

// VerdictMembers are the members of a verdict.
var VerdictMembers = []Member[Verdict]{
	{Name: "uid", Addr: func(v *Verdict) any { return &v.UID }},
	{Name: "outcome", Addr: func(v *Verdict) any { return (*string)(&v.Outcome) }},
	{Name: "extent", Addr: func(v *Verdict) any { return &v.Extent }},
	{Name: "event_date", Addr: func(v *Verdict) any { return &v.Day }},
	{Name: "timing", Addr: func(v *Verdict) any { return (*string)(&v.Timing) }},
	{Name: "early_counts", Addr: func(v *Verdict) any { return &v.EarlyCounts }},
	{Name: "reason", Addr: func(v *Verdict) any { return &v.Reason }},
	{Name: "note", Addr: func(v *Verdict) any { return &v.Note }},
	{Name: "evidence", Addr: func(v *Verdict) any { return &v.Evidence }},
	{Name: "by", Addr: func(v *Verdict) any { return &v.By }},
	{Name: "at", Addr: func(v *Verdict) any { return &v.At }},
}

// EvidenceMembers are the members of a piece of evidence.
var EvidenceMembers = []Member[Evidence]{
	{Name: "url", Addr: func(e *Evidence) any { return &e.URL }},
	{Name: "file", Addr: func(e *Evidence) any { return &e.File }},
	{Name: "sha256", Addr: func(e *Evidence) any { return &e.SHA256 }},
}

// FlatMembers are the members of a claim with those of its hedge and window,
// which are led by the name of the part: "window.latest".
var FlatMembers = flat()

func flat() []Member[Claim] {
	var list []Member[Claim]
	for _, m := range Members {
		switch list = append(list, m); m.Name {
		case "hedge":
			list = append(list, partOf(m.Name, HedgeMembers, func(c *Claim) *Hedge { return &c.Hedge })...)
		case "window":
			list = append(list, partOf(m.Name, WindowMembers, func(c *Claim) *Window { return &c.Window })...)
		}
	}
	return list
}

// partOf is the table of a part as members of the claim it is in.
func partOf[T any](name string, table []Member[T], part func(*Claim) *T) []Member[Claim] {
	list := make([]Member[Claim], len(table))
	for i, m := range table {
		list[i] = Member[Claim]{Name: name + "." + m.Name, Addr: func(c *Claim) any { return m.Addr(part(c)) },
			Normal: m.Normal, Sheet: m.Sheet, Note: m.Note, Derived: m.Derived, Private: m.Private}
	}
	return list
}

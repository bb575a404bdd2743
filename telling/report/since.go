package report

import (
	"encoding/json"
	"fmt"
	"slices"

	"tracker/calendar"
	"tracker/claims"
)

// Since is what changed between an earlier report and this one.
type Since struct {
	AsOf        calendar.Day `json:"as_of"`       // of the earlier one
	New         []claims.ID  `json:"new"`         // claims that it does not have
	Judged      []claims.ID  `json:"judged"`      // those that had no verdict and have one
	Otherwise   []claims.ID  `json:"otherwise"`   // those whose verdict is another one, or was taken back
	Changed     []claims.ID  `json:"changed"`     // those that say something else, or are read otherwise
	Gone        []Gone       `json:"gone"`        // those that are not in this one
	Corrections []Correction `json:"corrections"` // that it does not have
}

// Gone is a claim of an earlier report that a later one does not have.
type Gone struct {
	UID       claims.UID `json:"uid"`
	Statement string     `json:"statement"`
}

// ChangedSince holds the report against an earlier one. It refuses one that
// is about something else, or of a later day.
func (r *Report) ChangedSince(e Earlier) error {
	switch {
	case e.AsOf > r.AsOf:
		return claims.Refuse("", "the earlier report is as of %s, and this one as of %s", e.AsOf, r.AsOf).WithHint("tracker report --since-report FILE takes an earlier one")
	case e.Filter != r.Filter:
		return claims.Refuse("", "the earlier report is about other claims: its filter is %q, and that of this one %q", e.Filter, r.Filter).
			WithHint("give both the same filter")
	}
	s := Since{AsOf: e.AsOf, New: []claims.ID{}, Judged: []claims.ID{}, Otherwise: []claims.ID{}, Changed: []claims.ID{}, Gone: []Gone{}, Corrections: []Correction{}}
	then, now := map[claims.UID]earlierClaim{}, map[claims.UID]bool{}
	for _, c := range e.Claims {
		then[c.UID] = c
	}
	if err := r.Each(func(c *Claim) error {
		now[c.UID] = true
		was, known := then[c.UID]
		return s.compare(*c, was, known)
	}); err != nil {
		return err
	}
	for _, c := range e.Claims {
		if !now[c.UID] {
			s.Gone = append(s.Gone, Gone{c.UID, c.Statement})
		}
	}
	s.Corrections = append(s.Corrections, without(r.Corrections, e.Corrections)...)
	r.Since = &s
	return nil
}

// compare places one claim.
func (s *Since) compare(c Claim, was earlierClaim, known bool) error {
	if !known {
		s.New = append(s.New, c.ID)
		return nil
	}
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("compare claim %d: %w", c.ID, err)
	}
	var is earlierClaim
	if err := json.Unmarshal(text, &is); err != nil {
		return fmt.Errorf("compare claim %d: %w", c.ID, err)
	}
	before, after := was.verdictOf(), is.verdictOf()
	switch {
	case before == nil && after != nil:
		s.Judged = append(s.Judged, c.ID)
	case differs(before, after, verdictMembers):
		s.Otherwise = append(s.Otherwise, c.ID)
	}
	if differs(was.members, is.members, judgedMembers) {
		s.Changed = append(s.Changed, c.ID)
	}
	return nil
}

// without returns the corrections that are not among others, each as often as
// it is there more often.
func without(list, others []Correction) []Correction {
	count := map[Correction]int{}
	for _, c := range others {
		count[c]++
	}
	return slices.DeleteFunc(slices.Clone(list), func(c Correction) bool {
		count[c]--
		return count[c] >= 0
	})
}

// sinceSection is what changed since an earlier report.
func (r Report) sinceSection() section {
	if r.Since == nil {
		return section{}
	}
	s := section{ID: "changes", Heading: "What changed since the table of " + dayWords(r.Since.AsOf)}
	for _, x := range []struct {
		words string
		ids   []claims.ID
	}{{"New", r.Since.New}, {"Judged since", r.Since.Judged}, {"Judged otherwise than before", r.Since.Otherwise}, {"Changed in what it says or how it is read", r.Since.Changed}} {
		if len(x.ids) > 0 {
			s.List = append(s.List, para{{Text: fmt.Sprintf("%s: %s ", x.words, Count(len(x.ids), "claim"))}, {Refs: r.refs(x.ids...)}})
		}
	}
	for _, g := range r.Since.Gone {
		s.List = append(s.List, plain("Not in this table any more: "+g.Statement+" (in our words)"))
	}
	if n := len(r.Since.Corrections); n > 0 {
		s.List = append(s.List, para{{Text: Count(n, "correction") + ": see "}, linkTo("what was corrected", "corrections")})
	}
	if len(s.List) == 0 {
		s.Intro = []para{plain("Nothing.")}
	}
	return s
}

package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/ledger"
)

// Correction is one member of a claim that was changed after the claim had been
// logged, with what stood there before.
type Correction struct {
	Day  calendar.Day `json:"day"` // in UTC
	ID   claims.ID    `json:"id"`
	What string       `json:"what"`
	Was  string       `json:"was"` // "" for nothing
	Now  string       `json:"now"`
	Why  string       `json:"why"`

	uid claims.UID // of the claim, whose number the book gives
}

// corrected are the members whose change readers are told of, with their
// names: what was said, how it is read, and what is said to have come of it.
// The desk's own matters stay in the book.
var corrected = map[string]string{
	"statement": "what it says, in our words", "quote": "quote", "words_by": "whose words the quote is", "speaker": "speaker", "stated_on": "day it was said",
	"criterion": "how it is decided", "condition": "condition", "polarity": "direction", "type": "kind of statement", "hedge": "words of confidence",
	"window": "window", "verdict": "verdict", "withdrawn": "withdrawn", "disputed": "disputed", "supersedes": "date it replaced", "repeats": "what it repeats",
}

// claimMembers are those of corrected that name another claim, and imported the
// verb that links the claims which it brought.
var claimMembers = map[string]bool{"supersedes": true, "repeats": true}

const imported = "import"

// ReadCorrections reads the corrections of claims out of a journal, without
// their numbers: a gathering gives them to those it takes. A
// first verdict is none, neither is what an import or a rename brought, nor a
// slip of the hand that was undone on the same day.
func ReadCorrections(entries iter.Seq2[ledger.Entry, error]) ([]Correction, error) {
	list, of := []Correction{}, []int64{} // of: the entry of each
	for x, err := range entries {
		if err != nil {
			return nil, err
		}
		if x.Kind != ledger.Claim || !bytes.HasPrefix(x.Body, []byte(`{"set":`)) {
			continue
		}
		var change ledger.Change
		if err := json.Unmarshal(x.Body, &change); err != nil {
			return nil, fmt.Errorf("read entry %d of the journal: %w", x.Seq, err)
		}
		day := calendar.Of(time.UnixMilli(x.At).UTC())
		if takeBack(&list, &of, change.Undoes, day) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(change.Set)) {
			c := Correction{Day: day, uid: claims.UID(x.Subject), What: corrected[name], Was: memberWords(name, change.Was[name]), Now: memberWords(name, change.Set[name]), Why: change.Why}
			if c.What == "" || c.Was == c.Now || c.Was == "" && (name == "verdict" || x.Verb == imported && claimMembers[name]) {
				continue
			}
			list, of = append(list, c), append(of, x.Seq)
		}
	}
	return list, nil
}

// namesClaims reports whether it is about which claim another one follows.
func (c *Correction) namesClaims() bool {
	return c.What == corrected["supersedes"] || c.What == corrected["repeats"]
}

// lastCorrections are the days on which claims were corrected last.
func lastCorrections(list []Correction) map[claims.ID]calendar.Day {
	last := map[claims.ID]calendar.Day{}
	for _, c := range list {
		last[c.ID] = max(last[c.ID], c.Day)
	}
	return last
}

// takeBack drops the corrections of an entry that was undone on their day, and
// reports whether there were any.
func takeBack(list *[]Correction, of *[]int64, undone int64, day calendar.Day) bool {
	n := len(*list)
	for i := len(*of) - 1; i >= 0 && undone != 0; i-- {
		if (*of)[i] == undone && (*list)[i].Day == day {
			*list, *of = slices.Delete(*list, i, i+1), slices.Delete(*of, i, i+1)
		}
	}
	return len(*list) < n
}

// memberWords is what an entry has for a member, as people read it; "" for
// nothing.
func memberWords(name string, value json.RawMessage) string {
	switch name {
	case "verdict":
		return verdictWords(value)
	case "window":
		var w claims.Window
		if json.Unmarshal(value, &w) != nil || w.Earliest == 0 && w.Latest == 0 && w.Phrase == "" {
			return ""
		}
		text := dates(w.Earliest, w.Latest)
		switch {
		case w.Rule == claims.RuleGiven:
			return text + " (set by hand)"
		case w.Phrase != "":
			text += " (read from: " + w.Phrase + ")"
		}
		if w.Accepted {
			text += ", accepted"
		}
		return text
	case "hedge":
		var h claims.Hedge
		if json.Unmarshal(value, &h) != nil {
			return ""
		}
		number := percentage(h.P)
		if h.Words == "" {
			return number
		}
		return h.Words + ", " + number
	}
	var s *string
	if json.Unmarshal(value, &s) != nil || s == nil {
		return ""
	}
	if name == "polarity" {
		return map[string]string{string(claims.Will): "that it will happen", string(claims.WillNot): "that it will not happen"}[*s]
	}
	return *s
}

// verdictWords is a verdict in short.
func verdictWords(value json.RawMessage) string {
	var v *claims.Verdict
	if json.Unmarshal(value, &v) != nil || v == nil {
		return ""
	}
	switch {
	case v.Outcome == claims.Unclear || v.Outcome == claims.Void:
		return string(v.Outcome) + ", " + ReasonWords(v.Reason)
	case v.Outcome == claims.No:
		return "it had not happened"
	case v.Day == 0:
		return "it happened"
	}
	return "it happened on " + dayWords(v.Day)
}

// correctionsSection is what was corrected, the latest first.
func (r Report) correctionsSection() section {
	s := section{ID: "corrections", Heading: "Corrections"}
	if len(r.Corrections) == 0 {
		s.Intro = []para{plain("No claim of this report has been changed since it was recorded.")}
		return s
	}
	t := table{Caption: "What was changed after a claim had been recorded, the latest first; quotes stand without quotation marks.",
		Heads: []head{{"Day", classDate}, {"Claim", classProse}, {"What", classWord}, {"Was", classProse}, {"Is now", classProse}, {"Why", classProse}}}
	for i := len(r.Corrections) - 1; i >= 0; i-- {
		c := r.Corrections[i]
		t.Rows = append(t.Rows, row{Cells: [][]line{text(dayWords(c.Day)), {{Refs: r.refs(c.ID)}}, text(c.What), text(orNothing(c.Was)), text(orNothing(c.Now)), text(orNothing(c.Why))}})
	}
	s.Table = &t
	return s
}

// orNothing is a text, or the sign for none.
func orNothing(s string) string {
	if s == "" {
		return unknown
	}
	return s
}

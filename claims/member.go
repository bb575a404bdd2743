package claims

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"tracker/calendar"
)

// Member is a row of a table of members: one member of a T, which is a claim
// or a part of one. Whoever reads, writes, keeps, compares, edits or publishes
// claims walks these tables, so that a member has to be named in one row.
//
//	for _, m := range claims.Members {
//		fmt.Println(m.Name, m.Addr(&c))
//	}
type Member[T any] struct {
	Name string       // in JSON, in a CSV header, in a refusal
	Addr func(*T) any // a pointer to where a T keeps it: *string for every text

	Draft    func(*Draft) any    // a pointer to where a draft keeps it; nil for what is read from words or decided later
	Normal   func(string) string // the form in which a text is kept; nil keeps it as it was typed
	Limit    int                 // how many bytes a text may have; 0 is checked elsewhere
	Required bool                // a text that has to say something
	Words    []string            // all that a text may be, in the order they are offered; nil for any
	Is       string              // what Words are: "a polarity"
	Default  string              // what an empty text stands for

	Sheet     string // its name when a claim is edited as a text; "" when it is not
	Note      string // the sheet's remark on it
	Multiline bool   // the sheet gives it several lines

	Derived bool // follows from other members: written for readers, never read
	Private bool // stays in the book: no report has it
}

// Members are the members of a claim in the order in which they are written.
var Members = []Member[Claim]{
	{Name: "id", Addr: func(c *Claim) any { return (*int64)(&c.ID) }, Derived: true},
	{Name: "uid", Addr: func(c *Claim) any { return &c.UID }, Draft: func(d *Draft) any { return &d.UID }},
	{Name: "key", Addr: func(c *Claim) any { return &c.Key }, Draft: func(d *Draft) any { return &d.Key }, Normal: Name, Limit: MaxName},
	{Name: "statement", Addr: func(c *Claim) any { return &c.Statement }, Draft: func(d *Draft) any { return &d.Statement },
		Normal: strings.TrimSpace, Limit: MaxText, Required: true, Sheet: "statement"},
	{Name: "quote", Addr: func(c *Claim) any { return &c.Quote }, Draft: func(d *Draft) any { return &d.Quote },
		Normal: strings.TrimSpace, Limit: MaxText, Sheet: "quote", Multiline: true},
	{Name: "words_by", Addr: func(c *Claim) any { return (*string)(&c.WordsBy) }, Draft: func(d *Draft) any { return (*string)(&d.WordsBy) },
		Words: names([]WordsBy{BySpeaker, ByReport}), Is: "whose words a quote can be", Sheet: "words_by", Note: "of the quote: speaker or report"},
	{Name: "language", Addr: func(c *Claim) any { return &c.Language }, Draft: func(d *Draft) any { return &d.Language }, Default: "en"},
	{Name: "speaker", Addr: func(c *Claim) any { return &c.Speaker }, Draft: func(d *Draft) any { return &d.Speaker },
		Normal: Name, Limit: MaxName, Required: true, Sheet: "speaker"},
	{Name: "speaker_kind", Addr: func(c *Claim) any { return (*string)(&c.SpeakerKind) }, Draft: func(d *Draft) any { return (*string)(&d.SpeakerKind) },
		Words: names(SpeakerKinds), Is: "a kind of speaker", Default: string(Person)},
	{Name: "attribution", Addr: func(c *Claim) any { return &c.Attribution }, Draft: func(d *Draft) any { return &d.Attribution }},
	{Name: "appearances", Addr: func(c *Claim) any { return &c.Appearances }, Draft: func(d *Draft) any { return &d.Appearances }},
	{Name: "stated_on", Addr: func(c *Claim) any { return (*string)(&c.StatedOn) }, Draft: func(d *Draft) any { return &d.StatedOn }, Sheet: "said"},
	{Name: "logged_at", Addr: func(c *Claim) any { return &c.LoggedAt }, Draft: func(d *Draft) any { return &d.LoggedAt }, Private: true},
	{Name: "event", Addr: func(c *Claim) any { return &c.Event }, Draft: func(d *Draft) any { return &d.Event },
		Normal: Name, Limit: MaxName, Sheet: "event"},
	{Name: "tags", Addr: func(c *Claim) any { return &c.Tags }, Draft: func(d *Draft) any { return &d.Tags }, Sheet: "tags"},
	{Name: "criterion", Addr: func(c *Claim) any { return &c.Criterion }, Draft: func(d *Draft) any { return &d.Criterion },
		Normal: strings.TrimSpace, Limit: MaxText, Sheet: "criterion"},
	{Name: "condition", Addr: func(c *Claim) any { return &c.Condition }, Draft: func(d *Draft) any { return &d.Condition },
		Normal: strings.TrimSpace, Limit: MaxText, Sheet: "condition"},
	{Name: "polarity", Addr: func(c *Claim) any { return (*string)(&c.Polarity) }, Draft: func(d *Draft) any { return (*string)(&d.Polarity) },
		Words: []string{string(Will), string(WillNot)}, Is: "a polarity", Sheet: "polarity", Note: "will or will-not"},
	{Name: "type", Addr: func(c *Claim) any { return (*string)(&c.Type) }, Draft: func(d *Draft) any { return (*string)(&d.Type) },
		Words: names(Types), Is: "a type", Sheet: "type", Note: "promise, plan or forecast"},
	{Name: "hedge", Addr: func(c *Claim) any { return &c.Hedge }},
	{Name: "window", Addr: func(c *Claim) any { return &c.Window }},
	{Name: "baseline_p", Addr: func(c *Claim) any { return &c.BaselineP }, Draft: func(d *Draft) any { return &d.BaselineP }, Private: true},
	{Name: "baseline_on", Addr: func(c *Claim) any { return &c.BaselineOn }, Draft: func(d *Draft) any { return &d.BaselineOn }, Private: true},
	{Name: "logged_by", Addr: func(c *Claim) any { return &c.LoggedBy }, Draft: func(d *Draft) any { return &d.LoggedBy },
		Normal: Name, Limit: MaxText, Private: true},
	{Name: "notes", Addr: func(c *Claim) any { return &c.Notes }, Draft: func(d *Draft) any { return &d.Notes },
		Limit: MaxText, Sheet: "notes", Multiline: true, Private: true},
	{Name: "forced", Addr: func(c *Claim) any { return &c.Forced }, Draft: func(d *Draft) any { return &d.Force }, Private: true},
	{Name: "supersedes", Addr: func(c *Claim) any { return &c.Supersedes }, Draft: func(d *Draft) any { return &d.Supersedes }},
	{Name: "repeats", Addr: func(c *Claim) any { return &c.Repeats }, Draft: func(d *Draft) any { return &d.Repeats }},
	{Name: "snoozed_until", Addr: func(c *Claim) any { return &c.SnoozedUntil }, Draft: func(d *Draft) any { return &d.SnoozedUntil }, Private: true},
	{Name: "withdrawn", Addr: func(c *Claim) any { return &c.Withdrawn }, Draft: func(d *Draft) any { return &d.Withdrawn }, Limit: MaxText},
	{Name: "disputed", Addr: func(c *Claim) any { return &c.Disputed }, Draft: func(d *Draft) any { return &d.Disputed }, Limit: MaxText},
	{Name: "verdict", Addr: func(c *Claim) any { return &c.Verdict }},
	{Name: "drafted", Addr: func(c *Claim) any { return &c.Drafted }, Draft: func(d *Draft) any { return &d.Drafted }, Private: true},
	{Name: "proposed", Addr: func(c *Claim) any { return &c.Proposed }, Draft: func(d *Draft) any { return &d.Proposed }, Private: true},
	{Name: "recorded_at", Addr: func(c *Claim) any { return &c.RecordedAt }, Derived: true},
	{Name: "amended_late_at", Addr: func(c *Claim) any { return &c.AmendedLateAt }, Derived: true, Private: true},
	{Name: "accepted_late_at", Addr: func(c *Claim) any { return &c.AcceptedLateAt }, Derived: true, Private: true},
	{Name: "withdrawn_at", Addr: func(c *Claim) any { return &c.WithdrawnAt }, Derived: true, Private: true},
}

// ViewMembers are what a View has beside its claim.
var ViewMembers = []Member[View]{
	{Name: "status", Addr: func(v *View) any { return (*string)(&v.Status) }, Derived: true},
	{Name: "hindsight", Addr: func(v *View) any { return &v.Hindsight }, Derived: true},
	{Name: "side", Addr: func(v *View) any { return (*string)(&v.Side) }, Derived: true},
	{Name: "standing", Addr: func(v *View) any { return (*string)(&v.Standing) }, Derived: true},
	{Name: "right", Addr: func(v *View) any { return &v.Right }, Derived: true},
}

// Given returns c as a draft with every member that a draft takes as it is;
// what is read from words is left to be read.
func (c *Claim) Given() Draft {
	var d Draft
	for i := range Members {
		if m := &Members[i]; m.Draft != nil {
			assign(m.Draft(&d), m.Addr(c))
		}
	}
	return d
}

// Given returns d as a claim with every member that it takes as it is.
func (d *Draft) Given() Claim {
	var c Claim
	for i := range Members {
		if m := &Members[i]; m.Draft != nil {
			assign(m.Addr(&c), m.Draft(d))
		}
	}
	return c
}

// Public returns c without what stays in the book.
func (c Claim) Public() Claim {
	for i := range Members {
		if Members[i].Private {
			reflect.ValueOf(Members[i].Addr(&c)).Elem().SetZero()
		}
	}
	return c
}

// Take copies the members with some names from another claim.
func (c *Claim) Take(from *Claim, members []string) {
	for i := range Members {
		if m := &Members[i]; slices.Contains(members, m.Name) {
			assign(m.Addr(c), m.Addr(from))
		}
	}
}

// keep brings a text into the form in which it is kept, or refuses it.
func (m *Member[T]) keep(s *string) (err *Error) {
	switch {
	case m.Limit == 0:
	case m.Required:
		err = required(m.Name, *s, m.Limit)
	default:
		err = Text(m.Name, *s, m.Limit)
	}
	if m.Normal != nil {
		*s = m.Normal(*s)
	}
	if *s == "" {
		*s = m.Default
	}
	if *s != "" && m.Words != nil && !slices.Contains(m.Words, *s) {
		return Refuse(m.Name, "%q is not %s", short(*s), m.Is).WithHint("%s", either(m.Words))
	}
	return err
}

// keepTexts keeps the texts of a part of a claim. Name is the member that
// refusals name, "" for the part's own.
func keepTexts[T any](of *T, table []Member[T], name string, ps *Problems) {
	for i := range table {
		if text, ok := table[i].Addr(of).(*string); ok {
			if err := table[i].keep(text); err != nil {
				err.Field = cmp.Or(name, err.Field)
				ps.add(err)
			}
		}
	}
}

// assign copies what one address holds to another of its type.
func assign(into, from any) {
	switch p := into.(type) {
	case *string:
		*p = *from.(*string)
	case *UID:
		*p = *from.(*UID)
	case *Instant:
		*p = *from.(*Instant)
	case *calendar.Day:
		*p = *from.(*calendar.Day)
	case *bool:
		*p = *from.(*bool)
	case *[]string:
		*p = *from.(*[]string)
	default:
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(from).Elem())
	}
}

// either names words to choose from: "a, b or c".
func either(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// names are the words of a closed list.
func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

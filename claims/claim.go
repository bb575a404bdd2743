// Package claims holds the words of the house as types: the claim, its
// window, its hedge and its verdict, with every rule of what is allowed and
// what may follow what. It knows nothing of files, SQL, terminals or clocks:
// whoever calls hands in the time.
//
//	d := claims.Draft{Statement: "The talks resume", Speaker: "The ministry",
//		StatedOn: "2025-08-06", Phrase: "next week"}
//	c, err := reader.Claim(d, now)
//	c.Window.Latest // 2025-08-17
package claims

import (
	"cmp"

	"tracker/calendar"
	"tracker/reading/hedge"
)

// ID is a claim's short number in one book. It is never reused.
type ID int64

// UID is a UUIDv7: the same for a claim in every book and export.
type UID string

// Polarity says whether the speaker said that the event will happen.
type Polarity string

const (
	Will    Polarity = "will"
	WillNot Polarity = "will-not"
)

// Type says what kind of statement a claim is. Only an undertaking of the
// speaker's own, or of those they speak for, is a promise or a plan; whatever
// else is a forecast, and so is a claim that does not say.
type Type string

const (
	Promise  Type = "promise"
	Plan     Type = "plan"
	Forecast Type = "forecast"
)

// Types lists every type.
var Types = []Type{Promise, Plan, Forecast}

// WordsBy says whose words a quote is: the speaker's, or those of the outlet
// that reports about them. A claim that does not say quotes its speaker.
type WordsBy string

const (
	BySpeaker WordsBy = "speaker"
	ByReport  WordsBy = "report"
)

// Reported reports whether the words that a claim was read from are an outlet's
// about what was said, and not the speaker's own.
func (c *Claim) Reported() bool { return c.WordsBy == ByReport && c.Quote != "" }

// NumberReported reports whether the number of a claim is of words about what
// was said, and not of the speaker's own; one that was set by hand is of none.
// It needs no quote: boards are made without them.
func (c *Claim) NumberReported() bool {
	return c.WordsBy == ByReport && c.Hedge.P != nil && c.Hedge.Words != "" && !c.Hedge.HandSet()
}

// SpeakerKind says what sort of speaker made a claim. An outlet that speaks
// for itself is the asserter of its claims.
type SpeakerKind string

const (
	Person      SpeakerKind = "person"
	Institution SpeakerKind = "institution"
	Outlet      SpeakerKind = "outlet"
	Anonymous   SpeakerKind = "anonymous"
)

// SpeakerKinds lists every kind, in the order they are offered.
var SpeakerKinds = []SpeakerKind{Person, Institution, Outlet, Anonymous}

// Role is a place in the chain of attribution.
type Role string

const (
	Origin    Role = "origin"
	Relay     Role = "relay"
	Publisher Role = "publisher"
)

// Roles lists every role, from the origin on.
var Roles = []Role{Origin, Relay, Publisher}

// Link is one step of the attribution, from the origin to the publisher.
type Link struct {
	Entity string `json:"entity"`
	Role   Role   `json:"role"`
}

// Appearance is one place where the claim was published.
type Appearance struct {
	Source      string       `json:"source"`
	URL         string       `json:"url"`
	Title       string       `json:"title"`
	PublishedOn calendar.Day `json:"published_on"`
	ArchiveURL  string       `json:"archive_url"`
	SHA256      string       `json:"sha256"`
}

// Claim is one forward-looking statement by one speaker about one event,
// with one window. Texts that are not known are empty; days, numbers and
// claims that are not known are null in JSON.
type Claim struct {
	ID           ID           `json:"id"`
	UID          UID          `json:"uid"`
	Key          string       `json:"key"`
	Statement    string       `json:"statement"`
	Quote        string       `json:"quote"`
	WordsBy      WordsBy      `json:"words_by"` // empty for BySpeaker
	Language     string       `json:"language"`
	Speaker      string       `json:"speaker"`
	SpeakerKind  SpeakerKind  `json:"speaker_kind"`
	Attribution  []Link       `json:"attribution"`
	Appearances  []Appearance `json:"appearances"`
	StatedOn     Moment       `json:"stated_on"`
	LoggedAt     Instant      `json:"logged_at"`
	Event        string       `json:"event"`
	Tags         []string     `json:"tags"`
	Criterion    string       `json:"criterion"`
	Condition    string       `json:"condition"`
	Polarity     Polarity     `json:"polarity"`
	Type         Type         `json:"type"` // empty for Forecast
	Hedge        Hedge        `json:"hedge"`
	Window       Window       `json:"window"`
	BaselineP    *float64     `json:"baseline_p"`
	BaselineOn   calendar.Day `json:"baseline_on"` // the day on which that was said
	LoggedBy     string       `json:"logged_by"`
	Notes        string       `json:"notes"`
	Forced       bool         `json:"forced"` // logged although it was dated in the future
	Supersedes   UID          `json:"supersedes"`
	Repeats      UID          `json:"repeats"`
	SnoozedUntil calendar.Day `json:"snoozed_until"`
	Withdrawn    string       `json:"withdrawn"` // the reason; empty for a claim that stands
	Disputed     string       `json:"disputed"`  // the note; empty for a verdict nobody disputes
	Verdict      *Verdict     `json:"verdict"`
	Drafted      string       `json:"drafted,omitempty"`  // the place of a file that it was read from; see Drafted
	Proposed     []Proposal   `json:"proposed,omitempty"` // answers that nobody has confirmed

	// What the book's own journal says of when the claim came to be as it is;
	// no entry has it. 0 is never.
	RecordedAt     Instant `json:"recorded_at" ledger:"-"`      // the last entry that set what is judged
	AmendedLateAt  Instant `json:"amended_late_at" ledger:"-"`  // the last such entry after the window had closed
	AcceptedLateAt Instant `json:"accepted_late_at" ledger:"-"` // its end was accepted after it had passed
	WithdrawnAt    Instant `json:"withdrawn_at" ledger:"-"`
}

// View is a claim as readers see it at one moment: the stored facts and what
// follows from them.
type View struct {
	Claim
	Status    Status     `json:"status"`
	Hindsight bool       `json:"hindsight"`
	Side      hedge.Side `json:"side"`
	Standing  Standing   `json:"standing"`
	Right     *bool      `json:"right"` // nil while that is not settled, or nobody can be
}

// View derives what holds of c at now, judged as people get it who ask for
// nothing else.
func (c Claim) View(now Instant) View { return c.ViewBy(now, Judging{}) }

// ViewBy derives what holds of c at now, judged by j.
func (c Claim) ViewBy(now Instant, j Judging) View {
	c.Type, c.WordsBy = cmp.Or(c.Type, Forecast), cmp.Or(c.WordsBy, BySpeaker)
	c.Hedge.Said, c.Window.Said = c.Said(c.Hedge.Words), c.Said(c.Window.Phrase)
	v := View{Claim: c, Status: c.Status(now), Hindsight: c.Hindsight(), Side: c.Side(j.Lexicon)}
	v.Standing, v.Right = c.Standing(now, j)
	return v
}

// MarshalJSON writes null for no claim.
func (u UID) MarshalJSON() ([]byte, error) {
	if u == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(u) + `"`), nil
}

package claims

import (
	"slices"
	"strconv"
	"strings"

	"tracker/calendar"
)

// Outcome is what happened to the event, not whether the speaker was right.
type Outcome string

const (
	Yes     Outcome = "yes"
	No      Outcome = "no"
	Partial Outcome = "partial"
	Unclear Outcome = "unclear"
	Void    Outcome = "void"
)

// Outcomes lists every outcome, in the order they are offered.
var Outcomes = []Outcome{Yes, No, Partial, Unclear, Void}

// Reasons lists why a claim may be unclear or void.
var Reasons = []string{"condition-unmet", "underspecified", "no-consensus", "source-gone", "premise-overturned",
	"retracted", "superseded", "duplicate", "not-a-prediction"}

// Evidence is one thing a verdict rests on: a URL, or a file named with the
// SHA-256 of its bytes.
type Evidence struct {
	URL    string `json:"url,omitempty"`
	File   string `json:"file,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
}

// Verdict is what happened to one claim. Extent is set for partial only; Day
// is null when not known; Reason is set for unclear and void only. EarlyCounts
// answers "Was earlier as good as said?"; null leaves it to the kind of claim.
type Verdict struct {
	UID         UID          `json:"uid"`
	Outcome     Outcome      `json:"outcome"`
	Extent      *float64     `json:"extent"`
	Day         calendar.Day `json:"event_date"`
	Timing      Timing       `json:"timing"`
	EarlyCounts *bool        `json:"early_counts"`
	Reason      string       `json:"reason"`
	Note        string       `json:"note"`
	Evidence    []Evidence   `json:"evidence"`
	By          string       `json:"by"`
	At          Instant      `json:"at"`
}

// Happened reports whether the verdict says that the event took place, wholly
// or in part.
func (v *Verdict) Happened() bool { return v.Outcome == Yes || v.Outcome == Partial }

// Y returns how much of the event happened, 0 to 1, whenever it did; ok is
// false for unclear and void, which are not scored.
func (v *Verdict) Y() (y float64, ok bool) {
	switch v.Outcome {
	case Yes:
		return 1, true
	case No:
		return 0, true
	case Partial:
		return *v.Extent, true
	}
	return 0, false
}

// Judge checks v as a verdict on c given on today and completes it: the
// default extent of a partial, and the timing.
func (c *Claim) Judge(v Verdict, today calendar.Day) (Verdict, error) {
	if c.Polarity == WillNot && v.Outcome == Yes && v.Day == 0 {
		return v, Refuse("event_date", "what was said not to happen did: on which day decides whether it was in the window").
			WithHint("add --on DATE; or, when nobody knows, the outcome unclear with --reason no-consensus")
	}
	return c.JudgeAsGiven(v, today)
}

// JudgeAsGiven is Judge for verdicts of a file, which may leave out the day of
// a breach: such a claim stands as unclear.
func (c *Claim) JudgeAsGiven(v Verdict, today calendar.Day) (Verdict, error) {
	var ps Problems
	if !slices.Contains(Outcomes, v.Outcome) {
		return v, Refuse("outcome", "%q is not an outcome", short(string(v.Outcome))).WithHint("yes, no, partial, unclear or void")
	}
	ps.add(checkExtent(&v))
	ps.add(checkReason(v))
	ps.add(checkEventDate(v, today))
	ps.add(c.checkForesight(v))
	ps.add(Text("note", v.Note, MaxText))
	ps.add(Text("by", v.By, MaxName))
	ps.add(checkEvidence(v))
	if v.Evidence == nil {
		v.Evidence = []Evidence{}
	}
	if v.EarlyCounts != nil && !v.Happened() {
		ps.add(Refuse("early_counts", "%s did not happen early", v.Outcome).WithHint("leave it out: it is for yes and partial"))
	}
	v.Timing = ""
	if v.Happened() {
		v.Timing = c.Window.Timing(v.Day)
	}
	return v, ps.Err()
}

func checkExtent(v *Verdict) *Error {
	if v.Outcome != Partial {
		if v.Extent != nil {
			return Refuse("extent", "only partial has an extent, %s has none", v.Outcome).WithHint("give the outcome partial, or no extent")
		}
		return nil
	}
	if v.Extent == nil {
		half := 0.5
		v.Extent = &half
	}
	if !(0 <= *v.Extent && *v.Extent <= 1) {
		return Refuse("extent", "%v is not between 0 and 1", *v.Extent).WithHint("0.5 for half of what was said")
	}
	return nil
}

func checkReason(v Verdict) *Error {
	reasons := strings.Join(Reasons, ", ")
	if v.Outcome != Unclear && v.Outcome != Void {
		if v.Reason != "" {
			return Refuse("reason", "%s takes no reason", v.Outcome).WithHint("say why with --note; reasons are for unclear and void")
		}
		return nil
	}
	if v.Reason == "" {
		return Refuse("reason", "%s needs a reason", v.Outcome).WithHint("--reason with one of %s", reasons)
	}
	if !slices.Contains(Reasons, v.Reason) {
		return Refuse("reason", "%q is not a reason", short(v.Reason)).WithHint("one of %s", reasons)
	}
	return nil
}

func checkEventDate(v Verdict, today calendar.Day) *Error {
	switch {
	case v.Day == 0:
		return nil
	case !v.Happened():
		return Refuse("event_date", "%s takes no date: nothing happened on it", v.Outcome).
			WithHint("if it happened outside the window the outcome is yes with that date")
	case v.Day > today:
		return Refuse("event_date", "%s is in the future", v.Day).WithHint("a verdict says what has happened")
	}
	return nil
}

// checkForesight refuses an event that was over before the statement: what
// had happened already was no prediction.
func (c *Claim) checkForesight(v Verdict) *Error {
	if !c.Foregone(v) {
		return nil
	}
	id := "ID"
	if c.ID != 0 {
		id = strconv.FormatInt(int64(c.ID), 10)
	}
	return Refuse("event_date", "it happened on %s, before the statement of %s: what had happened already was no prediction", v.Day, c.StatedOn.Day()).
		WithHint("correct --on, or tracker amend %[1]s --said %[2]s; else tracker resolve %[1]s void --reason not-a-prediction --note TEXT", id, v.Day)
}

// Foregone reports whether v has the event of c happen before the statement.
func (c *Claim) Foregone(v Verdict) bool {
	return v.Happened() && v.Day != 0 && v.Day < c.StatedOn.Day()
}

// Contradicts reports whether the verdicts of two claims on one event cannot
// both be true: both say that it happened, on two days, or one says that it
// happened on a day that lies in the window of the other, or not after its
// verdict, which says that it did not.
func (c *Claim) Contradicts(o *Claim) bool {
	if c.UID == o.UID || c.Event == "" || Fold(c.Event) != Fold(o.Event) || c.Verdict == nil || o.Verdict == nil {
		return false
	}
	return c.elsewhen(o) || c.deniedBy(o) || o.deniedBy(c)
}

// elsewhen reports whether c and o have one event happen on two days: an event
// is one proposition, which comes true once.
func (c *Claim) elsewhen(o *Claim) bool {
	one, other := c.Verdict, o.Verdict
	return one.Outcome == Yes && other.Outcome == Yes && one.Day != 0 && other.Day != 0 && one.Day != other.Day
}

// deniedBy reports whether c has its event happen and o says that it had not.
func (c *Claim) deniedBy(o *Claim) bool {
	day := c.Verdict.Day
	if c.Verdict.Outcome != Yes || day == 0 || o.Verdict.Outcome != No {
		return false
	}
	return day <= o.Today(o.Verdict.At) || o.Window.Latest != 0 && o.Window.Timing(day) == OnTime
}

// ParseReason reads a reason, or the beginning of one or of one of its words
// when only one has it: "cond" for condition-unmet.
func ParseReason(s string) (string, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	var found []string
	for _, r := range Reasons {
		if r == s {
			return r, nil
		}
		begins := func(word string) bool { return strings.HasPrefix(word, s) }
		if s != "" && (begins(r) || slices.ContainsFunc(strings.Split(r, "-"), begins)) {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", Refuse("reason", "%q is not a reason", short(s)).WithHint("one of %s; the beginning of one will do", strings.Join(Reasons, ", "))
	}
	return "", Refuse("reason", "%q may be %s", short(s), strings.Join(found, " or ")).WithHint("type more of it")
}

func checkEvidence(v Verdict) *Error {
	if len(v.Evidence) == 0 && strings.TrimSpace(v.Note) == "" {
		return Refuse("evidence", "a verdict needs at least one piece of evidence").
			WithHint("add --evidence with a URL or a file, or --note with what you saw")
	}
	for _, e := range v.Evidence {
		if (e.URL == "") == (e.File == "") || (e.File != "" && len(e.SHA256) != 64) {
			return Refuse("evidence", "a piece of evidence is a url, or a file with its sha256").
				WithHint("for example {\"url\": \"https://example.org/talks\"}")
		}
		if err := checkURL("evidence", e.URL); err != nil {
			return err
		}
		if err := Text("evidence", e.File, MaxText); err != nil {
			return err
		}
	}
	return nil
}

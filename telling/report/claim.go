package report

import (
	"path"
	"slices"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

// Claim is one line of the claims table: what was said, what came of it and
// how it counts. Who logged it, when, and the desk's own notes stay in the
// book. Numbers that do not apply are nil.
type Claim struct {
	ID          claims.ID          `json:"id"`
	UID         claims.UID         `json:"uid"`
	Key         string             `json:"key"`
	Statement   string             `json:"statement"`
	Quote       string             `json:"quote"`
	Language    string             `json:"language"`
	Speaker     string             `json:"speaker"`
	SpeakerKind claims.SpeakerKind `json:"speaker_kind"`
	CarriedBy   []Carrier          `json:"carried_by"` // each source once
	StatedOn    claims.Moment      `json:"stated_on"`
	Event       string             `json:"event"`
	Tags        []string           `json:"tags"`
	Criterion   string             `json:"criterion"`
	Condition   string             `json:"condition"`
	Polarity    claims.Polarity    `json:"polarity"`
	Hedge       claims.Hedge       `json:"hedge"` // of the words as spoken
	Window      claims.Window      `json:"window"`
	Supersedes  claims.UID         `json:"supersedes"`
	Repeats     claims.UID         `json:"repeats"`
	Withdrawn   string             `json:"withdrawn"`
	Disputed    string             `json:"disputed"`
	Hindsight   bool               `json:"hindsight"`
	Verdict     *Verdict           `json:"verdict"`

	Bucket  board.Bucket `json:"bucket"`
	Why     string       `json:"why"`    // why there is no Brier score; "" for a scored claim
	P       *float64     `json:"p"`      // of the event: the hedge's own, or one minus it for will-not
	PLow    *float64     `json:"p_low"`  // over the readings of the hedge
	PHigh   *float64     `json:"p_high"` // likewise
	Y       *float64     `json:"y"`      // how much of the event happened in the window, 0..1
	Right   *bool        `json:"right"`
	Brier   *float64     `json:"brier"`
	Best    *float64     `json:"brier_best"` // over the readings of the hedge
	Worst   *float64     `json:"brier_worst"`
	Formula string       `json:"formula"` // the Brier score with its numbers
}

// Carrier is a source that carried a claim. The addresses are empty for one
// that is only named in the attribution.
type Carrier struct {
	Source     string `json:"source"`
	URL        string `json:"url"`
	ArchiveURL string `json:"archive_url"`
}

// Verdict is what happened. Evidence files are named without their folders.
type Verdict struct {
	Outcome  claims.Outcome    `json:"outcome"`
	Extent   *float64          `json:"extent"` // of a partial
	Day      calendar.Day      `json:"event_date"`
	Timing   claims.Timing     `json:"timing"`    // of what happened
	DaysLate *int              `json:"days_late"` // early is negative; nil without a date
	Reason   string            `json:"reason"`    // of unclear and void
	Note     string            `json:"note"`
	Evidence []claims.Evidence `json:"evidence"`
}

func newClaim(j board.Judged, p board.Policy) Claim {
	c := j.Claim
	return Claim{
		ID: c.ID, UID: c.UID, Key: c.Key, Statement: c.Statement, Quote: c.Quote, Language: c.Language,
		Speaker: c.Speaker, SpeakerKind: c.SpeakerKind, CarriedBy: carriers(c), StatedOn: c.StatedOn,
		Event: c.Event, Tags: slices.Concat([]string{}, c.Tags), Criterion: c.Criterion, Condition: c.Condition,
		Polarity: c.Polarity, Hedge: c.Hedge, Window: c.Window, Supersedes: c.Supersedes, Repeats: c.Repeats,
		Withdrawn: c.Withdrawn, Disputed: c.Disputed, Hindsight: j.Hindsight, Verdict: newVerdict(j),
		Bucket: j.Bucket, Why: why(j, p), P: j.P, PLow: j.Low, PHigh: j.High, Y: j.Y, Right: j.Right,
		Brier: j.Brier, Best: j.Best, Worst: j.Worst, Formula: formula(j),
	}
}

// carriers returns who carried c, each name once, with the first addresses
// given for it.
func carriers(c *claims.Claim) []Carrier {
	list := []Carrier{}
	carry := func(k Carrier) {
		same := func(o Carrier) bool { return claims.Fold(o.Source) == claims.Fold(k.Source) }
		if i := slices.IndexFunc(list, same); i < 0 {
			list = append(list, k)
		} else if list[i].URL == "" {
			list[i].URL, list[i].ArchiveURL = k.URL, k.ArchiveURL
		}
	}
	for _, a := range c.Appearances {
		carry(Carrier{a.Source, a.URL, a.ArchiveURL})
	}
	for _, l := range c.Attribution {
		if l.Role == claims.Relay || l.Role == claims.Publisher {
			carry(Carrier{Source: l.Entity})
		}
	}
	return list
}

func newVerdict(j board.Judged) *Verdict {
	v := j.Claim.Verdict
	if v == nil {
		return nil
	}
	out := Verdict{Outcome: v.Outcome, Extent: v.Extent, Day: v.Day, Reason: v.Reason, Note: v.Note,
		Evidence: make([]claims.Evidence, 0, len(v.Evidence))}
	if v.Happened() {
		out.Timing = j.Claim.Window.Timing(v.Day)
		if v.Day != 0 {
			out.DaysLate = &j.DaysLate
		}
	}
	for _, e := range v.Evidence {
		if e.File != "" {
			e.File = path.Base(strings.ReplaceAll(e.File, `\`, "/"))
		}
		out.Evidence = append(out.Evidence, e)
	}
	return &out
}

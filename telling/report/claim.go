package report

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
)

// Claim is one line of the claims table: every public member of a claim, what
// came of it and how it counts. Who logged it, when, and the desk's own notes
// stay in the book. Numbers that do not apply are nil.
type Claim struct {
	claims.Claim           // without its private members
	CarriedBy    []Carrier `json:"carried_by"` // each source once
	Hindsight    bool      `json:"hindsight"`
	Verdict      *Verdict  `json:"verdict"`

	Side     hedge.Side      `json:"side"`
	Standing claims.Standing `json:"standing"`

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

	viewed *claims.View // as view returns it, once it is made
	judged board.Judged // what it was made of, with the policy and the day
	policy board.Policy
	asOf   calendar.Day

	// Always nil: they keep from JSON what claims.Members calls private, and
	// what carried_by stands for.
	Attribution    hidden `json:"attribution,omitempty"`
	Appearances    hidden `json:"appearances,omitempty"`
	LoggedAt       hidden `json:"logged_at,omitempty"`
	BaselineP      hidden `json:"baseline_p,omitempty"`
	BaselineOn     hidden `json:"baseline_on,omitempty"`
	LoggedBy       hidden `json:"logged_by,omitempty"`
	Notes          hidden `json:"notes,omitempty"`
	Forced         hidden `json:"forced,omitempty"`
	SnoozedUntil   hidden `json:"snoozed_until,omitempty"`
	AmendedLateAt  hidden `json:"amended_late_at,omitempty"`
	AcceptedLateAt hidden `json:"accepted_late_at,omitempty"`
	WithdrawnAt    hidden `json:"withdrawn_at,omitempty"`
}

// hidden hides a member of an embedded struct by its name.
type hidden *struct{}

// Carrier is a source that carried a claim. The addresses are empty for one
// that is only named in the attribution.
type Carrier struct {
	Source     string `json:"source"`
	URL        string `json:"url"`
	ArchiveURL string `json:"archive_url"`
}

// Verdict is what happened. Evidence files are named without their folders.
type Verdict struct {
	Outcome     claims.Outcome    `json:"outcome"`
	Extent      *float64          `json:"extent"` // of a partial
	Day         calendar.Day      `json:"event_date"`
	Timing      claims.Timing     `json:"timing"`       // of what happened
	DaysLate    *int              `json:"days_late"`    // early is negative; nil without a date
	EarlyCounts *bool             `json:"early_counts"` // for one that came early; nil where the type decides
	Reason      string            `json:"reason"`       // of unclear and void
	Note        string            `json:"note"`
	Evidence    []claims.Evidence `json:"evidence"`
}

func newClaim(j board.Judged, p board.Policy, asOf calendar.Day) Claim {
	public := j.Claim.Public()
	public.Hedge.Said, public.Window.Said = public.Said(public.Hedge.Words), public.Said(public.Window.Phrase)
	public.Type, public.WordsBy = cmp.Or(public.Type, claims.Forecast), cmp.Or(public.WordsBy, claims.BySpeaker)
	view := viewOf(j, p, asOf, public)
	view.Attribution = j.Claim.Attribution
	public.Attribution, public.Appearances, public.Tags = nil, nil, append([]string{}, public.Tags...)
	return Claim{
		viewed: &view, judged: j, policy: p, asOf: asOf, Side: view.Side, Standing: view.Standing,
		Claim: public, CarriedBy: carriers(j.Claim), Hindsight: j.Hindsight, Verdict: newVerdict(j),
		Bucket: j.Bucket, Why: why(j, p), P: j.P, PLow: j.Low, PHigh: j.High, Y: j.Y, Right: j.Right,
		Brier: j.Brier, Best: j.Best, Worst: j.Worst, Formula: formula(j),
	}
}

// view is the same claim for the words that all commands share.
func (c *Claim) view() claims.View {
	if c.viewed != nil {
		return *c.viewed
	}
	public := c.Claim
	public.Attribution, public.Appearances = c.judged.Claim.Attribution, c.judged.Claim.Appearances
	return viewOf(c.judged, c.policy, c.asOf, public)
}

// viewOf is a claim as of a day and under the policy of its board.
func viewOf(j board.Judged, p board.Policy, asOf calendar.Day, public claims.Claim) claims.View {
	judging := claims.Judging{Early: p.Early, Lexicon: p.Lexicon}
	public.Appearances = j.Claim.Appearances // whose words a report's are
	v := claims.View{Claim: public, Hindsight: j.Hindsight, Side: j.Claim.Side(p.Lexicon)}
	v.Standing, v.Right = j.Claim.StandingOn(asOf, judging)
	v.Verdict = inWindow(j.Claim)
	return v
}

// inWindow is a verdict that says of what did not happen in the window no more
// than that: a report knows nothing of the time between the end of the window
// and the day on which somebody gave the verdict.
func inWindow(c *claims.Claim) *claims.Verdict {
	v := c.Verdict
	if v == nil || v.Outcome != claims.No || c.Window.DueAt == 0 || v.At < c.Window.DueAt {
		return v
	}
	cut := *v
	cut.At = c.Window.DueAt - 1
	return &cut
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
	out := Verdict{Outcome: v.Outcome, Extent: v.Extent, Day: v.Day, EarlyCounts: v.EarlyCounts, Reason: v.Reason, Note: v.Note,
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

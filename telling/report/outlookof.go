package report

import (
	"cmp"
	"fmt"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// OutlookOf is the outlook of one open promise, with whose promises it rests
// on.
type OutlookOf struct {
	Claim    claims.ID `json:"claim"`
	Of       string    `json:"of"`
	Sentence string    `json:"sentence"`
	scoring.Outlook
}

// OutlookSteps are an outlook with everything that it follows from.
type OutlookSteps struct {
	OutlookOf
	Given    int                     `json:"given_days"` // from the statement to the last day promised
	Promises []TookOf                `json:"promises"`   // what came soonest first
	Curve    []scoring.SurvivalStep  `json:"curve"`
	Read     map[string]OutlookPoint `json:"read"` // how each date follows: half, four_in_five

	stated calendar.Day
}

// TookOf is how long one promise of the kind took.
type TookOf struct {
	Claims   []claims.ID  `json:"claims"` // its first date, and the later ones
	Speaker  string       `json:"speaker"`
	Quote    string       `json:"quote"`
	Said     calendar.Day `json:"said"`
	Promised calendar.Day `json:"promised"` // its last day
	Fate     string       `json:"fate"`     // met, waiting or never
	Day      calendar.Day `json:"day"`      // it happened, or was last looked at; null for never
	Times    *float64     `json:"times"`    // the time promised; null for never

	statement string
	reported  string // " (as reported)" where the words are not the speaker's
}

// OutlookPoint is a date of an outlook.
type OutlookPoint struct {
	Share float64 `json:"share"` // of the kind that had to have come: q(n + 1)/n
	scoring.Quantile
	Day  calendar.Day `json:"day"`
	From calendar.Day `json:"from"`
	To   calendar.Day `json:"to"` // null where no upper limit is known
}

// ExplainOutlook walks an outlook of c down to the promises it rests on, whose
// first claims are firsts, in the order of r.Took.
func ExplainOutlook(o OutlookOf, c *claims.Claim, r board.Reference, firsts []claims.Claim) *OutlookSteps {
	s := &OutlookSteps{OutlookOf: o, Given: int(c.Window.Latest - c.StatedOn.Day()), Promises: []TookOf{}, Curve: r.Curve().Steps,
		Read: map[string]OutlookPoint{}, stated: c.StatedOn.Day()}
	for i, t := range r.Took {
		s.Promises = append(s.Promises, tookOf(t, &firsts[i]))
	}
	for _, p := range []struct {
		name string
		part float64
		at   *scoring.Quantile
	}{{"half", 0.5, o.Half}, {"four_in_five", 0.8, o.Most}} {
		if p.at != nil {
			s.Read[p.name] = s.point(p.part, *p.at)
		}
	}
	return s
}

func (s *OutlookSteps) point(part float64, q scoring.Quantile) OutlookPoint {
	day, low, high, limited := q.Days(s.Given)
	p := OutlookPoint{Share: part * float64(s.N+1) / float64(s.N), Quantile: q, Day: s.stated + calendar.Day(day), From: s.stated + calendar.Day(low)}
	if limited {
		p.To = s.stated + calendar.Day(high)
	}
	return p
}

func tookOf(t board.Took, first *claims.Claim) TookOf {
	x := TookOf{Claims: t.Links, Speaker: first.Speaker, Quote: first.Quote, statement: first.Statement, Said: calendar.Day(t.Stated), Promised: calendar.Day(t.End), Fate: "never"}
	if t.Fate != scoring.Never {
		x.Day, x.Times, x.Fate = calendar.Day(t.At), &t.Times, "waiting"
	}
	if first.Reported() {
		x.reported = " (as reported)"
	}
	if t.Fate == scoring.Met {
		x.Fate = "met"
	}
	return x
}

// Lines say how the outlook follows from the promises of the kind: each of
// them, the curve, and the dates that are read from it.
func (s *OutlookSteps) Lines() (promises, curve, dates []string) {
	for _, p := range s.Promises {
		promises = append(promises, p.line())
	}
	for _, name := range []string{"half", "four_in_five"} {
		if p, ok := s.Read[name]; ok {
			dates = append(dates, s.dateLine(strings.ReplaceAll(name, "_", " "), p))
		}
	}
	return promises, curveLines(s.Curve), dates
}

// dateLine is how a date follows from the curve.
func (s *OutlookSteps) dateLine(name string, p OutlookPoint) string {
	low, limits := cmp.Or(p.Low, &p.T), "and has no upper end"
	if p.High != nil {
		limits = fmt.Sprintf("to %.2f, %s", *p.High, dayWords(p.To))
	}
	return fmt.Sprintf("%s: %.1f %% had to have come (of one promise more than the %d seen), which was so at %.2f; %.2f × %d days after %s is %s; the interval goes from %.2f, %s, %s",
		name, 100*p.Share, s.N, p.T, p.T, s.Given, dayWords(s.stated), dayWords(p.Day), *low, dayWords(p.From), limits)
}

// line is one promise: which claims, what was said, and how long it took.
func (p TookOf) line() string {
	said := p.statement + " (in our words)"
	if p.Quote != "" {
		said = "“" + strings.Trim(p.Quote, "“”\"") + "”" + p.reported
	}
	text := fmt.Sprintf("%s  %s: %s; said %s, promised by %s (%s)", idList(p.Claims, " → "), p.Speaker, said, dayWords(p.Said), dayWords(p.Promised), Count(int(p.Promised-p.Said), "day"))
	switch p.Fate {
	case "never":
		return text + ": never came"
	case "waiting":
		return text + fmt.Sprintf("; not there on %s: %.2f and waiting", dayWords(p.Day), *p.Times)
	}
	return text + fmt.Sprintf("; came %s, after %s: %.2f", dayWords(p.Day), Count(int(p.Day-p.Said), "day"), *p.Times)
}

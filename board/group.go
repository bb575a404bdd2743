package board

import "tracker/scoring"

// Group is one row of a board. Role is set by source only: the carriers of a
// claim and the outlets that made one are never added.
type Group struct {
	Name        string      `json:"name"`
	Role        string      `json:"role,omitempty"`
	Denominator Denominator `json:"denominator"`
	scoring.Figures
	Repeats   int          `json:"repeats"`         // claims that only said again what counts already
	BSS       *scoring.BSS `json:"bss,omitempty"`   // when Options.Against asks for it
	Crowd     *Crowd       `json:"crowd,omitempty"` // on the claims with a baseline_p; nil without any
	Reported  int          `json:"reported"`        // of the scored, those whose words are an outlet's about what was said
	Anonymous int          `json:"anonymous"`       // of those not withdrawn, by speakers whom nobody names: each may be somebody else
	Promises  Promises     `json:"promises"`
	Slip      Slip         `json:"slip"`
	Trend     *Trend       `json:"trend,omitempty"` // with Options.Trend
	AfterFact AfterFact    `json:"after_fact"`
	Timing    Timing       `json:"timing"`
	Vagueness Vagueness    `json:"vagueness"`
}

// The roles of a source.
const (
	Carrier  = "carrier"
	Asserter = "asserter"
)

// Timing says when what happened came, against its window.
type Timing struct {
	Early         int      `json:"early"`
	OnTime        int      `json:"on_time"`
	Late          int      `json:"late"`
	MedianDays    *float64 `json:"median_days"`   // late positive, early negative; null when nothing happened with a date
	Postponements int      `json:"postponements"` // of promises and plans
	SlipDays      *int     `json:"slip_days"`     // by which the ends of chains moved in all; null when none of them has both ends
}

// add books one claim that happened on a known day.
func (t *Timing) add(daysLate int) {
	switch {
	case daysLate < 0:
		t.Early++
	case daysLate > 0:
		t.Late++
	default:
		t.OnTime++
	}
}

// addSlip adds the days one chain slipped.
func (t *Timing) addSlip(days int) {
	if t.SlipDays != nil {
		days += *t.SlipDays
	}
	t.SlipDays = &days
}

// Vagueness says how much of what was said cannot be tested, as shares of
// what was logged and not withdrawn (untestable, void) and of what was scored
// (hedged beyond testing: a range wider than 0.4).
type Vagueness struct {
	Untestable          *float64 `json:"untestable"`
	HedgedBeyondTesting *float64 `json:"hedged_beyond_testing"`
	Void                *float64 `json:"void"`
}

package board

import (
	"cmp"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Windows says which windows count.
type Windows string

const (
	WindowsDefault Windows = "default" // all but vague ones and lower bounds that nobody accepted
	WindowsAll     Windows = "all"     // every window with an end
	WindowsExact   Windows = "exact"   // exact and bounded ones only
)

// Weigh says what weighs the same in means and shares.
type Weigh string

const (
	WeighEvents Weigh = "events" // every event of a row, however often it was spoken of
	WeighClaims Weigh = "claims" // every claim
)

// Updates says what counts of several statements by one speaker on one
// question, where events weigh the same.
type Updates string

const (
	UpdatesMean  Updates = "mean" // their mean
	UpdatesFirst Updates = "first"
	UpdatesLast  Updates = "last"
)

// Policy is every choice a board rests on.
type Policy struct {
	Windows          Windows            `json:"windows"`
	Late             scoring.Late       `json:"late"`
	Early            claims.EarlyPolicy `json:"early"`
	Weigh            Weigh              `json:"weigh"`          // "" is WeighEvents
	Updates          Updates            `json:"updates"`        // "" is UpdatesMean
	Type             claims.Type        `json:"type,omitempty"` // only claims of this type; "" for all
	ExcludeHindsight bool               `json:"exclude_hindsight"`
	MinEvents        int                `json:"min_events"` // that a speaker needs to be ranked; set by Score from its options

	Lexicon *hedge.Lexicon `json:"-"` // whose sides words take; nil is the built-in one
}

// withDefaults names the choices that were left open.
func (p Policy) withDefaults() Policy {
	if p.Weigh == "" {
		p.Weigh = WeighEvents
	}
	if p.Updates == "" {
		p.Updates = UpdatesMean
	}
	return p
}

// takes reports whether a claim is of the type that p asks for.
func (p Policy) takes(c *claims.Claim) bool {
	return p.Type == "" || p.Type == cmp.Or(c.Type, claims.Forecast)
}

// judging is what the standing of a claim rests on under p.
func (p Policy) judging() claims.Judging { return claims.Judging{Early: p.Early, Lexicon: p.Lexicon} }

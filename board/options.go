package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Options are the choices of a board beyond its policy. The zero value is
// that of most boards: every default applies.
type Options struct {
	scoring.Options

	Against scoring.Reference         // of the skill of the groups; "" for none
	Book    scoring.Forecasts         // whose base rate AgainstBook takes; default those of the board
	Root    func(words string) string // the row of words of confidence; default claims.Fold: each for itself

	Trend     TrendBy // also compare the periods of each row; "" for not
	RankRight bool    // also rank speakers by their share right, for books without numbers

	Sources bool // also make the rows by source

	// RowsLater makes the rows when somebody goes through them with Board.Rows, and
	// Groups stays empty: a board by event has a row for every event of a book.
	// Trends are those of all rows together and need Groups.
	RowsLater bool

	// FiguresOnly keeps of a board's claims only those with a uid, and where
	// Linked is given those in it: a caller that gives uids to the links of
	// chains alone, or names them, spares the memory of the others.
	FiguresOnly bool
	Linked      map[claims.UID]bool
	Keep        func(speaker string) bool // whose claims are kept too; nil keeps nobody's
	Part        Part                      // of the board that is wanted

	// Each is handed every claim that the board counts, judged, while it reads
	// them, with the policy as it is applied. Nil hands on none.
	Each func(Judged, Policy, calendar.Day)

	Choices []Choice // to be tried with Sensitivity
	// Alone are the UIDs of claims without an event, for a caller that gives
	// these none. Sensitivity asks when it needs them.
	Alone func() (map[claims.ID]claims.UID, error)

	// Ended, asked between two rows, says that nobody wants the board any
	// more: what is returned then is not one. Nil is never.
	Ended func() bool
}

// Part says how much of a board somebody wants, which saves the work and the
// memory of the rest. The denominator is always that of all claims.
type Part int

const (
	PartAll     Part = iota
	PartPlace        // of the figures only the leaderboard and the rows of speakers that are kept
	PartClaims       // no figures: what counts, for those who go through it
	PartBetween      // likewise, and only of speakers that are kept
	PartChoices      // no figures, and of claims only what Choices need
)

func (o Options) withDefaults() Options {
	if o.MinEvents <= 0 {
		o.MinEvents = scoring.DefaultMinEvents
	}
	if o.Ended == nil {
		o.Ended = func() bool { return false }
	}
	if o.Root == nil {
		o.Root = claims.Fold
	}
	return o
}

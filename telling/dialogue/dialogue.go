// Package dialogue asks people on a screen: for a claim that is to be logged,
// and for verdicts on what is due. It knows which question follows which
// answer, and what an answer means; it knows no book and no command line. What
// answers decide is done by a Desk, which is handed in.
//
//	d := &dialogue.Dialogue{Screen: screen.Standard(), Reader: r, Now: now, Dates: dates}
//	draft, err := d.Draft(func(speaker string) bool { return known[speaker] })
package dialogue

import (
	"time"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/telling/screen"
)

// Dialogue is what questions are asked on and answers are read by.
type Dialogue struct {
	*screen.Screen
	Reader *claims.Reader
	Now    claims.Instant
	Zone   *time.Location
	Dates  func(date.Lean) date.Options // how the days in answers are read
	By     claims.Judging               // what standings rest on
}

// view derives what holds of a claim now.
func (d *Dialogue) view(c claims.Claim) claims.View { return c.ViewBy(d.Now, d.By) }

package remind

import (
	"tracker/calendar"
	"tracker/claims"
)

// Rules say how often somebody is prompted for a claim.
type Rules struct {
	After int // days that a claim must have waited: for who is told when nobody answers
	Times int // prompts for a claim at most; 0 is no limit
	Ahead int // days before a window closes to say so once; 0 is never
}

// Occurrence returns the latest day, up to today, on which a claim that fell
// due on a day is prompted for: that day, 3 and 7 days on, and then weekly.
// Earlier days that were missed collapse into it. ok is false before the
// first.
func Occurrence(due, today calendar.Day) (day calendar.Day, ok bool) {
	switch n := today - due; {
	case n < 0:
		return 0, false
	case n < 3:
		return due, true
	case n < 7:
		return due + 3, true
	default:
		return due + n/7*7, true
	}
}

// times is the number of the occurrence so many days after the first, from 1.
func times(after calendar.Day) int {
	switch {
	case after < 3:
		return 1
	case after < 7:
		return 2
	}
	return 2 + int(after/7)
}

// Plan returns the prompts that claims call for at now.
func Plan(list []claims.Claim, now claims.Instant, r Rules) []Prompt {
	var out []Prompt
	for _, c := range list {
		if p, ok := r.prompt(c, now); ok {
			out = append(out, p)
		}
	}
	return out
}

func (r Rules) prompt(c claims.Claim, now claims.Instant) (Prompt, bool) {
	asks := c.AsksOn()
	switch c.Status(now) {
	case claims.Due:
		first := asks + calendar.Day(r.After)
		day, ok := Occurrence(first, c.Today(now))
		return Prompt{Claim: c, Rule: WhenDue, Occurrence: day}, ok && (r.Times == 0 || times(day-first) <= r.Times)
	case claims.Open:
		day := asks - calendar.Day(r.Ahead)
		return Prompt{Claim: c, Rule: Ahead, Occurrence: day}, r.Ahead > 0 && c.Window.DueAt != 0 && c.Today(now) >= day
	}
	return Prompt{}, false
}

// Wanted reports whether what a prompt asks is still to be asked at now.
func (p Prompt) Wanted(now claims.Instant) bool {
	switch p.Claim.Status(now) {
	case claims.Due:
		return p.Rule == WhenDue
	case claims.Open:
		return p.Rule == Ahead
	}
	return false
}

package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// groupTally is a group while it is being filled. Entries are indexes into those of the
// scorer.
type groupTally struct {
	denominator Denominator
	entries     []int32
	wide        int // hedged beyond testing
	reported    int // scored by an outlet's words
	anonymous   int // not withdrawn, by nobody who is named
	timing      Timing
	days        []int32
	promises    promiseTally
	slips       slipTally
	after       afterTally
	asOf        calendar.Day
}

func newGroupTally(slips *slipRows, asOf calendar.Day) *groupTally {
	return &groupTally{denominator: Denominator{Void: map[string]int{}}, slips: slipTally{of: slips}, asOf: asOf}
}

// taken is a claim as the rows that it belongs to count it.
type taken struct {
	Judged
	entry    int32           // its place among the entries, -1 for none
	slip     int32           // its place among the slips
	standing claims.Standing // of a promise or plan: of others nobody asks
}

// taken books a claim once for all its rows; entry is the place of its entry.
func (s *scorer) taken(j Judged, entry int) taken {
	t := taken{Judged: j, entry: int32(entry), slip: noSlip}
	if undertaken(j) {
		t.slip, t.standing = slipOf(&s.slips, j.Claim, s.board.AsOf), s.board.Policy.standing(j.Claim, s.board.AsOf)
	}
	return t
}

// take counts one claim.
func (r *groupTally) take(t taken, p Policy) {
	j := t.Judged
	r.denominator.count(j)
	if j.Claim.SpeakerKind == claims.Anonymous && j.Bucket != BucketWithdrawn {
		r.anonymous++
	}
	r.promises.take(j.Claim, t.standing, 1)
	r.slips.take(t.slip)
	if t.entry < 0 {
		r.after.take(j.Claim, -1, p)
		return
	}
	r.after.take(j.Claim, len(r.entries), p)
	r.entries = append(r.entries, t.entry)
	if v := j.Claim.Verdict; v.Happened() && v.Day != 0 {
		r.days = append(r.days, int32(j.DaysLate))
		r.timing.add(j.DaysLate)
	}
	if j.Bucket != BucketScored {
		return
	}
	if scoring.BeyondTesting(*j.Low, *j.High) {
		r.wide++
	}
	if j.Claim.NumberReported() {
		r.reported++
	}
}

// addChain books a chain whose links are one promise. A forecast said again
// with another date moved nothing that somebody had promised.
func (r *groupTally) addChain(c Chain, p Policy) {
	if !c.Promised() {
		return
	}
	r.timing.Postponements += c.Postponements()
	if days, ok := c.SlipDays(); ok {
		r.timing.addSlip(days)
	}
	r.promises.merge(c, p, r.asOf)
	r.slips.merge(c, r.asOf)
}

// figures measures the row, as it is weighed. The hit share counts claims without
// a number too.
func (r *groupTally) figures(w *weighed, p Policy, o Options) scoring.Figures {
	f := scoring.Measure(w.forecasts(), o.Options)
	f.Hit = w.hit(p)
	return f
}

func (r *groupTally) group(k groupKey, w *weighed, p Policy, o Options) Group {
	d := r.denominator
	standing := d.Logged - d.Withdrawn
	out := Group{Name: k.name, Role: k.role, Denominator: d, Figures: r.figures(w, p, o), Repeats: w.repeats, Reported: r.reported, Anonymous: r.anonymous, Promises: r.promises.done(), Slip: r.slips.done(), AfterFact: r.after.done(w, p), Timing: r.timing,
		Vagueness: Vagueness{share(d.Untestable, standing), share(r.wide, d.Scored), share(d.Voided(), standing)}}
	if len(r.days) > 0 {
		out.Timing.MedianDays = new(medianDays(r.days))
	}
	return out
}

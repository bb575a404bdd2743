package board

import (
	"slices"
	"sync/atomic"

	"tracker/calendar"
	"tracker/claims"
)

// trials are what a board keeps of its claims to be made again under other
// choices: those that count on it or would under a choice, and of each choice
// the claims that it counts otherwise.
type trials struct {
	o       Options
	choices []Choice
	policy  Policy
	asOf    calendar.Day
	sides   []sides // by choice

	of     *entries // absent where they do not count on the board
	rows   []trialRow
	number map[groupKey]int // of rows
	alone  map[int32]claims.UID
	tried  []tried // by choice
	logged int

	linked   []Judged // the claims that are kept whole, those of chains among them
	chains   []Chain
	numbers  *numbering
	byEvent  []int32 // places in the order of their events
	eventEnd []int32 // by text: where its places end there

	asked atomic.Int64 // events on which others counted than before, in a trial
}

// trialRow is a row with the places of its entries.
type trialRow struct {
	key groupKey
	at  []int32
}

// tried is what a choice makes of the claims of a board.
type tried struct {
	otherwise []otherwise // in the order of places
	gone      map[claims.UID]bool
	scored    int
}

// otherwise is a claim that a choice counts otherwise than the board: absent, or
// with another number or outcome. Its reading and its result are on the shelves.
type otherwise struct {
	place, reading, result int32
	absent                 bool
}

func newTrials(o Options, p Policy, asOf calendar.Day) *trials {
	t := &trials{o: o, policy: p, asOf: asOf, of: newEntries(), number: map[groupKey]int{}, alone: map[int32]claims.UID{}, tried: make([]tried, len(o.Choices))}
	for _, c := range o.Choices {
		c.Policy = c.Policy.withDefaults()
		c.Policy.MinEvents = p.MinEvents
		t.choices, t.sides = append(t.choices, c), append(t.sides, sides{})
	}
	return t
}

// candidate is a claim that may count under some choice.
type candidate struct {
	Judged
	place  int32 // −1 until it has one
	linked bool  // it is kept whole
	rows   []groupKey
}

// take looks at a claim of the board under every choice.
func (t *trials) take(j Judged, linked bool, rows []groupKey) {
	t.logged++
	c := candidate{j, -1, linked, rows}
	if j.Y != nil {
		t.enter(&c, j)
	}
	for i := range t.choices {
		t.try(i, &c)
	}
}

// try looks at a claim under one choice.
func (t *trials) try(i int, c *candidate) {
	choice, its := &t.choices[i], &t.tried[i]
	switch {
	case choice.without(c.Judged):
		if c.linked {
			its.leave(c.Claim.UID)
		}
		if c.Y != nil {
			its.otherwise = append(its.otherwise, otherwise{place: c.place, absent: true})
		}
		return
	case !c.Bucket.weighable():
		return
	}
	now := choice.judge(c.Judged, t.policy, func(p Policy, one *claims.Claim) Judged { return t.sides[i].judge(p, one, t.asOf) })
	if now.Bucket == BucketScored {
		its.scored++
	}
	if !now.countsAs(c.Judged) {
		if c.place < 0 {
			t.enter(c, now)
		}
		its.otherwise = append(its.otherwise, t.shelved(now, c.place))
	}
}

func (t *tried) leave(uid claims.UID) {
	if t.gone == nil {
		t.gone = map[claims.UID]bool{}
	}
	t.gone[uid] = true
}

// enter gives a claim its place; j is how it counts, on the board or else under
// the first choice that counts it.
func (t *trials) enter(c *candidate, j Judged) {
	e := newEntry(j)
	if !c.linked && e.repeats == "" {
		e.uid = ""
	}
	c.place = int32(t.of.add(&e))
	t.of.small(int(c.place)).setAbsent(c.Y == nil)
	if e.Event == "" && c.Claim.UID != "" {
		t.alone[c.place] = c.Claim.UID
	}
	for _, k := range c.rows {
		at, known := t.number[k]
		if !known {
			at = len(t.rows)
			t.number[k], t.rows = at, append(t.rows, trialRow{key: k})
		}
		t.rows[at].at = append(t.rows[at].at, c.place)
	}
}

// shelved is how a claim counts that has a place.
func (t *trials) shelved(j Judged, place int32) otherwise {
	if j.Y == nil {
		return otherwise{place: place, absent: true}
	}
	s := t.of.small(int(place))
	r, came := *t.of.read(s), *t.of.came(s)
	if j.P != nil {
		r.p, r.low, r.high = *j.P, *j.Low, *j.High
	}
	came.happened, came.number, came.sided, came.right = *j.Y, j.P != nil, j.Right != nil, j.Right != nil && *j.Right
	return otherwise{place: place, reading: t.of.readings.put(r), result: t.of.results.put(came)}
}

// countsAs reports whether a claim counts as it does in another judgement of
// it.
func (j Judged) countsAs(other Judged) bool {
	return same(j.P, other.P) && same(j.Y, other.Y) && same(j.Low, other.Low) && same(j.High, other.High) && same(j.Right, other.Right)
}

// same reports whether two values are equal, or neither is defined.
func same[T comparable](x, y *T) bool {
	if x == nil || y == nil {
		return x == y
	}
	return *x == *y
}

// weighable reports whether a choice may count what is in the bucket.
func (b Bucket) weighable() bool {
	return b == BucketScored || b == BucketNoNumber || b == BucketUnaccepted || b == BucketUntestable
}

// finish ends the claims.
func (t *trials) finish(linked []Judged, chains []Chain) {
	t.linked, t.chains = linked, chains
	t.of.link(chains)
	slices.SortFunc(t.rows, func(x, y trialRow) int { return compareKeys(x.key, y.key) })
	t.eventEnd = make([]int32, len(t.of.texts.list))
	for _, s := range t.of.all() {
		t.eventEnd[s.event]++
	}
	most := 0
	for e, sum := 0, int32(0); e < len(t.eventEnd); e++ {
		if e != noText {
			most = max(most, int(t.eventEnd[e]))
		}
		t.eventEnd[e], sum = sum, sum+t.eventEnd[e]
	}
	t.byEvent = make([]int32, t.of.len())
	for i, s := range t.of.all() {
		t.byEvent[t.eventEnd[s.event]] = int32(i)
		t.eventEnd[s.event]++
	}
	t.of.nameQuestions(most)
	t.of.askQuestions()
	t.numbers = numberingOf(t.of)
}

// on are the places of an event, in their order.
func (t *trials) on(event int32) []int32 {
	start := int32(0)
	if event > 0 {
		start = t.eventEnd[event-1]
	}
	return t.byEvent[start:t.eventEnd[event]]
}

package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What a comparison needs to call somebody ahead.
const (
	level       = 0.05
	maxLeadSkew = 1.1 // of the median ratio of leads
)

// Compare sets A against B on the questions both answered, pairing statements
// whose leads are within a factor of two. Differences are averaged by event and
// their signs flipped by event: flipping by question gave 17–37 % false leads.
// "Ahead" needs six events, a p-value below 0.05 and balanced leads. Where the
// statements have no probabilities sides are compared. Draws use DefaultSeed.
func Compare(a, b string, as, bs []Statement) Comparison {
	pairs, left := PairUp(as, bs)
	c := Comparison{A: a, B: b, DependsOn: []string{}, Left: left, Sides: sidesOf(pairs), Leads: leadsOf(pairs)}
	if c.Left == nil {
		c.Left = []Unpaired{}
	}
	if d := newDifferences(pairs); len(d.events) > 0 {
		c.put(d)
	}
	c.Verdict = c.verdict()
	return c
}

// Enough reports whether there are events enough to say anything of the mean
// difference.
func (c Comparison) Enough() bool { return c.Events >= minShared }

// put fills in what the differences come to.
func (c *Comparison) put(d differences) {
	c.Pairs, c.Questions, c.Events = d.pairs, d.questions, len(d.events)
	diffs := d.at(nil)
	mean := meanOf(diffs)
	f := newFlips(len(diffs), Options{}.withDefaults())
	readings := d.readings()
	best, worst := readings.bounds()
	c.Difference, c.Best, c.Worst, c.Words = &mean, &best, &worst, readings.words()
	if len(diffs) < 2 {
		return
	}
	p := f.p(diffs)
	c.PValue = &p
	c.Low, c.High = f.interval(diffs)
	pWorst, moved := d.worstP(f, readings, p)
	c.PWorst = &pWorst
	if c.DependsOn = readings.deciding(mean); len(c.DependsOn) == 0 && pWorst >= level && p < level {
		c.DependsOn = moved
	}
}

// p is the p-value that decides, adjusted where many pairs are compared.
func (c *Comparison) p() float64 {
	switch {
	case c.PHolm != nil:
		return *c.PHolm
	case c.PValue != nil:
		return *c.PValue
	}
	return 1
}

// verdict puts the comparison into a sentence.
func (c *Comparison) verdict() string {
	if c.Pairs == 0 && c.Sides.Events > 0 {
		return c.sidesVerdict()
	}
	if c.Events < minShared {
		return tooFewShared(c.Events)
	}
	if c.p() >= level {
		return fmt.Sprintf("no difference could be shown between %s and %s", c.A, c.B)
	}
	ahead := c.A
	if *c.Difference > 0 {
		ahead = c.B
	}
	if later, n := c.Leads.skewed(c.A, c.B); later != "" {
		return fmt.Sprintf("%s's figure is lower, and %s spoke later on %d of %d: not a comparison of skill", ahead, later, n, c.Leads.Pairs)
	}
	switch {
	case !c.Words:
		return fmt.Sprintf("%s ahead", ahead)
	case len(c.DependsOn) == 0 && *c.PWorst < level:
		return fmt.Sprintf("%s ahead under every reading", ahead)
	case len(c.DependsOn) == 0:
		return fmt.Sprintf("%s ahead, but not under every reading", ahead)
	}
	return fmt.Sprintf("%s ahead, but it depends on %s", ahead, "*"+strings.Join(c.DependsOn, "*, *")+"*")
}

// tooFewShared says that n shared events are not enough.
func tooFewShared(n int) string {
	if n == 0 {
		return fmt.Sprintf("too few to tell: no shared event can be compared, and it takes %d", minShared)
	}
	return fmt.Sprintf("too few to tell: they share %d of the %d events that a comparison needs", n, minShared)
}

// sidesVerdict is the verdict on bare sides.
func (c *Comparison) sidesVerdict() string {
	s := c.Sides
	p := s.PValue
	if s.PHolm != nil {
		p = s.PHolm
	}
	switch {
	case s.Events < minShared:
		return tooFewShared(s.Events)
	case p == nil || *p >= level:
		return fmt.Sprintf("no difference could be shown between %s and %s", c.A, c.B)
	}
	ahead := c.A
	if s.B > s.A {
		ahead = c.B
	}
	if later, n := c.Leads.skewed(c.A, c.B); later != "" {
		return fmt.Sprintf("%s was right more often, and %s spoke later on %d of %d: not a comparison of skill", ahead, later, n, c.Leads.Pairs)
	}
	return fmt.Sprintf("%s ahead by sides", ahead)
}

// skewed names who spoke later too often to compare skill, with the number of
// pairs; nobody where leads are balanced: a median ratio within 1.1, and neither
// later on more than two thirds.
func (l Leads) skewed(a, b string) (later string, n int) {
	if l.Ratio == nil {
		return "", 0
	}
	balanced := *l.Ratio <= maxLeadSkew && *l.Ratio >= 1/maxLeadSkew && 3*max(l.ALater, l.BLater) <= 2*l.Pairs
	switch {
	case balanced:
		return "", 0
	case l.ALater > l.BLater:
		return a, l.ALater
	}
	return b, l.BLater
}

// leadsOf compares how far ahead each spoke.
func leadsOf(pairs []Pair) Leads {
	l := Leads{Pairs: len(pairs)}
	if len(pairs) == 0 {
		return l
	}
	var as, bs, ratios []float64
	for _, p := range pairs {
		a, b := float64(max(1, p.A.Lead)), float64(max(1, p.B.Lead))
		as, bs, ratios = append(as, a), append(bs, b), append(ratios, a/b)
		switch {
		case a < b:
			l.ALater++
		case b < a:
			l.BLater++
		}
	}
	l.A, l.B, l.Ratio = medianOf(as), medianOf(bs), medianOf(ratios)
	return l
}

// medianOf is the median, of at least one value.
func medianOf(xs []float64) *float64 {
	xs = slices.Clone(xs)
	slices.Sort(xs)
	return ptr(quantile(xs, 0.5))
}

// Holm adjusts the p-values of several comparisons so that, all together, the
// chance of one false "ahead" stays at the level (Holm, 1979). The result is
// in the order of the input, each at most 1.
func Holm(ps []float64) []float64 {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted, floor := make([]float64, len(ps)), 0.0
	for k, i := range order {
		floor = max(floor, min(1, ps[i]*float64(len(ps)-k)))
		adjusted[i] = floor
	}
	return adjusted
}

// AdjustAll makes one family of the comparisons of many pairs of speakers: the
// p-values of those with enough events are adjusted by Holm's method, and
// verdicts follow the adjusted ones.
func AdjustAll(cs []Comparison) {
	adjust := func(of func(*Comparison) (p *float64, into **float64)) {
		var ps []float64
		var where []**float64
		for i := range cs {
			if p, into := of(&cs[i]); p != nil {
				ps, where = append(ps, *p), append(where, into)
			}
		}
		for i, p := range Holm(ps) {
			*where[i] = ptr(p)
		}
	}
	adjust(func(c *Comparison) (*float64, **float64) {
		if c.Events < minShared {
			return nil, nil
		}
		return c.PValue, &c.PHolm
	})
	adjust(func(c *Comparison) (*float64, **float64) {
		if c.Sides.Events < minShared {
			return nil, nil
		}
		return c.Sides.PValue, &c.Sides.PHolm
	})
	for i := range cs {
		cs[i].Verdict = cs[i].verdict()
	}
}

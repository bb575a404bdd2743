package board

import (
	"fmt"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Choices are the choices that the board did not make: the other policies,
// the published scales, other numbers for “will”, the ends of the ranges of words
// that nobody has asked readers about, and no partials. The lexicon
// is the one in force: it knows which words are “will”.
func (b Board) Choices(lexicon *hedge.Lexicon) ([]Choice, error) {
	policies, err := b.policies()
	if err != nil {
		return nil, err
	}
	scales, err := b.scales()
	if err != nil {
		return nil, err
	}
	list := append(policies, scales...)
	for _, p := range []float64{0.85, 0.99} {
		list = append(list, Choice{Name: fmt.Sprintf("“will” is %.0f %%", 100*p), Policy: b.Policy, Read: willIs(p, Root(lexicon))})
	}
	list = append(list, Choice{Name: "assumed words at the low end of their range", Policy: b.Policy, Read: assumedAt(lowEnd)},
		Choice{Name: "assumed words at the high end of their range", Policy: b.Policy, Read: assumedAt(highEnd)})
	return append(list, Choice{Name: "without partials", Policy: b.Policy, Read: noPartial}), nil
}

// policies are the other ways to count the same claims.
func (b Board) policies() (list []Choice, err error) {
	for _, late := range []string{"strict", "linear:30d", "decay:14d"} {
		p := b.Policy
		if p.Late, err = scoring.ParseLate(late); err != nil {
			return nil, err
		}
		if p.Late != b.Policy.Late {
			list = append(list, Choice{Name: "late " + late, Policy: p})
		}
	}
	for _, windows := range []Windows{WindowsDefault, WindowsAll, WindowsExact} {
		p := b.Policy
		if p.Windows = windows; p != b.Policy {
			list = append(list, Choice{Name: "windows " + string(windows), Policy: p})
		}
	}
	if p := b.Policy; !p.ExcludeHindsight {
		p.ExcludeHindsight = true
		list = append(list, Choice{Name: "hindsight excluded", Policy: p})
	}
	return list, nil
}

// scales are the published scales in which the words could have been read.
func (b Board) scales() (list []Choice, err error) {
	for _, name := range []string{"icd203", "ipcc", "kent"} {
		scale, err := hedge.Scale(name)
		if err != nil {
			return nil, err
		}
		list = append(list, Choice{Name: "lexicon " + scale.Name(), Policy: b.Policy, Read: rereadIn(scale)})
	}
	return list, nil
}

// rereadIn reads words of confidence in a published scale; words that it does
// not have keep their number.
func rereadIn(scale *hedge.Lexicon) func(claims.Claim) (claims.Claim, bool) {
	known := map[string]hedge.Reading{}
	return func(c claims.Claim) (claims.Claim, bool) {
		if c.Hedge.Words == "" || c.Hedge.Kind == hedge.Explicit {
			return c, true
		}
		r, read := known[c.Hedge.Words]
		if !read {
			r = scale.Read(c.Hedge.Words)
			known[c.Hedge.Words] = r
		}
		if r.P != nil {
			c.Hedge.P, c.Hedge.Low, c.Hedge.High, c.Hedge.Kind = r.P, r.Low, r.High, r.Kind
		}
		return c, true
	}
}

// willIs puts another number on “will”, which in reporting is often the plain
// future tense. The range grows as far as it has to.
func willIs(p float64, root func(words string) string) func(claims.Claim) (claims.Claim, bool) {
	known := map[string]bool{}
	return func(c claims.Claim) (claims.Claim, bool) {
		if c.Hedge.P == nil || c.Hedge.Kind == hedge.Explicit {
			return c, true
		}
		will, read := known[c.Hedge.Words]
		if !read {
			will = root(c.Hedge.Words) == "will"
			known[c.Hedge.Words] = will
		}
		if !will {
			return c, true
		}
		low, high := p, p
		if c.Hedge.Low != nil && c.Hedge.High != nil {
			low, high = min(p, *c.Hedge.Low), max(p, *c.Hedge.High)
		}
		c.Hedge.P, c.Hedge.Low, c.Hedge.High = &p, &low, &high
		return c, true
	}
}

func lowEnd(h claims.Hedge) *float64  { return h.Low }
func highEnd(h claims.Hedge) *float64 { return h.High }

// assumedAt reads words whose number is an assumption at one end of their range.
func assumedAt(end func(claims.Hedge) *float64) func(claims.Claim) (claims.Claim, bool) {
	return func(c claims.Claim) (claims.Claim, bool) {
		if at := end(c.Hedge); c.Hedge.Kind == hedge.Assumed && c.Hedge.P != nil && at != nil {
			c.Hedge.P = at
		}
		return c, true
	}
}

// noPartial leaves out what happened in part.
func noPartial(c claims.Claim) (claims.Claim, bool) {
	return c, c.Verdict == nil || c.Verdict.Outcome != claims.Partial
}

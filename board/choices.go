package board

import (
	"fmt"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Choices are the choices that a board by p does not make: the other policies,
// the published scales, other numbers for “will”, the ends of the ranges of words
// that nobody has asked readers about, and no partials. The lexicon
// is the one in force: it knows which words are “will”.
func (p Policy) Choices(lexicon *hedge.Lexicon) ([]Choice, error) {
	policies, err := p.policies()
	if err != nil {
		return nil, err
	}
	scales, err := p.scales()
	if err != nil {
		return nil, err
	}
	list := append(policies, scales...)
	for _, will := range []float64{0.85, 0.99} {
		list = append(list, Choice{Name: fmt.Sprintf("“will” is %.0f %%", 100*will), Policy: p, Hedge: willIs(will, Root(lexicon))})
	}
	list = append(list, Choice{Name: "assumed words at the low end of their range", Policy: p, Hedge: assumedAt(lowEnd)},
		Choice{Name: "assumed words at the high end of their range", Policy: p, Hedge: assumedAt(highEnd)})
	return append(list, Choice{Name: "without partials", Policy: p, Leaves: isPartial}), nil
}

// policies are the other ways to count the same claims.
func (p Policy) policies() (list []Choice, err error) {
	for _, late := range []string{"strict", "linear:30d", "decay:14d"} {
		other := p
		if other.Late, err = scoring.ParseLate(late); err != nil {
			return nil, err
		}
		if other.Late != p.Late {
			list = append(list, Choice{Name: "late " + late, Policy: other})
		}
	}
	for _, windows := range []Windows{WindowsDefault, WindowsAll, WindowsExact} {
		other := p
		if other.Windows = windows; other != p {
			list = append(list, Choice{Name: "windows " + string(windows), Policy: other})
		}
	}
	if other := p; !p.ExcludeHindsight {
		other.ExcludeHindsight = true
		list = append(list, Choice{Name: "hindsight excluded", Policy: other})
	}
	return list, nil
}

// scales are the published scales in which the words could have been read.
func (p Policy) scales() (list []Choice, err error) {
	for _, name := range []string{"icd203", "ipcc", "kent"} {
		scale, err := hedge.Scale(name)
		if err != nil {
			return nil, err
		}
		list = append(list, Choice{Name: "lexicon " + scale.Name(), Policy: p, Hedge: rereadIn(scale)})
	}
	return list, nil
}

// rereadIn reads words of confidence in a published scale; words that it does
// not have keep their number.
func rereadIn(scale *hedge.Lexicon) func(*claims.Claim) claims.Hedge {
	known := map[string]hedge.Reading{}
	return func(c *claims.Claim) claims.Hedge {
		h := c.Hedge
		if h.Words == "" || h.Kind == hedge.Explicit {
			return h
		}
		r, read := known[h.Words]
		if !read {
			r = scale.Read(h.Words)
			known[h.Words] = r
		}
		if r.P != nil {
			h.P, h.Low, h.High, h.Kind = r.P, r.Low, r.High, r.Kind
		}
		return h
	}
}

// willIs puts another number on “will”, which in reporting is often the plain
// future tense. The range grows as far as it has to.
func willIs(p float64, root func(words string) string) func(*claims.Claim) claims.Hedge {
	known := map[string]bool{}
	return func(c *claims.Claim) claims.Hedge {
		h := c.Hedge
		if h.P == nil || h.Kind == hedge.Explicit {
			return h
		}
		will, read := known[h.Words]
		if !read {
			will = root(h.Words) == "will"
			known[h.Words] = will
		}
		if !will {
			return h
		}
		low, high := p, p
		if h.Low != nil && h.High != nil {
			low, high = min(p, *h.Low), max(p, *h.High)
		}
		h.P, h.Low, h.High = &p, &low, &high
		return h
	}
}

func lowEnd(h claims.Hedge) *float64  { return h.Low }
func highEnd(h claims.Hedge) *float64 { return h.High }

// assumedAt reads words whose number is an assumption at one end of their range.
func assumedAt(end func(claims.Hedge) *float64) func(*claims.Claim) claims.Hedge {
	return func(c *claims.Claim) claims.Hedge {
		h := c.Hedge
		if at := end(h); h.Kind == hedge.Assumed && h.P != nil && at != nil {
			h.P = at
		}
		return h
	}
}

// isPartial reports whether what was said happened in part.
func isPartial(c *claims.Claim) bool {
	return c.Verdict != nil && c.Verdict.Outcome == claims.Partial
}

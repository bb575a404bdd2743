package scoring

import (
	"cmp"
	"math"
	"slices"
)

// differences are the pairs with probabilities by event and question. A
// question's difference is the mean over its pairs, an event's that over its
// questions.
type differences struct {
	events           [][]weighed
	pairs, questions int
}

// weighed is a pair with its part in the difference of its event.
type weighed struct {
	Pair
	weight float64
}

func newDifferences(pairs []Pair) differences {
	byEvent := map[string]map[string][]Pair{}
	var d differences
	for _, p := range pairs {
		if !p.A.Number || !p.B.Number {
			continue
		}
		if byEvent[p.A.Event] == nil {
			byEvent[p.A.Event] = map[string][]Pair{}
		}
		byEvent[p.A.Event][p.A.Question] = append(byEvent[p.A.Event][p.A.Question], p)
		d.pairs++
	}
	for _, questions := range byEvent {
		var event []weighed
		for _, ps := range questions {
			d.questions++
			for _, p := range ps {
				event = append(event, weighed{p, 1 / float64(len(ps)*len(questions))})
			}
		}
		slices.SortFunc(event, func(x, y weighed) int {
			return cmp.Or(cmp.Compare(x.difference(nil), y.difference(nil)), cmp.Compare(x.weight, y.weight))
		})
		d.events = append(d.events, event)
	}
	slices.SortFunc(d.events, func(x, y []weighed) int { // no figure depends on the order of the input
		return cmp.Or(cmp.Compare(eventDifference(x, nil), eventDifference(y, nil)), cmp.Compare(len(x), len(y)), cmp.Compare(x[0].A.P, y[0].A.P))
	})
	return d
}

// phraseReading is how some phrases are read, by key; others are read as scored.
type phraseReading map[phraseKey]float64

// read is the probability that a statement gives its event.
func (r phraseReading) read(f Forecast) float64 {
	key, shared := keyOfPhrase(f)
	q, moved := r[key]
	switch {
	case !shared || !moved:
		return f.P
	case f.Against:
		return 1 - q
	}
	return q
}

func (w weighed) difference(r phraseReading) float64 {
	return Brier(r.read(w.A.Forecast), w.A.Y) - Brier(r.read(w.B.Forecast), w.B.Y)
}

func eventDifference(event []weighed, r phraseReading) float64 {
	sum := 0.0
	for _, w := range event {
		sum += float64(w.weight * w.difference(r))
	}
	return sum
}

// at is the difference of every event under a reading.
func (d differences) at(r phraseReading) []float64 {
	diffs := make([]float64, len(d.events))
	for i, e := range d.events {
		diffs[i] = eventDifference(e, r)
	}
	return diffs
}

func meanOf(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// readings is the mean difference as a function of how words are read.
func (d differences) readings() readings {
	m := readingMaker{shared: map[phraseKey]*reading{}}
	for _, e := range d.events {
		for _, w := range e {
			part := w.weight / float64(len(d.events))
			m.add(w.A.Forecast, part)
			m.add(w.B.Forecast, -part)
		}
	}
	return m.readings()
}

// readingSteps is at how many values of a phrase the p-value is looked at.
const readingSteps = 8

// worstP is the largest p-value found over the readings of the words, and the
// words read differently there. Where some reading brings the mean difference
// to 0 it is 1; else phrases are moved in turn, from where the mean is nearest
// to 0, each to the best of nine values in its range, until none moves.
func (d differences) worstP(f flips, rs readings, p float64) (worst float64, moved []string) {
	least, greatest := rs.bounds()
	if least <= 1e-12 && greatest >= -1e-12 {
		return 1, []string{}
	}
	at := rs.nearest(least > 0)
	worst, best := p, phraseReading(nil)
	if q := f.p(d.at(at)); q >= worst {
		worst, best = q, at
	}
	for range 3 {
		improved := false
		for _, r := range rs {
			if r.phrase == "" {
				continue
			}
			for k := range readingSteps + 1 {
				trial := phraseReading{}
				for key, q := range best {
					trial[key] = q
				}
				trial[r.key()] = r.low + float64((r.high-r.low)*float64(k)/readingSteps)
				if q := f.p(d.at(trial)); q > worst {
					worst, best, improved = q, trial, true
				}
			}
		}
		if !improved {
			break
		}
	}
	for key := range best {
		moved = append(moved, key.phrase)
	}
	slices.Sort(moved)
	return worst, slices.Compact(moved)
}

// nearest reads every phrase so that the mean difference is least, or greatest.
func (rs readings) nearest(least bool) phraseReading {
	at := phraseReading{}
	for _, r := range rs {
		if r.phrase == "" {
			continue
		}
		q, value := r.low, r.at(r.low)
		for _, x := range []float64{r.high, -r.linear / (2 * r.square)} {
			if v := r.at(x); x >= r.low && x <= r.high && (v < value) == least {
				q, value = x, v
			}
		}
		at[r.key()] = q
	}
	return at
}

func (r reading) key() phraseKey {
	return phraseKey{r.phrase, roundReading(r.low), roundReading(r.high)}
}

// keyOfPhrase is the reading that a forecast shares with others; it shares none
// without words or a range.
func keyOfPhrase(f Forecast) (key phraseKey, shared bool) {
	low, high := f.Low, f.High
	if f.Against {
		low, high = 1-f.High, 1-f.Low
	}
	return phraseKey{f.Hedge, roundReading(low), roundReading(high)}, f.Hedge != ""
}

// sidesOf compares who was right on each event, over pairs on which both took a
// side, and tests it by the exact sign test.
func sidesOf(pairs []Pair) Sides {
	type sum struct{ d, n float64 }
	events := map[string]map[string]sum{}
	for _, p := range pairs {
		a, sidedA := p.A.right()
		b, sidedB := p.B.right()
		if !sidedA || !sidedB {
			continue
		}
		if events[p.A.Event] == nil {
			events[p.A.Event] = map[string]sum{}
		}
		s := events[p.A.Event][p.A.Question]
		events[p.A.Event][p.A.Question] = sum{s.d + a - b, s.n + 1}
	}
	s := Sides{Events: len(events)}
	for _, questions := range events {
		d := 0.0
		for _, q := range questions {
			d += q.d / q.n
		}
		switch {
		case d > 1e-12:
			s.A++
		case d < -1e-12:
			s.B++
		}
	}
	if n := s.A + s.B; n > 0 {
		s.PValue = ptr(signTest(min(s.A, s.B), n))
	}
	return s
}

// signTest is twice the chance that at most k of n fair coins show heads, at
// most 1 (Arbuthnot, 1710).
func signTest(k, n int) float64 {
	logs := make([]float64, k+1)
	total, _ := math.Lgamma(float64(n + 1))
	sum := 0.0
	for i := range logs {
		a, _ := math.Lgamma(float64(i + 1))
		b, _ := math.Lgamma(float64(n - i + 1))
		sum += math.Exp(total - a - b - float64(n)*math.Ln2)
	}
	return min(1, 2*sum)
}

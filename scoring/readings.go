package scoring

import (
	"cmp"
	"math"
	"slices"
)

// readings is a difference of mean Brier scores as a function of how the words
// of confidence are read. Everybody who said *could* meant the same, so each
// phrase has one probability, and the difference is a sum of one quadratic for
// each phrase.
type readings []reading

// reading is the part of one phrase: square·q² + linear·q + constant for q in
// [low, high].
type reading struct {
	phrase                   string
	low, high                float64
	square, linear, constant float64
	point                    float64 // the value at the readings used for the score
}

// phraseKey tells readings apart: two claims share one if they have the same
// words and the same range (a book may hold two versions of the map).
type phraseKey struct {
	phrase    string
	low, high float64
}

// readingMaker gathers claims with their share in the difference.
type readingMaker struct {
	shared map[phraseKey]*reading
	alone  readings // ranges given with a claim, without words
}

// add puts in one claim; its loss is multiplied by factor.
func (m *readingMaker) add(f Forecast, factor float64) {
	low, high, y := f.Low, f.High, f.Y
	if f.Against { // (1−q−y)² = (q−(1−y))²
		low, high, y = 1-f.High, 1-f.Low, 1-f.Y
	}
	key, _ := keyOfPhrase(f)
	r := m.shared[key]
	if r == nil || f.Hedge == "" {
		r = &reading{phrase: f.Hedge, low: low, high: high}
	}
	r.square += factor
	r.linear -= float64(2 * factor * y)
	r.constant += float64(factor * y * y)
	r.point += float64(factor * Brier(f.P, f.Y))
	if f.Hedge == "" {
		m.alone = append(m.alone, *r)
		return
	}
	m.shared[key] = r
}

// roundReading makes 1−(1−x) the same key as x.
func roundReading(x float64) float64 { return math.Round(x*1e12) / 1e12 }

// readings is everything gathered, in a fixed order.
func (m *readingMaker) readings() readings {
	all := m.alone
	for _, r := range m.shared {
		all = append(all, *r)
	}
	slices.SortFunc(all, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.phrase, b.phrase), cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high),
			cmp.Compare(a.square, b.square), cmp.Compare(a.linear, b.linear))
	})
	return all
}

// words reports whether anything can be read otherwise.
func (rs readings) words() bool {
	return slices.ContainsFunc(rs, func(r reading) bool { return r.high-r.low > 1e-12 })
}

// bounds are the exact least and greatest difference over all readings: each
// quadratic is extreme at an end of its range or at its vertex.
func (rs readings) bounds() (least, greatest float64) {
	for _, r := range rs {
		low, high := r.bounds()
		least += low
		greatest += high
	}
	return least, greatest
}

func (r reading) bounds() (least, greatest float64) {
	low, high := r.at(r.low), r.at(r.high)
	least, greatest = min(low, high), max(low, high)
	if vertex := -r.linear / (2 * r.square); r.low < vertex && vertex < r.high {
		least, greatest = min(least, r.at(vertex)), max(greatest, r.at(vertex))
	}
	return least, greatest
}

func (r reading) at(q float64) float64 {
	return float64(r.square*q*q) + float64(r.linear*q) + r.constant
}

// deciding names the hedges which, read differently, would turn the sign of
// the difference: the fewest that suffice, the most influential first. It is
// empty when no reading does.
func (rs readings) deciding(difference float64) []string {
	type swing struct {
		phrase string
		most   float64 // how far the phrase can move the difference towards 0
	}
	var swings []swing
	for _, r := range rs {
		least, greatest := r.bounds()
		most := greatest - r.point
		if difference > 0 {
			most = r.point - least
		}
		name := cmp.Or(r.phrase, "a range given with the claim")
		if i := slices.IndexFunc(swings, func(s swing) bool { return s.phrase == name }); i >= 0 {
			swings[i].most += most
			continue
		}
		swings = append(swings, swing{name, most})
	}
	slices.SortStableFunc(swings, func(a, b swing) int { return cmp.Compare(b.most, a.most) })
	names, left := []string{}, math.Abs(difference)
	for _, s := range swings {
		if left <= 1e-12 || s.most <= 1e-12 {
			break
		}
		names = append(names, s.phrase)
		left -= s.most
	}
	if left > 1e-12 {
		return []string{}
	}
	return names
}

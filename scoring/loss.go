package scoring

import "math"

// logClip keeps the logarithmic score finite: forecasts are moved into
// [0.01, 0.99] for it, and the number moved is shown beside it.
const logClip = 0.01

// Brier is the squared distance (p − y)², one component: 0 is best, 0.25 is
// what always saying 50 % earns, 1 is worst. Others print twice that. Brier
// (1950); y may be a fraction.
func Brier(p, y float64) float64 {
	d := p - y
	return float64(d * d) // rounded here: a fused multiply-add would differ between machines
}

// BrierRange is the least and the greatest Brier score a forecast anywhere in
// [low, high] would have earned. It is 0 at best when y lies in the range.
func BrierRange(low, high, y float64) (best, worst float64) {
	atLow, atHigh := Brier(low, y), Brier(high, y)
	if low <= y && y <= high {
		return 0, max(atLow, atHigh)
	}
	return min(atLow, atHigh), max(atLow, atHigh)
}

// Log is the logarithmic score −[y ln p + (1−y) ln(1−p)] in nats, with p
// clipped to [0.01, 0.99] (Good, 1952).
func Log(p, y float64) float64 {
	c := min(max(p, logClip), 1-logClip)
	switch y {
	case 0:
		return -math.Log1p(-c)
	case 1:
		return -math.Log(c)
	}
	return -(float64(y*math.Log(c)) + float64((1-y)*math.Log1p(-c)))
}

// clipped reports whether Log moves p.
func clipped(p float64) bool { return p < logClip || p > 1-logClip }

// Spherical is (yp + (1−y)(1−p)) / √(p² + (1−p)²), from 0 to 1, higher is
// better (Roby, 1965).
func Spherical(p, y float64) float64 {
	q := 1 - p
	return (float64(y*p) + float64((1-y)*q)) / math.Sqrt(float64(p*p)+float64(q*q))
}

// BeyondTesting reports whether a reading is so wide (more than 0.4) that
// hardly any outcome could count against it.
func BeyondTesting(low, high float64) bool { return high-low > 0.4+1e-9 }

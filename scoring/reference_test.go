package scoring

import "testing"

func TestSkillAgainstOtherEvents(t *testing.T) {
	book := []Forecast{
		exact("rain", 0.9, 1), exact("rain", 0.6, 1),
		exact("snow", 0.2, 0), exact("", 0.5, 1),
	}
	others := OtherEvents(given(book))
	for i, want := range []float64{0.5, 0.5, 1, 2.0 / 3} {
		p, ok := others(book[i])
		if !ok {
			t.Fatalf("no reference for claim %d", i)
		}
		near(t, "reference", p, want)
	}
	// a: losses 0.01 + 0.04 + 0.25; reference 0.25 + 1 + 1/9.
	mine := []Forecast{book[0], book[2], book[3]}
	near(t, "skill", *Skill(given(mine), others), 1-0.30/(1.25+1.0/9))
	if s := Skill(given(book[:2]), OtherEvents(given(book[:2]))); s != nil {
		t.Errorf("one event has no others: %v", *s)
	}
	if s := Skill(given(book[:1]), func(Forecast) (float64, bool) { return 1, true }); s != nil {
		t.Errorf("a reference that never erred: %v", *s)
	}
}

func TestShrinkHits(t *testing.T) {
	hit := func(k, n int) Hit {
		return Hit{K: float64(k), N: n, Claims: n}.around(float64(k)/float64(n), float64(n))
	}
	shrunk := ShrinkHits([]Hit{hit(70, 100), hit(45, 100), hit(4, 5), {}})
	if shrunk[3] != nil {
		t.Errorf("no side: %v", *shrunk[3])
	}
	if a, b := 0.7-*shrunk[0], 0.8-*shrunk[2]; a <= 0 || b <= a {
		t.Errorf("100 claims move by %v, 5 by %v", a, b)
	}
	for _, s := range ShrinkHits([]Hit{hit(5, 10), hit(6, 10), hit(5, 10)}) {
		near(t, "no spread", *s, 16.0/30)
	}
	for _, s := range ShrinkHits([]Hit{hit(3, 3), hit(2, 2)}) {
		near(t, "all right", *s, 1)
	}
	// By hand: shares 1 and 0 of 4: variance ¼, spread 2, room 8 − 4 − 1 = 3;
	// ρ = (8 − 1)/3, more than 1, so nothing is shrunk.
	all := ShrinkHits([]Hit{hit(4, 4), hit(0, 4)})
	near(t, "far apart", *all[0], 1)
	// 7 and 3 of 10: spread 0.8, room 20 − 10 − 1 = 9, ρ = (3.2 − 1)/9;
	// keep = 10ρ/(1 + 9ρ) = 0.763889.
	some := ShrinkHits([]Hit{hit(7, 10), hit(3, 10)})
	near(t, "some", *some[0], 0.5+0.2*(10*2.2/9)/(1+2.2))
}

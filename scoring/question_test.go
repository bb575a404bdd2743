package scoring

import (
	"slices"
	"testing"
)

// Questions are those of the first window that each can be asked with, found
// by looking at all of them.
func TestQuestionsAgainstDefinition(t *testing.T) {
	for seed := range 300 {
		g := newGenerator(uint64(seed), 0, 3)
		windows := make([]Window, 1+g.below(40))
		for i := range windows {
			windows[i] = Window{Start: g.below(12) - 3, End: 20 + g.below(15)}
		}
		sorted := slices.Clone(windows)
		slices.SortStableFunc(sorted, func(a, b Window) int { return 1000*(a.End-b.End) + a.Start - b.Start })
		var firsts []Window
		same := func(w, f Window) bool {
			return w.End-f.End <= 3 && (w.Start == 0) == (f.Start == 0) && max(w.Start-f.Start, f.Start-w.Start) <= 3
		}
		want := map[Window]int{}
		for _, w := range sorted {
			at := slices.IndexFunc(firsts, func(f Window) bool { return same(w, f) })
			if at < 0 {
				at = len(firsts)
				firsts = append(firsts, w)
			}
			want[w] = at
		}
		for i, q := range Questions(windows) {
			if q != want[windows[i]] {
				t.Fatalf("seed %d: %+v asks %d, want %d", seed, windows[i], q, want[windows[i]])
			}
		}
	}
}

// Rows that are alike stand once in a simulation, which changes nothing.
func TestPooledDraws(t *testing.T) {
	g := newGenerator(1, 0, 4)
	var rows []row
	for range 300 {
		rows = append(rows, row{p: float64(g.below(5)) / 4, y: float64(g.below(2)), w: 1, event: int32(g.below(7))})
	}
	s := newSample(rows, 7, false)
	pooled := s.ties()
	if pooled.times == nil {
		t.Fatal("rows that are alike are not pooled")
	}
	plain := pooled
	plain.times, plain.events, plain.ends = nil, nil, nil
	start := int32(0)
	for _, end := range pooled.ends {
		for i := start; i < end; i++ {
			plain.events = append(plain.events, slices.Repeat([]int32{pooled.events[i]}, int(pooled.times[i]))...)
		}
		start, plain.ends = end, append(plain.ends, int32(len(plain.events)))
	}
	for r := range 50 {
		one, two := newGenerator(2, 0, r), newGenerator(2, 0, r)
		if a, b := newLuckyWorld(pooled).draw(&one), newLuckyWorld(plain).draw(&two); a != b {
			t.Fatalf("%+v and %+v", a, b)
		}
	}
}

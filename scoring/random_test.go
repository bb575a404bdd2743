package scoring

import (
	"math"
	"slices"
	"testing"
)

// The reference digits of splitmix64 with seed 1234567 (Vigna's C program).
func TestSplitmix(t *testing.T) {
	g := generator{1234567}
	for i, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := g.next(); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

func TestUniformNumbers(t *testing.T) {
	g := newGenerator(1, forRanks, 0)
	var counts [7]int
	sum := 0.0
	for range 70_000 {
		counts[g.below(7)]++
		x := g.float()
		if x < 0 || x >= 1 {
			t.Fatal(x)
		}
		sum += x
	}
	for k, n := range counts {
		if math.Abs(float64(n)-10_000) > 400 { // more than 4 standard deviations
			t.Errorf("%d came %d times", k, n)
		}
	}
	if mean := sum / 70_000; math.Abs(mean-0.5) > 0.005 {
		t.Errorf("mean %v", mean)
	}
}

// The digits do not depend on how many goroutines draw.
func TestReplicatesAreReproducible(t *testing.T) {
	draw := func() func(*generator) uint64 { return func(g *generator) uint64 { return g.next() } }
	o := Options{Resamples: 500}.withDefaults()
	a := replicates(o, forBand, draw)
	for r := range a {
		g := newGenerator(DefaultSeed, forBand, r)
		if want := g.next(); a[r] != want {
			t.Fatalf("replicate %d is %d, want %d", r, a[r], want)
		}
	}
	if sorted := slices.Sorted(slices.Values(a)); len(slices.Compact(sorted)) != len(a) {
		t.Error("two replicates begin alike")
	}
	if slices.Equal(a, replicates(o, forRanks, draw)) {
		t.Error("two purposes share their numbers")
	}
}

func TestStudentDeviates(t *testing.T) {
	g := newGenerator(9, forRanks, 0)
	const n, df = 100_000, 10
	beyond := 0
	for range n {
		if math.Abs(g.studentT(df)) > 2.2281388519649385 { // the 97.5 % point
			beyond++
		}
	}
	if share := float64(beyond) / n; math.Abs(share-0.05) > 0.003 {
		t.Errorf("%v lie beyond the 95 %% points", share)
	}
}

func TestQuantile(t *testing.T) {
	xs := []float64{1, 2, 4, 8}
	for _, c := range [][2]float64{{0, 1}, {1, 8}, {0.5, 3}, {1.0 / 3, 2}, {0.25, 1.75}} {
		near(t, "quantile", quantile(xs, c[0]), c[1])
	}
	near(t, "of one", quantile([]float64{7}, 0.3), 7)
}

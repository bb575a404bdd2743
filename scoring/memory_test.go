package scoring

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
)

// allocated is how many bytes are made for something, whoever drops them when.
func allocated(do func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// large is a book of claims by a few hundred speakers, of which some came true in
// part.
func large(n int) []Forecast {
	g, fs := newGenerator(1, 0, 0), make([]Forecast, n)
	for i := range fs {
		p := float64(1+g.below(19)) / 20
		fs[i] = Forecast{Speaker: fmt.Sprint(g.below(300)), Event: fmt.Sprint(g.below(20_000)), Question: fmt.Sprint(g.below(20)), P: p, Low: p, High: p, Y: float64(g.below(3)) / 2}
	}
	return fs
}

// What is made of a claim on the way to the figures of a book is bounded: there
// are its row and its cell once, and no second list of either.
func TestFiguresMakeLittleOfEachClaim(t *testing.T) {
	const few, many = 20_000, 60_000
	book := large(many)
	for _, c := range []struct {
		name string
		do   func(fs Forecasts)
		most int64
	}{
		{"Measure", func(fs Forecasts) { Measure(fs, Options{ByEvent: true, NeedEvents: BookEvents, Resamples: 200}) }, 195},
		{"Rank", func(fs Forecasts) { Rank(fs, Options{Resamples: 200}) }, 165},
	} {
		of := func(n int) int64 { return allocated(func() { c.do(slices.Values(book[:n])) }) }
		of(few) // what is made once
		if each := (of(many) - of(few)) / (many - few); each > c.most {
			t.Errorf("%s makes %d bytes of each further claim, want at most %d", c.name, each, c.most)
		}
	}
}

package scoring

import (
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"testing"
)

// The honesty of the intervals, shown on books of known truth. A short version
// runs always; the full grid, whose table is in docs/scoring.md, with
//
//	TRACKER_SOAK=1 go test ./scoring -run Honest -v -timeout 60m

// soak reports whether the full grid was asked for.
func soak() bool { return os.Getenv("TRACKER_SOAK") != "" }

// books is how many books a cell of the grid has.
func books() int {
	if soak() {
		return 1000
	}
	return 100
}

// counts are how often something held, and how often it could have.
type counts struct{ held, all float64 }

func (c *counts) add(held bool) {
	c.all++
	if held {
		c.held++
	}
}

func (c counts) share() float64 { return c.held / c.all }

// simulate returns what n books give. Every book of every cell has a
// generator of its own.
func simulate[T any](cell string, n int, book func(*generator) T) []T {
	h := fnv.New64()
	h.Write([]byte(cell))
	return replicates(Options{Resamples: n, Seed: h.Sum64()}, 0, func() func(*generator) T { return book })
}

// heldShare is in how many of n simulated books check holds.
func heldShare(cell string, n int, check func(*generator) bool) float64 {
	var c counts
	for _, held := range simulate(cell, n, check) {
		c.add(held)
	}
	return c.share()
}

// slack is three standard errors of a share of n simulated books: what a bound
// must leave to chance.
func slack(share float64, n int) float64 {
	return 3 * math.Sqrt(share*(1-share)/float64(n))
}

// atLeast fails when a simulated share falls below a bound by more than chance.
func atLeast(t *testing.T, what string, got, bound float64, n int) {
	t.Helper()
	if got < bound-slack(bound, n) {
		t.Errorf("%s: %.3f, want at least %.2f", what, got, bound)
	}
}

func atMost(t *testing.T, what string, got, bound float64, n int) {
	t.Helper()
	if got > bound+slack(bound, n) {
		t.Errorf("%s: %.3f, want at most %.2f", what, got, bound)
	}
}

func holds(low, high *float64, truth float64) bool {
	return low != nil && *low <= truth && truth <= *high
}

// gridCell is one kind of book in the coverage table.
type gridCell struct {
	world
	events int
}

func (c gridCell) String() string {
	says := map[float64]string{0.5: "hedged", 1: "as seen", 2: "exaggerated"}[c.slope]
	return fmt.Sprintf("| %d | %d | %.2f | %s |", c.events, c.claims, c.a/(c.a+c.b), says)
}

func grid() (cells []gridCell) {
	events, bases, slopes := []int{10, 60}, [][2]float64{{2, 2}, {1, 9}}, []float64{0.5, 2}
	if soak() {
		events, bases, slopes = []int{10, 25, 49, 60, 200}, [][2]float64{{2, 2}, {1, 4}, {1, 9}, {9, 1}}, []float64{0.5, 1, 2}
	}
	for _, n := range events {
		for _, claims := range []int{1, 4} {
			for _, base := range bases {
				for _, slope := range slopes {
					cells = append(cells, gridCell{world{base[0], base[1], 0.7, slope, claims}, n})
				}
			}
		}
	}
	return cells
}

func TestHonestIntervals(t *testing.T) {
	t.Log("| events | claims each | base rate | says | Brier covered | hit share covered |")
	n, cells := books(), grid()
	var briers, hits float64
	for _, c := range cells {
		trueBrier, trueHit := c.truth()
		var brier, hit counts
		for _, f := range simulate(c.String(), n, func(g *generator) Figures {
			return Measure(c.book(g, c.events), Options{NeedEvents: math.MaxInt, Resamples: 400}) // intervals only
		}) {
			brier.add(holds(f.BrierLow, f.BrierHigh, trueBrier))
			if f.Hit.N > 0 {
				hit.add(holds(f.Hit.Low, f.Hit.High, trueHit))
			}
		}
		t.Logf("%s %.3f | %.3f |", c, brier.share(), hit.share())
		atLeast(t, c.String()+" Brier", brier.share(), 0.87, n)
		atLeast(t, c.String()+" hit share", hit.share(), 0.87, n)
		briers += brier.share() / float64(len(cells))
		hits += hit.share() / float64(len(cells))
	}
	t.Logf("covered on average: Brier %.3f, hit share %.3f", briers, hits)
	atLeast(t, "Brier on average", briers, 0.93, n*len(cells))
	atLeast(t, "hit share on average", hits, 0.93, n*len(cells))
}

// levels are the noises of speakers of different skill.
var levels = []float64{0.2, 0.7, 1.3, 2}

func TestHonestLeaderboard(t *testing.T) {
	t.Log("| speakers | events | addressed | skill covered, differing | skill covered, equal | equals shown to differ |")
	truths := make([]float64, len(levels)) // skill points
	for i, noise := range levels {
		truths[i], _ = world{a: 1, b: 1, noise: noise, slope: 1, claims: 1}.truth()
	}
	mean := (truths[0] + truths[1] + truths[2] + truths[3]) / 4
	for i := range truths {
		truths[i] = 100 * (mean - truths[i])
	}
	n := books() / 3
	speakers, events := []int{4, 12}, []int{40}
	if soak() {
		speakers, events = []int{4, 12, 30}, []int{15, 40, 150}
	}
	var all counts
	for _, k := range speakers {
		for _, e := range events {
			for _, chance := range []float64{0.4, 1} {
				c := boardCell{k, e, chance}
				differing, _ := c.coverage(n, truths)
				equal, shown := c.coverage(n, []float64{0})
				t.Logf("%s %.3f | %.3f | %.3f |", c, differing.share(), equal.share(), shown.share())
				atMost(t, c.String()+" equals shown to differ", shown.share(), 0.10, n)
				all.held, all.all = all.held+differing.held, all.all+differing.all
			}
		}
	}
	t.Logf("skill of differing speakers covered on average: %.3f", all.share())
	atLeast(t, "skill on average", all.share(), 0.87, int(all.all))
}

// boardCell is one kind of board.
type boardCell struct {
	speakers, events int
	chance           float64
}

func (c boardCell) String() string {
	return fmt.Sprintf("| %d | %d | %.0f %% |", c.speakers, c.events, 100*c.chance)
}

// coverage counts, over n boards of speakers whose level is drawn, the skill
// intervals that hold the truth, and the boards that show a difference.
func (c boardCell) coverage(n int, truths []float64) (covered, shown counts) {
	type result struct{ covered, shown counts }
	for _, r := range simulate(fmt.Sprint(c, len(truths)), n, func(g *generator) (r result) {
		level, noise := make([]int, c.speakers), make([]float64, c.speakers)
		for s := range level {
			level[s] = g.below(len(truths))
			noise[s] = levels[level[s]]
		}
		l := rank(boardOf(boardBook(g, noise, c.events, c.chance)), Options{Resamples: 500}.withDefaults())
		for _, row := range l.Rows {
			var s int
			fmt.Sscanf(row.Name, "speaker %d", &s)
			truth := truths[level[s]]
			r.covered.add(row.SkillLow != nil && *row.SkillLow-1e-9 <= truth && truth <= *row.SkillHigh+1e-9)
		}
		r.shown.add(len(l.Named) > 0)
		return r
	}) {
		covered.held, covered.all = covered.held+r.covered.held, covered.all+r.covered.all
		shown.held, shown.all = shown.held+r.shown.held, shown.all+r.shown.all
	}
	return covered, shown
}

func TestHonestComparison(t *testing.T) {
	t.Log("| events shared | equals called ahead | better one called ahead |")
	n := books()
	for _, e := range []int{8, 20, 60} {
		equal, better := aheadShare(n, e, 0.7, 0.7), aheadShare(n, e, 0.2, 2)
		t.Logf("| %d | %.3f | %.3f |", e, equal, better)
		atMost(t, fmt.Sprint(e, " events: false lead"), equal, 0.05, n)
		if e == 60 && better < 0.5 {
			t.Errorf("a far better speaker is called ahead in only %.2f", better)
		}
	}
}

// aheadShare is how often the first of two speakers, who see events through
// some noise, is called ahead.
func aheadShare(n, events int, noise, rival float64) float64 {
	return heldShare(fmt.Sprint(events, noise, rival), n, func(g *generator) bool {
		var sides [2][]Statement
		for _, f := range boardBook(g, []float64{noise, rival}, events, 1) {
			side := 0
			if f.Speaker == "speaker 01" {
				side = 1
			}
			sides[side] = append(sides[side], statement(f, 10))
		}
		return Compare("A", "B", sides[0], sides[1]).Verdict == "A ahead under every reading"
	})
}

func TestHonestCalibration(t *testing.T) {
	t.Log("| events | claims each | base rate | calibrated called miscalibrated | exaggerating called miscalibrated |")
	n := books()
	for _, e := range []int{10, 40, 200} {
		for _, m := range []int{1, 4} {
			for _, base := range [][2]float64{{1, 1}, {1, 9}} {
				w := world{base[0], base[1], 0.7, 2.5, m}
				name := fmt.Sprintf("| %d | %d | %.2f |", e, m, base[0]/(base[0]+base[1]))
				called := func(book func(*generator, int) []Forecast) float64 {
					return heldShare(name, n, func(g *generator) bool {
						return *Measure(book(g, e), Options{Resamples: 300}).Corp.PValue < 0.05
					})
				}
				calm, wild := called(w.calibratedBook), called(w.book)
				t.Logf("%s %.3f | %.3f |", name, calm, wild)
				atMost(t, name+" falsely called", calm, 0.05, n)
				if e == 200 && wild < 0.5 {
					t.Errorf("%s exaggeration is noticed in only %.2f", name, wild)
				}
			}
		}
	}
}

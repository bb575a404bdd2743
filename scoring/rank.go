package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Bounds of the work and the memory of a leaderboard.
const (
	maxCells = 1_000_000
	maxDense = 4000 // equations solved at once
)

// Rank compares speakers by their Brier score. Claims of one speaker on one
// question become one cell, later versions of a claim being left out. Where
// speakers addressed the same questions it compares skill, with the difficulty
// of the questions taken out, else plain records. Figures are shrunk towards
// the mean of the speakers, the more the fewer their events; places come with
// a simultaneous 95 % interval; Sentence says which differences stand. Speakers
// with fewer than o.MinEvents events are not ranked.
func Rank(fs Forecasts, o Options) Leaderboard {
	return rank(gridOf(fs), o.withDefaults())
}

// rank makes the leaderboard of a board.
func rank(b cellGrid, o Options) Leaderboard {
	b = b.present()
	l := Leaderboard{Mode: ModeRecord, Events: b.events, Rows: []Place{}, Unranked: []Unranked{}, Named: []Named{}}
	if l.Sentence = b.tooLarge(); l.Sentence != "" {
		return l
	}
	o.onlySide = true
	c := b.contest(o, true)
	l.Ranked = len(c.ranked)
	if len(c.ranked) < 2 {
		l.Sentence = fmt.Sprintf(sentenceTooFew, "gave a probability on", o.MinEvents)
		return l
	}
	p := shrink(c.ranked)
	l.Mode, l.Mu, l.Tau2, l.Q, l.Gap = c.mode, &p.mu, &p.tau2, &p.q, c.gap
	l.Rows = placesOf(c.ranked, p)
	if c.mode == ModeSkill {
		l.Lambda = c.ridge.lambda()
		parallel(len(l.Rows), func() func(int) {
			return func(i int) { l.Rows[i].putSkill(c.ranked[i], p) }
		})
	}
	order := make([]int, len(l.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(l.Rows[i].Shrunk, l.Rows[j].Shrunk), cmp.Compare(l.Rows[i].AdjustedBrier, l.Rows[j].AdjustedBrier), cmp.Compare(l.Rows[i].Name, l.Rows[j].Name))
	})
	return l.ordered(order, &c)
}

// tooLarge is why a board has no leaderboard.
func (b cellGrid) tooLarge() string {
	if len(b.cells) > maxCells {
		return fmt.Sprintf(sentenceTooMany, maxCells)
	}
	if len(b.names) <= maxDense {
		return ""
	}
	several := 0
	for _, n := range b.addressed() {
		if n > 1 {
			several++
		}
	}
	if several > maxDense {
		return fmt.Sprintf(sentenceTooDense, maxDense)
	}
	return ""
}

// ordered puts rows and named pairs in order and says the sentence.
func (l Leaderboard) ordered(order []int, c *contest) Leaderboard {
	rows, place := make([]Place, len(order)), map[string]int{}
	for at, i := range order {
		r := &rows[at]
		*r = l.Rows[i]
		r.Rank = at + 1
		r.RankLow, r.RankHigh = c.rankInterval(i, at+1)
		place[r.Name] = at
		if r.RankLow == 1 && r.RankHigh == len(order) {
			r.PBetter = nil
		}
	}
	slices.SortFunc(c.named, func(x, y Named) int {
		return cmp.Or(cmp.Compare(place[x.Better], place[y.Better]), cmp.Compare(place[x.Worse], place[y.Worse]))
	})
	l.Rows, l.Sentence = rows, c.sentence(brierWording)
	if len(c.named) > 0 {
		l.Named = c.named
	}
	if len(c.left) > 0 {
		l.Unranked = c.left
	}
	return l
}

// rankInterval is the simultaneous 95 % interval of the i-th ranked at a place
// from 1 (Mogstad, Romano, Shaikh and Wilhelm, Review of Economic Studies
// 2024): after all who are better beyond chance, before all who are worse,
// widened to hold the place itself.
func (c *contest) rankInterval(i, place int) (low, high int) {
	return min(1+c.better[i], place), max(len(c.ranked)-c.worse[i], place)
}

// placesOf fills in everything but ranks and skill, in the order of as.
func placesOf(as []ability, p population) []Place {
	rows := make([]Place, len(as))
	for i, a := range as {
		keep := p.tau2 / (p.tau2 + a.variance)
		rows[i] = Place{
			Name: a.name, Events: a.n, Shared: a.shared,
			AdjustedBrier: a.x, ExpectedBrier: a.expected, SE: math.Sqrt(a.variance),
			Shrunk: p.mu + float64(keep*(a.x-p.mu)), SD: math.Sqrt(keep * a.variance),
		}
	}
	return rows
}

// putSkill sets the skill points with their interval and the probability of
// being better than average, all of one posterior.
func (r *Place) putSkill(a ability, p population) {
	low, high := p.skillInterval(a)
	r.SkillPoints, r.SkillLow, r.SkillHigh = ptr(100*(p.mu-r.Shrunk)), ptr(100*low), ptr(100*high)
	r.PBetter = ptr(p.better(a))
}

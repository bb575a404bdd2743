package report

import (
	"cmp"
	"fmt"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

// fact is what is told of a claim without its words.
type fact struct {
	id         claims.ID
	uid        packedUID
	latest     calendar.Day
	said       calendar.Day
	late       int   // days after the window
	kind       uint8 // what became of it: a place in fates, from 1; 0 for nothing
	bucket     uint8 // a place in board.Buckets
	counts     bool  // p and y are known, and it repeats no other
	undertaken bool  // a promise or a plan
	p, y       float64
	brier      float64 // 0 without a score
	tie        int32   // how many of its kind and its last day came before it
	piled      int32   // how many of its pile of numbers did
}

// piles are how many claims of the whole report are drawn where.
type piles struct {
	kinds   [mostFates + 1]int
	days    [mostFates + 1]map[calendar.Day]int32
	numbers [2][10]int // of what happened in its window and what did not, by tenths
}

// put counts a claim, and notes its place.
func (p *piles) put(f *fact) {
	if f.kind != 0 {
		if p.days[f.kind] == nil {
			p.days[f.kind] = map[calendar.Day]int32{}
		}
		f.tie = p.days[f.kind][f.latest]
		p.days[f.kind][f.latest]++
		p.kinds[f.kind]++
	}
	if row, ok := f.came(); ok {
		f.piled = int32(p.numbers[row][binOf(f.p)])
		p.numbers[row][binOf(f.p)]++
	}
}

// came is whether a claim with a number happened in its window, 0, or not, 1.
func (f *fact) came() (row int, ok bool) {
	switch {
	case !f.counts || f.y == 0.5:
		return 0, false
	case f.y < 0.5:
		return 1, true
	}
	return 0, true
}

// before is how many of a kind have an earlier last day, for each of its days.
func (p *piles) before(kind int) map[calendar.Day]int {
	days := make([]calendar.Day, 0, len(p.days[kind]))
	for day := range p.days[kind] {
		days = append(days, day)
	}
	slices.Sort(days)
	all, n := make(map[calendar.Day]int, len(days)), 0
	for _, day := range days {
		all[day] = n
		n += int(p.days[kind][day])
	}
	return all
}

// count counts a claim in what is told of all of them.
func (g *Gathering) count(j board.Judged) fact {
	c := j.Claim
	standing, _ := c.StandingOn(g.asOf, claims.Judging{Early: g.policy.Early, Lexicon: g.policy.Lexicon})
	f := fact{id: c.ID, uid: packUID(c.UID), latest: c.Window.Latest, said: c.StatedOn.Day(), late: j.DaysLate, kind: fateAt(fateOf(j.Bucket, standing, j.Right)),
		bucket: uint8(slices.Index(board.Buckets, j.Bucket)), undertaken: c.Type == claims.Promise || c.Type == claims.Plan}
	if j.Brier != nil {
		f.brier = *j.Brier
	}
	if j.P != nil && j.Y != nil {
		f.p, f.y, f.counts = *j.P, *j.Y, c.Repeats == ""
		if d := &g.due; f.counts { // as calibration has it: what repeats another says nothing new
			d.p, d.low, d.high, d.y, d.ever = d.p+*j.P, d.low+*j.Low, d.high+*j.High, d.y+*j.Y, d.ever+extent(c.Verdict)
			g.numbered++
		}
	}
	g.piles.put(&f)
	switch {
	case j.Bucket == board.BucketUnclear:
		g.unclear[c.Verdict.Reason]++
	case j.Bucket == board.BucketUntestable && standing == claims.StandsUnclear:
		g.alsoUnclear++
	}
	if c.Contested() {
		if g.disputes++; g.disputes <= mostShown {
			g.disputed = append(g.disputed, dispute{c.ID, singled(c.Disputed, c.Quote)})
		}
	}
	g.take(j)
	return f
}

// take takes the claims by which the arithmetic is shown.
func (g *Gathering) take(j board.Judged) {
	for i, is := range []bool{j.Brier != nil, j.Brier != nil && *j.Low < *j.High} {
		if is && g.sample[i] == nil {
			g.sample[i] = new(newClaim(j, g.policy, g.asOf))
		}
	}
}

// corrected are the corrections of the claims that were taken.
func (g *Gathering) corrected() []Correction {
	list := []Correction{}
	for _, c := range g.listed {
		if c.ID != 0 {
			named := *c
			named.uid = ""
			if c.namesClaims() {
				named.Was, named.Now = g.claimNamed(c.Was), g.claimNamed(c.Now)
			}
			list = append(list, named)
		}
	}
	return list
}

// claimNamed names the claim with a uid as readers know it: "#12".
func (g *Gathering) claimNamed(uid string) string {
	switch id := g.ids[uid]; {
	case uid == "":
		return ""
	case id != 0:
		return fmt.Sprintf("#%d", id)
	}
	return "a claim that is not in this table"
}

// fact is what is told of a claim that can be led to.
func (g *Gathering) fact(id claims.ID) *fact {
	i, _ := slices.BinarySearchFunc(g.facts, id, func(f fact, id claims.ID) int { return cmp.Compare(f.id, id) })
	return &g.facts[i]
}

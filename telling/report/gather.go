package report

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"math"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
)

// Taker takes up the claims of a report one by one, by id, while a board reads
// them.
type Taker interface {
	Take(board.Judged, board.Policy, calendar.Day)
}

// Gathering takes up the claims of a report one by one, while the board reads
// them. It keeps those that stand on the page, of the others no more than how
// many they are, and has them read again for the formats that list every one.
//
//	g := report.NewGathering(board.BySpeaker, lexicon, corrections, false)
//	read := g.Of(book, about)
//	scored, err := typed.Board(board.From{Claims: …, Each: g.Take, …})
//	r := report.New(scored, report.Options{Gathered: g})
type Gathering struct {
	by     board.Grouping
	site   bool // each claim can be led to, not only those on the page
	root   func(words string) string
	policy board.Policy
	asOf   calendar.Day
	again  iter.Seq2[claims.Claim, error] // reads the claims once more
	one    func(claims.ID) (claims.Claim, error)
	err    error // the first

	n           int
	facts       []fact                   // of the claims that can be led to, by id
	latest      []kept                   // those that may stand on the page
	earliest    calendar.Day             // nothing stated before it does
	rows        map[board.RowName]*group // the claims of each row
	sources     map[board.RowName]*group // likewise, by source
	speakers    map[string]*group        // likewise
	first       map[string]string        // what was said to happen at each event, where the rows are events
	events      map[string]bool          // of a site
	piles       piles
	alsoUnclear int            // of those that could not be tested
	unclear     map[string]int // by reason
	disputed    []dispute      // the first
	disputes    int
	corrections map[claims.UID][]*Correction            // what was corrected of claims, whose numbers are not known yet
	listed      []*Correction                           // in their order
	ids         map[string]claims.ID                    // of claims that corrections name
	sample      [2]*Claim                               // the first scored one, and the first whose hedge has a range
	due         struct{ p, low, high, y, ever float64 } // sums over what has a number
	numbered    int
}

// kept is a claim that may stand on the page.
type kept struct {
	Claim
	fact fact
}

// group is claims that are told of together.
type group struct {
	n         int         // all of them
	ids       []claims.ID // those that can be led to
	at        int         // the place of the first among all, from 1
	undertook int         // likewise of the first promise or plan; 0 for none
}

// dispute is a claim that somebody disputes.
type dispute struct {
	id   claims.ID
	text string
}

// NewGathering begins a report whose board has some rows; corrections are
// those of any claims. A site leads to every claim.
func NewGathering(by board.Grouping, lexicon *hedge.Lexicon, corrections []Correction, site bool) *Gathering {
	g := &Gathering{by: by, site: site, earliest: math.MinInt32, rows: map[board.RowName]*group{}, sources: map[board.RowName]*group{}, speakers: map[string]*group{},
		first: map[string]string{}, unclear: map[string]int{}, events: map[string]bool{}, corrections: map[claims.UID][]*Correction{}, ids: map[string]claims.ID{}}
	if lexicon != nil {
		g.root = board.Root(lexicon)
	}
	for i := range corrections {
		c := &corrections[i]
		g.listed, g.corrections[c.uid] = append(g.listed, c), append(g.corrections[c.uid], c)
		if c.namesClaims() {
			g.ids[c.Was], g.ids[c.Now] = 0, 0
		}
	}
	return g
}

// Book is where claims are read, at one moment.
type Book interface {
	// All yields the claims that a filter means, by id, each time anew.
	All(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error]
	// Claim returns a claim by its id.
	Claim(ctx context.Context, ref string) (claims.Claim, error)
}

// Of reads those claims of a book that are about something, and notes how: the
// last that were asked for are read once more for formats that list them.
func (g *Gathering) Of(book Book, about claims.About) func(context.Context, claims.Filter, claims.Instant) iter.Seq2[claims.Claim, error] {
	return func(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
		g.again = about.Of(book.All(ctx, f, now))
		g.one = func(id claims.ID) (claims.Claim, error) { return book.Claim(ctx, fmt.Sprint(id)) }
		return g.again
	}
}

// Take takes up a claim. Claims come by id.
func (g *Gathering) Take(j board.Judged, p board.Policy, asOf calendar.Day) {
	g.policy, g.asOf = p, asOf
	g.n++
	f := g.count(j)
	g.place(j.Claim, &f)
	for _, x := range g.corrections[j.Claim.UID] {
		x.ID = f.id
	}
	if _, named := g.ids[string(j.Claim.UID)]; named {
		g.ids[string(j.Claim.UID)] = f.id
	}
	if g.site {
		g.facts = append(g.facts, f)
	}
	if f.said >= g.earliest {
		g.keep(j, f)
	}
}

// keep keeps a claim that may stand on the page.
func (g *Gathering) keep(j board.Judged, f fact) {
	g.latest = append(g.latest, kept{newClaim(j, g.policy, g.asOf), f})
	if len(g.latest) == 2*mostShown {
		g.latest = latest(g.latest)
		g.earliest = g.latest[mostShown-1].fact.said
	}
}

// latest are the claims stated last, those that stand on the page.
func latest(list []kept) []kept {
	if len(list) <= mostShown {
		return list
	}
	slices.SortFunc(list, func(a, b kept) int {
		return cmp.Or(cmp.Compare(b.fact.said, a.fact.said), cmp.Compare(b.fact.id, a.fact.id))
	})
	clear(list[mostShown:])
	return list[:mostShown]
}

// place books a claim in the groups that it belongs to.
func (g *Gathering) place(c *claims.Claim, f *fact) {
	g.groups(c, func(in *group) {
		if in.n++; in.n == 1 {
			in.at = g.n
		}
		if f.undertaken && in.undertook == 0 {
			in.undertook = g.n
		}
		if g.site {
			in.ids = append(in.ids, f.id)
		}
	})
	if g.site && c.Event != "" {
		g.events[c.Event] = true
	}
	if _, seen := g.first[c.Event]; g.by == board.ByEvent && c.Event != "" && !seen {
		g.first[c.Event] = singled(c.Statement, c.Quote) // as EventWords
	}
}

// groups hands on the groups that a claim belongs to.
func (g *Gathering) groups(c *claims.Claim, do func(*group)) {
	for _, name := range board.RowsOf(c, g.by, g.root) {
		do(groupOf(g.rows, name))
	}
	for _, name := range board.RowsOf(c, board.BySource, nil) {
		do(groupOf(g.sources, name))
	}
	do(groupOf(g.speakers, c.Speaker))
}

func groupOf[K comparable](in map[K]*group, name K) *group {
	if in[name] == nil {
		in[name] = &group{}
	}
	return in[name]
}

// shown are the claims that stand on the page, by id, after the last was taken:
// on a report of one page nothing leads to another.
func (g *Gathering) shown() []Claim {
	list := latest(g.latest)
	slices.SortFunc(list, func(a, b kept) int { return cmp.Compare(a.fact.id, b.fact.id) })
	all := make([]Claim, 0, len(list))
	for i := range list {
		k := &list[i]
		all = append(all, k.Claim)
		if !g.site {
			g.facts = append(g.facts, k.fact)
			g.groups(k.judged.Claim, func(in *group) { in.ids = append(in.ids, k.fact.id) })
		}
	}
	g.latest = nil
	return all
}

// gathered is a gathering of the claims of a board that has them all.
func gathered(b board.Board, o Options) *Gathering {
	g := NewGathering(b.By, o.Lexicon, o.Corrections, o.Pages != nil)
	g.policy, g.asOf = b.Policy, b.AsOf
	list := inOrder(b.Judged)
	for _, j := range list {
		g.Take(j, b.Policy, b.AsOf)
	}
	g.again = func(yield func(claims.Claim, error) bool) {
		for _, j := range list {
			if !yield(*j.Claim, nil) {
				return
			}
		}
	}
	g.one = func(id claims.ID) (claims.Claim, error) {
		i, _ := slices.BinarySearchFunc(list, id, func(j board.Judged, id claims.ID) int { return cmp.Compare(j.Claim.ID, id) })
		return *list[i].Claim, nil
	}
	return g
}

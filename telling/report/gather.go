package report

import (
	"cmp"
	"fmt"
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
// them: the latest whole, of all the others what the page tells of them, and
// everything packed away for the formats that list every claim.
//
//	g := report.NewGathering(board.BySpeaker, lexicon, corrections)
//	scored, err := typed.Board(board.From{Each: g.Take, …})
//	r := report.New(scored, report.Options{Gathered: g})
type Gathering struct {
	by     board.Grouping
	root   func(words string) string
	policy board.Policy
	asOf   calendar.Day
	err    error // the first

	shelf       shelf
	facts       []fact
	latest      []Claim                       // those that may stand on the page
	rows        map[board.RowName][]claims.ID // the claims of each row
	sources     map[board.RowName][]claims.ID // likewise, by source
	speakers    map[string][]claims.ID        // likewise
	first       map[string]string             // what was said to happen at each event, where the rows are events
	events      map[string]bool
	disputed    []dispute
	unclear     map[string]int                          // by reason
	corrections map[claims.UID][]*Correction            // what was corrected of claims, whose numbers are not known yet
	listed      []*Correction                           // in their order
	sample      [2]*Claim                               // the first scored one, and the first whose hedge has a range
	due         struct{ p, low, high, y, ever float64 } // sums over what has a number
	numbered    int
}

// fact is what the page tells of a claim that does not stand on it.
type fact struct {
	id         claims.ID
	uid        packedUID
	latest     calendar.Day
	kind       uint8 // what became of it: a place in fates, from 1; 0 for nothing
	bucket     uint8 // a place in board.Buckets
	unclear    bool  // so it stands
	counts     bool  // p and y are known, and it repeats no other
	undertaken bool  // a promise or a plan
	p, y       float64
	said       calendar.Day
	late       int     // days after the window
	brier      float64 // 0 without a score
}

// dispute is a claim that somebody disputes.
type dispute struct {
	id   claims.ID
	text string
}

// NewGathering begins a report whose board has some rows; corrections are
// those of any claims.
func NewGathering(by board.Grouping, lexicon *hedge.Lexicon, corrections []Correction) *Gathering {
	g := &Gathering{by: by, rows: map[board.RowName][]claims.ID{}, sources: map[board.RowName][]claims.ID{}, speakers: map[string][]claims.ID{},
		first: map[string]string{}, unclear: map[string]int{}, events: map[string]bool{}, corrections: map[claims.UID][]*Correction{}}
	if lexicon != nil {
		g.root = board.Root(lexicon)
	}
	for i := range corrections {
		c := &corrections[i]
		g.listed, g.corrections[c.uid] = append(g.listed, c), append(g.corrections[c.uid], c)
	}
	return g
}

// Take takes up a claim. Claims come by id.
func (g *Gathering) Take(j board.Judged, p board.Policy, asOf calendar.Day) {
	g.policy, g.asOf = p, asOf
	if err := g.shelf.put(j.Claim); g.err == nil {
		g.err = err
	}
	c := newClaim(j, p, asOf)
	g.count(&c)
	g.place(j.Claim)
	for _, x := range g.corrections[c.UID] {
		x.ID = c.ID
	}
	g.latest = append(g.latest, c)
	if len(g.latest) == 2*mostShown {
		g.latest = latest(g.latest)
	}
}

// latest are the claims stated last, those that stand on the page.
func latest(list []Claim) []Claim {
	if len(list) <= mostShown {
		return list
	}
	slices.SortFunc(list, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(b.StatedOn.Day(), a.StatedOn.Day()), cmp.Compare(b.ID, a.ID))
	})
	clear(list[mostShown:])
	return list[:mostShown]
}

// count keeps what is told of a claim.
func (g *Gathering) count(c *Claim) {
	f := fact{id: c.ID, uid: packUID(c.UID), latest: c.Window.Latest, kind: fateAt(c.fate()), bucket: uint8(slices.Index(board.Buckets, c.Bucket)), unclear: c.Standing == claims.StandsUnclear, undertaken: c.Type == claims.Promise || c.Type == claims.Plan,
		said: c.StatedOn.Day(), late: c.judged.DaysLate}
	if c.Brier != nil {
		f.brier = *c.Brier
	}
	if c.P != nil && c.Y != nil {
		f.p, f.y, f.counts = *c.P, *c.Y, c.Repeats == ""
		if d := &g.due; f.counts { // as calibration has it: what repeats another says nothing new
			d.p, d.low, d.high, d.y, d.ever = d.p+*c.P, d.low+*c.PLow, d.high+*c.PHigh, d.y+*c.Y, d.ever+extent(c.Verdict)
			g.numbered++
		}
	}
	g.facts = append(g.facts, f)
	if c.Bucket == board.BucketUnclear {
		g.unclear[c.Verdict.Reason]++
	}
	if c.Disputed != "" {
		g.disputed = append(g.disputed, dispute{c.ID, singled(c.Disputed, c.Quote)})
	}
	for i, is := range []bool{c.Brier != nil, c.Brier != nil && *c.PLow < *c.PHigh} {
		if is && g.sample[i] == nil {
			kept := *c
			g.sample[i] = &kept
		}
	}
}

// place books a claim in the rows that it belongs to.
func (g *Gathering) place(c *claims.Claim) {
	for _, name := range board.RowsOf(c, g.by, g.root) {
		g.rows[name] = append(g.rows[name], c.ID)
	}
	for _, name := range board.RowsOf(c, board.BySource, nil) {
		g.sources[name] = append(g.sources[name], c.ID)
	}
	g.speakers[c.Speaker] = append(g.speakers[c.Speaker], c.ID)
	if c.Event != "" {
		g.events[c.Event] = true
	}
	if _, seen := g.first[c.Event]; g.by == board.ByEvent && c.Event != "" && !seen {
		g.first[c.Event] = singled(c.Statement, c.Quote) // as EventWords
	}
}

// corrected are the corrections of the claims that were taken.
func (g *Gathering) corrected() []Correction {
	list := []Correction{}
	for _, c := range g.listed {
		if c.ID != 0 {
			named := *c
			named.uid = ""
			if c.What == corrected["supersedes"] || c.What == corrected["repeats"] {
				named.Was, named.Now = g.claimNamed(c.Was), g.claimNamed(c.Now)
			}
			list = append(list, named)
		}
	}
	return list
}

// claimNamed names the claim with a uid as readers know it: "#12".
func (g *Gathering) claimNamed(uid string) string {
	if uid == "" {
		return ""
	}
	for i := range g.facts {
		if g.facts[i].uid.UID() == claims.UID(uid) {
			return fmt.Sprintf("#%d", g.facts[i].id)
		}
	}
	return "a claim that is not in this table"
}

// gathered is a gathering of the claims of a board that has them all.
func gathered(b board.Board, o Options) *Gathering {
	g := NewGathering(b.By, o.Lexicon, o.Corrections)
	g.policy, g.asOf = b.Policy, b.AsOf
	for _, j := range inOrder(b.Judged) {
		g.Take(j, b.Policy, b.AsOf)
	}
	return g
}

// fact is what is told of a claim that was taken.
func (g *Gathering) fact(id claims.ID) *fact { return &g.facts[g.at(id)] }

// at is the place of a claim among all.
func (g *Gathering) at(id claims.ID) int {
	i, _ := slices.BinarySearchFunc(g.facts, id, func(f fact, id claims.ID) int { return cmp.Compare(f.id, id) })
	return i
}

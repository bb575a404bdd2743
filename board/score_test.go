package board

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

func scoredBy(by Grouping, p Policy, list ...*claims.Claim) Board {
	return Score(func(yield func(claims.Claim) bool) {
		for i, c := range list {
			if c.ID = claims.ID(i + 1); c.UID == "1" {
				c.UID = claims.UID(rune('a' + i))
			}
			if !yield(*c) {
				return
			}
		}
	}, by, p, 100, Options{})
}

func about(event string) func(*claims.Claim) { return func(c *claims.Claim) { c.Event = event } }
func by(speaker string) func(*claims.Claim)  { return func(c *claims.Claim) { c.Speaker = speaker } }
func onDay(d calendar.Day) func(*claims.Claim) {
	return func(c *claims.Claim) { c.StatedOn = claims.Moment(d.String()) }
}
func until(d calendar.Day) func(*claims.Claim) { return func(c *claims.Claim) { c.Window.Latest = d } }
func called(uid claims.UID) func(*claims.Claim) {
	return func(c *claims.Claim) { c.UID = uid }
}
func supersedes(uid claims.UID) func(*claims.Claim) {
	return func(c *claims.Claim) { c.Supersedes = uid }
}
func repeats(uid claims.UID) func(*claims.Claim) {
	return func(c *claims.Claim) { c.Repeats = uid }
}

var no = ended(claims.No, 0)

// Every claim is counted once, in the denominator of the whole and of its row.
func TestDenominatorSums(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(happened(12)), said(withdrawn), said(endless), said(ended(claims.Void, 0)), said(bare, no),
		said(endless, func(c *claims.Claim) { c.Language = "pt-BR" }), said(vague, no), said(ended(claims.Unclear, 0)), said(until(200)), said())
	for _, d := range []Denominator{b.Denominator, b.Groups[0].Denominator} {
		sum := d.Withdrawn + d.Untestable + d.NotRead + d.Unclear + d.Voided() + d.Open + d.Due + d.NotMatured + d.Unaccepted + d.NoNumber + d.Scored
		if sum != d.Logged || d.Logged != 10 || d.Scored != 1 || d.NotRead != 1 || d.Withdrawn != 1 || d.Open != 1 || d.Due != 1 {
			t.Errorf("%d of %d counted: %+v", sum, d.Logged, d)
		}
	}
	// Shares of vagueness are of what was not withdrawn.
	if got := *b.Groups[0].Vagueness.Untestable; got != 1.0/9 {
		t.Errorf("untestable %v, want 1 of 9", got)
	}
}

// A carrier counts a claim once, however often it carried it; events are the
// same whatever their letters.
func TestCarriersAndEventsOnce(t *testing.T) {
	c := said(happened(12), func(c *claims.Claim) {
		c.Appearances = []claims.Appearance{{Source: "Evening News"}, {Source: "Evening News"}}
		c.Attribution = []claims.Link{{Entity: "Evening News", Role: claims.Publisher}, {Entity: "Agency", Role: claims.Relay}, {Entity: "Aide", Role: claims.Origin}}
	})
	b := scoredBy(BySource, strict, c)
	if len(b.Groups) != 2 || b.Groups[0].Name != "Agency" || b.Groups[1].Denominator.Logged != 1 {
		t.Errorf("%+v", b.Groups)
	}
	outlet := said(happened(12), func(c *claims.Claim) { c.SpeakerKind = claims.Outlet })
	if b = scoredBy(BySource, strict, outlet); len(b.Groups) != 1 || b.Groups[0].Role != Asserter {
		t.Errorf("an outlet's own claim stands in %+v", b.Groups)
	}
	b = scoredBy(BySpeaker, strict, said(about("Bridge"), happened(12)), said(about("BRIDGE"), no))
	if g := b.Groups[0]; g.Events != 1 || g.Hit.N != 1 || g.Hit.K != 0.5 || g.N != 2 {
		t.Errorf("%d events, right %v of %d, %d claims; want one event, half right, of two claims", g.Events, g.Hit.K, g.Hit.N, g.N)
	}
}

// So it is for claims without a number.
func TestBareClaimsOnOneEvent(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(about("Bridge"), bare, happened(12)), said(about("BRIDGE"), bare, no))
	if h := b.Groups[0].Hit; h.N != 1 || h.K != 0.5 {
		t.Errorf("right %v of %d, want half of one event", h.K, h.N)
	}
}

// In a book each event weighs the same: nine misses on one and a hit on each
// of three are three of four, not three of twelve.
func TestEventsWeighTheSame(t *testing.T) {
	var list []*claims.Claim
	for i := range 9 {
		list = append(list, said(about("a"), until(calendar.Day(20+5*i)), no))
	}
	list = append(list, said(about("b"), happened(12)), said(about("c"), happened(12)), said(about(""), happened(12)))
	g := scoredBy(BySpeaker, strict, list...).Groups[0]
	if g.Hit.K != 3 || g.Hit.N != 4 || math.Abs(*g.Brier-(0.64+3*0.04)/4) > 1e-12 || g.N != 12 {
		t.Errorf("right %v of %d, Brier %v of %d claims", g.Hit.K, g.Hit.N, *g.Brier, g.N)
	}
	p := strict
	p.Weigh = WeighClaims
	g = scoredBy(BySpeaker, p, list...).Groups[0]
	if g.Hit.K != 3 || g.Hit.N != 12 || math.Abs(*g.Brier-(9*0.64+3*0.04)/12) > 1e-12 {
		t.Errorf("by claims right %v of %d, Brier %v", g.Hit.K, g.Hit.N, *g.Brier)
	}
}

// One speaker on one question counts once; two speakers count each.
func TestUpdatesOnOneQuestion(t *testing.T) {
	sure := func(p float64) func(*claims.Claim) {
		return func(c *claims.Claim) { c.Hedge.P, c.Hedge.Low, c.Hedge.High = &p, &p, &p }
	}
	list := func() []*claims.Claim {
		return []*claims.Claim{said(sure(0.9), onDay(3), no), said(sure(0.6), onDay(2), until(22), no), said(sure(0.7), until(40), no),
			said(sure(0.1), by("Ministry"), no)}
	}
	for how, want := range map[Updates]float64{
		UpdatesMean: ((0.81+0.36)/2 + 0.49) / 2, UpdatesFirst: (0.36 + 0.49) / 2, UpdatesLast: (0.81 + 0.49) / 2,
	} {
		p := strict
		p.Updates = how
		b := scoredBy(BySpeaker, p, list()...)
		if g := b.Groups[0]; math.Abs(*g.Brier-want) > 1e-12 || g.N != 3 || g.Events != 1 {
			t.Errorf("%s: Brier %v of %d claims on %d events, want %v of 3 on 1", how, *g.Brier, g.N, g.Events, want)
		}
		if got := *b.Groups[1].Brier; math.Abs(got-0.01) > 1e-12 {
			t.Errorf("%s: the other speaker has %v", how, got)
		}
	}
}

// What took no side, or has no number, takes no weight from what has: nobody
// halves what went wrong by saying something vague beside it.
func TestVagueTwinsTakeNoWeight(t *testing.T) {
	could := func(c *claims.Claim) { c.Hedge.Words = "could" }
	bare := func(c *claims.Claim) { c.Hedge = claims.Hedge{} }
	list := []*claims.Claim{said(about("a"), no), said(about("a"), could, no), said(about("a"), could, no), said(about("a"), bare, no), said(about("a"), until(60), happened(12))}
	g := scoredBy(BySpeaker, strict, list...).Groups[0]
	if g.Hit.N != 1 || math.Abs(g.Hit.K-0.5) > 1e-12 {
		t.Errorf("right %v of %d: one question was got wrong and one right", g.Hit.K, g.Hit.N)
	}
	list = []*claims.Claim{said(about("a"), no), said(about("a"), bare, no), said(about("a"), until(60), happened(12))}
	g = scoredBy(BySpeaker, strict, list...).Groups[0]
	if want := (0.64 + 0.04) / 2; math.Abs(*g.Brier-want) > 1e-12 {
		t.Errorf("Brier %v, want %v: each question weighs the same", *g.Brier, want)
	}
}

// Which windows ask one question: ends within three days of the first end,
// and starts likewise; a start on the day of the statement is open.
func TestQuestions(t *testing.T) {
	window := func(stated, start, end calendar.Day) *claims.Claim {
		const year = 720_000 // days that people type
		return said(onDay(year+stated), func(c *claims.Claim) { c.Window.Earliest, c.Window.Latest = year+start, year+end }, no)
	}
	for name, c := range map[string]struct {
		list []*claims.Claim
		want []string
	}{
		"three days on":        {[]*claims.Claim{window(1, 10, 20), window(1, 13, 23)}, []string{"0", "0"}},
		"four days on":         {[]*claims.Claim{window(1, 10, 20), window(1, 10, 24)}, []string{"0", "1"}},
		"from the first end":   {[]*claims.Claim{window(1, 10, 20), window(1, 10, 22), window(1, 10, 24)}, []string{"0", "0", "1"}},
		"starts apart":         {[]*claims.Claim{window(1, 10, 20), window(1, 14, 20)}, []string{"0", "1"}},
		"open starts":          {[]*claims.Claim{window(1, 1, 20), window(9, 9, 20)}, []string{"0", "0"}},
		"one open, one dated":  {[]*claims.Claim{window(1, 1, 20), window(1, 2, 20)}, []string{"0", "1"}},
		"whatever their order": {[]*claims.Claim{window(1, 10, 24), window(1, 10, 20), window(1, 10, 23)}, []string{"1", "0", "0"}},
	} {
		var got []string
		entries, _ := entriesOf(judgedAll(c.list))
		for i := range entries.len() {
			e := entries.at(i)
			got = append(got, e.Question)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: questions %v, want %v", name, got, c.want)
		}
	}
}

func judgedAll(list []*claims.Claim) []Judged {
	var out []Judged
	for _, c := range list {
		out = append(out, strict.Judge(c, 730_000))
	}
	return out
}

// The figures of calibration are sums over claims, also of several statements
// on one question: those of the board, and what came late is told apart.
func TestCalibrationCountsClaims(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(called("x"), happened(55)), said(called("y"), happened(55)), said(called("z"), by("Another"), happened(12)))
	c := b.Calibrate(hedge.Builtin())
	if diff := cmp.Diff(b.Overall.Bins, c.Bins); diff != "" || c.Citl == nil || c.N != 3 {
		t.Errorf("n %d, in the large %v, bins (-board +calibration):\n%s", c.N, c.Citl, diff)
	}
	if want := "of 3 were due in their windows; 1 came in time, 3 at all; too few for a curve: 1 of the 10 events it needs; of all speakers together"; !strings.HasSuffix(c.Sentence, want) {
		t.Errorf("%q does not end in %q", c.Sentence, want)
	}
}

// A chain enters the means by its first version; all of it stays in n and in
// the sums of calibration.
func TestChainsCountByTheirFirst(t *testing.T) {
	list := []*claims.Claim{said(called("x"), promised, no), said(called("y"), promised, until(40), supersedes("x"), no),
		said(called("z"), promised, until(60), supersedes("y"), happened(55))}
	b := scoredBy(BySpeaker, strict, list...)
	g := b.Groups[0]
	if g.Hit.K != 0 || g.Hit.N != 1 || math.Abs(*g.Brier-0.64) > 1e-12 || g.N != 3 || g.Citl.Observed != 1 {
		t.Errorf("right %v of %d, Brier %v, n %d, %v happened", g.Hit.K, g.Hit.N, *g.Brier, g.N, g.Citl.Observed)
	}
	// By its first date it came late, after two moves of 40 days.
	p := g.Promises
	if p.N != 1 || p.KeptLate != 1 || p.Moves != 2 || *p.MovedDays != 40 || *p.SlipDaysMedian != 35 {
		t.Errorf("promises %+v", p)
	}
	if b.Promises != p && (b.Promises.N != 1 || b.Promises.Moves != 2) {
		t.Errorf("of all: %+v", b.Promises)
	}
}

// A repeat with the same window is counted as such and stays out of the
// figures; with another window it is a claim of its own.
func TestRepeats(t *testing.T) {
	first := func() *claims.Claim { return said(called("x"), promised, happened(12)) }
	g := scoredBy(BySpeaker, strict, first(), said(called("y"), promised, repeats("x"), no)).Groups[0]
	if g.Repeats != 1 || g.N != 1 || g.Hit.K != 1 || g.Hit.N != 1 || g.Denominator.Scored != 2 || g.Promises.N != 1 {
		t.Errorf("%+v", g)
	}
	g = scoredBy(BySpeaker, strict, first(), said(called("y"), until(30), repeats("x"), no)).Groups[0]
	if g.Repeats != 0 || g.N != 2 {
		t.Errorf("another window: %d repeats, n %d", g.Repeats, g.N)
	}
	g = scoredBy(BySpeaker, strict, said(called("x"), withdrawn), said(called("y"), repeats("x"), no)).Groups[0]
	if g.Repeats != 0 || g.N != 1 {
		t.Errorf("of a withdrawn claim: %d repeats, n %d", g.Repeats, g.N)
	}
}

// The table of promises and plans, in the words of people who check them.
func TestPromises(t *testing.T) {
	plan := func(c *claims.Claim) { c.Type = claims.Plan }
	b := scoredBy(BySpeaker, strict, said(promised, happened(12)), said(promised, happened(5)), said(plan, happened(29)), said(plan, happened(33)),
		said(promised, ended(claims.Partial, 0.4)), said(promised, no), said(plan, happened(5), earlyCounts(false)),
		said(promised), said(promised, until(200)), said(promised, until(200), happened(12)), said(promised, ended(claims.Void, 0)),
		said(promised, ended(claims.Unclear, 0)), said(promised, withdrawn), said(promised, endless), said(happened(12)))
	got := b.Groups[0].Promises
	slip := got.SlipDaysMedian
	got.SlipDaysMedian = nil
	want := Promises{N: 7, Kept: 1, KeptEarly: 1, KeptLate: 2, InPart: 1, Broken: 2, Open: 3, Void: 1, Unclear: 1}
	if got != want || slip == nil || *slip != 11 {
		t.Errorf("got %+v and %v days, want %+v and 11", got, deref(slip), want)
	}
	// Only forecasts: no promises at all, and one claim.
	p := strict
	p.Type = claims.Forecast
	if b = scoredBy(BySpeaker, p, said(promised, no), said(happened(12))); b.Denominator.Logged != 1 || b.Promises.Any() {
		t.Errorf("%+v", b.Denominator)
	}
}

// Sides that nobody took are counted beside the share.
func TestNoSide(t *testing.T) {
	could := func(c *claims.Claim) { c.Hedge.Words = "could" }
	g := scoredBy(BySpeaker, strict, said(could, about("a"), no), said(about("b"), happened(12)), said(about("c"), ended(claims.Partial, 0.5))).Groups[0]
	if g.Hit.NoSide != 2 || g.Hit.N != 1 || g.Hit.K != 1 {
		t.Errorf("%+v", g.Hit)
	}
	if h := (scoring.Hit{K: 1.5}); h.Right() != "1.5" {
		t.Errorf("%s", h.Right())
	}
}

// What was taken back when it could be known what came of it is counted, and
// the share is given as if all of it had been wrong.
func TestSecondThoughts(t *testing.T) {
	closed := func(c *claims.Claim) { c.Window.DueAt = 1000 }
	late := func(c *claims.Claim) { c.WithdrawnAt = 1000 }
	soon := func(c *claims.Claim) { c.WithdrawnAt = 999 }
	amended := func(c *claims.Claim) { c.AmendedLateAt = 2000 }
	given := func(reason string) func(*claims.Claim) {
		return func(c *claims.Claim) { c.Verdict.At, c.Verdict.Reason = 1500, reason }
	}
	g := scoredBy(BySpeaker, strict,
		said(closed, about("a"), happened(12)), said(closed, about("b"), happened(12), amended),
		said(closed, about("c"), withdrawn, late), said(closed, about("d"), withdrawn, soon),
		said(closed, about("a"), ended(claims.Void, 0), given("retracted")), said(closed, about("e"), ended(claims.Void, 0), given("duplicate")),
		said(closed, about("f"), ended(claims.Unclear, 0), given("no-consensus"))).Groups[0]
	got := g.AfterFact
	share := got.WorstShare
	got.WorstShare = nil
	// Event a is right in one of two, b wrong, c wrong, f wrong.
	if want := (AfterFact{Withdrawn: 1, Void: 1, Unclear: 1, Amended: 1, N: 4}); got != want || share == nil || *share != 0.5/4 {
		t.Errorf("%+v, share %v; want %+v, 0.125", got, deref(share), want)
	}
	if g.Hit.K != 2 || g.Hit.N != 2 {
		t.Errorf("the share itself is %v of %d", g.Hit.K, g.Hit.N)
	}
	if g = scoredBy(BySpeaker, strict, said(happened(12))).Groups[0]; g.AfterFact.Any() || g.AfterFact.WorstShare != nil {
		t.Errorf("%+v", g.AfterFact)
	}
}

// Every two speakers with something in common are compared, as one family.
func TestCompareAll(t *testing.T) {
	var list []*claims.Claim
	for i := range 8 {
		event := about(string(rune('a' + i)))
		list = append(list, said(by("north"), event, happened(12)), said(by("south"), event, bare, no))
	}
	list = append(list, said(by("west"), about("a"), happened(12)), said(by("alone"), about("z"), happened(12)))
	b := scoredBy(BySpeaker, strict, list...)
	var pairs []string
	told := 0
	all, err := b.CompareAll(t.Context(), func(done, of int) { told = done })
	for _, c := range all {
		pairs = append(pairs, c.A+" "+c.B)
	}
	if err != nil || told != len(pairs) {
		t.Errorf("%d pairs told, %v", told, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if all, err := b.CompareAll(ended, func(int, int) {}); err == nil {
		t.Errorf("%d pairs compared after the end", len(all))
	}
	if want := []string{"north south", "north west", "south west"}; !slices.Equal(pairs, want) {
		t.Errorf("%v, want %v", pairs, want)
	}
}

// What could never have counted is no wrong one that second thoughts kept out.
func TestWorstShareOfWhatCouldCount(t *testing.T) {
	late := func(c *claims.Claim) {
		c.Window.DueAt, c.Verdict.At, c.Verdict.Reason = 1000, 2000, "no-consensus"
	}
	for _, tt := range []struct {
		name   string
		change func(*claims.Claim)
		n      int
	}{{"exact", about("a"), 2}, {"vague and not accepted", vague, 1}} {
		a := scoredBy(BySpeaker, strict, said(about("b"), happened(12)), said(about("a"), tt.change, ended(claims.Unclear, 0), late)).Groups[0].AfterFact
		if a.Unclear != 1 || a.N != tt.n {
			t.Errorf("%s: %d called unclear late, worst share of %d, want %d", tt.name, a.Unclear, a.N, tt.n)
		}
	}
}

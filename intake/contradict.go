package intake

import (
	"fmt"
	"hash/maphash"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/spill"
	"tracker/telling/report"
)

// told is the verdict of a claim, in few bytes and with no part of its line: a
// file may hold a million.
type told struct {
	Line                      int       // of the file, 0 for a claim of the book
	ID                        claims.ID // in the book
	Outcome                   claims.Outcome
	Day, At, Earliest, Latest calendar.Day
	Grace                     int
}

func toldOf(c *claims.Claim, line int) told {
	v, w := c.Verdict, c.Window
	outcome := claims.No
	if v.Outcome == claims.Yes {
		outcome = claims.Yes
	}
	return told{line, c.ID, outcome, v.Day, c.Today(v.At), w.Earliest, w.Latest, w.GraceDays}
}

// claim is what of a claim its verdict rests on.
func (t told) claim(event, uid string) *claims.Claim {
	at := claims.At(t.At.Start(time.UTC))
	return &claims.Claim{UID: claims.UID(uid), Event: event, Verdict: &claims.Verdict{Outcome: t.Outcome, Day: t.Day, At: at},
		Window: claims.Window{Zone: "UTC", Earliest: t.Earliest, Latest: t.Latest, GraceDays: t.Grace}}
}

func (t told) String() string {
	called := fmt.Sprintf("line %d", t.Line)
	if t.Line == 0 {
		called = fmt.Sprintf("claim %d of the book", t.ID)
	}
	if t.Day != 0 {
		return fmt.Sprintf("%s (%s on %s)", called, t.Outcome, t.Day)
	}
	return fmt.Sprintf("%s (%s)", called, t.Outcome)
}

// decisive reports whether a claim says of its event on which day it happened,
// or that it did not.
func decisive(c *claims.Claim) bool {
	v := c.Verdict
	return c.Event != "" && v != nil && (v.Outcome == claims.No || v.Outcome == claims.Yes && v.Day != 0)
}

// contradictions are verdicts on one event that cannot both be true.
type contradictions struct {
	first   *spill.Index[told] // the first yes with a day on an event, and the first no
	yes, no maphash.Seed
	n       int
	shown   []string
}

func newContradictions() *contradictions {
	return &contradictions{first: spill.NewIndex[told](), yes: maphash.MakeSeed(), no: maphash.MakeSeed()}
}

// on is what is found by a folded event and an outcome.
func (x *contradictions) on(event string, o claims.Outcome) uint64 {
	if o == claims.Yes {
		return maphash.String(x.yes, event)
	}
	return maphash.String(x.no, event)
}

// before returns the first verdicts on a folded event, yes before no.
func (x *contradictions) before(event string) (list []told, err error) {
	for _, o := range []claims.Outcome{claims.Yes, claims.No} {
		t, ok, err := x.first.Find(x.on(event, o))
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// keep enters a verdict on a folded event, unless there is one.
func (x *contradictions) keep(event string, t told) error {
	return keeping(x.first.Add(&t, x.on(event, t.Outcome)))
}

// has reports whether a verdict on an event has been seen.
func (x *contradictions) has(event string) (bool, error) {
	before, err := x.before(claims.Fold(event))
	return len(before) > 0, err
}

// ofBook enters what the book says of a folded event.
func (x *contradictions) ofBook(event string, list []claims.Claim) error {
	for i := range list {
		if !decisive(&list[i]) {
			continue
		}
		if err := x.keep(event, toldOf(&list[i], 0)); err != nil {
			return err
		}
	}
	return nil
}

// note compares the verdict of a claim with those before it on its event: of
// the book, by the fold of the event, and of the file.
func (x *contradictions) note(book map[string][]claims.Claim, l *exchange.Line, c *claims.Claim) error {
	if !decisive(c) {
		return nil
	}
	event := claims.Fold(c.Event)
	before, err := x.before(event)
	if err == nil && len(before) == 0 && len(book[event]) > 0 {
		if err = x.ofBook(event, book[event]); err == nil {
			before, err = x.before(event)
		}
	}
	if err != nil {
		return err
	}
	this := toldOf(c, l.Number)
	for _, o := range before {
		if this.claim(event, "this").Contradicts(o.claim(event, "other")) {
			if x.n++; len(x.shown) < examples {
				x.shown = append(x.shown, this.String()+" and "+o.String())
			}
			break
		}
	}
	return x.keep(event, this)
}

func (x *contradictions) tell(im *importer) {
	if x.n == 0 {
		return
	}
	what := "verdicts contradict"
	if x.n == 1 {
		what = "verdict contradicts"
	}
	im.Sayf("warning: %d %s another on the same event: %s", x.n, what, strings.Join(x.shown, "; "))
	im.Sayf("hint: give one of the two another verdict, or another event, where one of them is wrong")
}

func claimsText(n int) string { return report.Count(n, "claim") }

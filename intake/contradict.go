package intake

import (
	"fmt"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/telling/report"
)

// told is the verdict of a claim, in few bytes and with no part of its line: a
// file may hold a million.
type told struct {
	line                      int       // of the file, 0 for a claim of the book
	id                        claims.ID // in the book
	outcome                   claims.Outcome
	day, at, earliest, latest calendar.Day
	grace                     int
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
	at := claims.At(t.at.Start(time.UTC))
	return &claims.Claim{UID: claims.UID(uid), Event: event, Verdict: &claims.Verdict{Outcome: t.outcome, Day: t.day, At: at},
		Window: claims.Window{Zone: "UTC", Earliest: t.earliest, Latest: t.latest, GraceDays: t.grace}}
}

func (t told) String() string {
	called := fmt.Sprintf("line %d", t.line)
	if t.line == 0 {
		called = fmt.Sprintf("claim %d of the book", t.id)
	}
	if t.day != 0 {
		return fmt.Sprintf("%s (%s on %s)", called, t.outcome, t.day)
	}
	return fmt.Sprintf("%s (%s)", called, t.outcome)
}

// pair are the first verdict of yes with a day on an event, and the first of
// no.
type pair struct{ yes, no told }

func (p *pair) list() []told { return []told{p.yes, p.no} }

func (p *pair) keep(t told) {
	if at := p.at(t.outcome); at.outcome == "" {
		*at = t
	}
}

func (p *pair) at(o claims.Outcome) *told {
	if o == claims.Yes {
		return &p.yes
	}
	return &p.no
}

// ofBook takes up what the book says of an event.
func (p *pair) ofBook(list []claims.Claim) {
	for i := range list {
		if decisive(&list[i]) {
			p.keep(toldOf(&list[i], 0))
		}
	}
}

// decisive reports whether a claim says of its event on which day it happened,
// or that it did not.
func decisive(c *claims.Claim) bool {
	v := c.Verdict
	return c.Event != "" && v != nil && (v.Outcome == claims.No || v.Outcome == claims.Yes && v.Day != 0)
}

// contradictions are verdicts on one event that cannot both be true.
type contradictions struct {
	events map[string]*pair // the first yes with a day, and the first no
	n      int
	shown  []string
}

// has reports whether a verdict on an event has been seen.
func (x *contradictions) has(event string) bool { return x.events[claims.Fold(event)] != nil }

// note compares the verdict of a claim with those before it on its event: of
// the book, by the fold of the event, and of the file.
func (x *contradictions) note(book map[string][]claims.Claim, l exchange.Line, c *claims.Claim) {
	if !decisive(c) {
		return
	}
	if x.events == nil {
		x.events = map[string]*pair{}
	}
	event := claims.Fold(c.Event)
	before := x.events[event]
	if before == nil {
		before = &pair{}
		x.events[strings.Clone(event)] = before
		before.ofBook(book[event])
	}
	this := toldOf(c, l.Number)
	for _, o := range before.list() {
		if o.outcome != "" && this.claim(event, "this").Contradicts(o.claim(event, "other")) {
			if x.n++; len(x.shown) < examples {
				x.shown = append(x.shown, this.String()+" and "+o.String())
			}
			break
		}
	}
	before.keep(this)
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

package intake

import (
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/reading/date"
)

// withUndone is a book whose claims with the key "undone" were taken back.
type withUndone struct{ Book }

func (withUndone) Undone(c claims.Claim) bool { return c.Key == "undone" }

// What becomes of a line: new ones are added, the same are left, others are a
// problem unless --update, and what an undo took back comes again.
func TestFate(t *testing.T) {
	base := claims.Claim{Statement: "The road opens", Speaker: "The council", StatedOn: "2025-07-01"}
	withdrawn := base
	withdrawn.Key = "undone"
	line := func(c claims.Claim, change func(*claims.Draft)) exchange.Line {
		d := c.Draft()
		change(&d)
		return exchange.Line{Draft: d}
	}
	keep, other := func(*claims.Draft) {}, func(d *claims.Draft) { d.Statement = "The bridge opens" }
	for name, c := range map[string]struct {
		line   exchange.Line
		same   claims.Claim
		known  bool
		update bool
		want   fate
	}{
		"new":                           {line(base, keep), claims.Claim{}, false, false, adds},
		"the same":                      {line(base, keep), base, true, false, isSame},
		"the same, with --update":       {line(base, keep), base, true, true, isSame},
		"another statement":             {line(base, other), base, true, false, differs},
		"another, with --update":        {line(base, other), base, true, true, updates},
		"undone, and the same":          {line(withdrawn, keep), withdrawn, true, false, restores},
		"undone, and the line says so":  {line(withdrawn, func(d *claims.Draft) { d.Withdrawn = "undone" }), withdrawn, true, false, differs},
		"a speaker that was merged":     {line(base, func(d *claims.Draft) { d.Speaker = "Council" }), base, true, false, isSame},
		"a speaker of no other claim's": {line(base, func(d *claims.Draft) { d.Speaker = "Captain" }), base, true, false, differs},
	} {
		im := &importer{o: Options{Update: c.update}, book: withUndone{}, shown: func(_, name string) string {
			if name == "Council" {
				return "The council"
			}
			return name
		}}
		if got, diffs := im.fate(&c.line, c.same, c.known); got != c.want {
			t.Errorf("%s: %d, want %d (%v)", name, got, c.want, diffs)
		}
	}
}

// Two verdicts on one event contradict each other whatever its case; the one
// that came first is named.
func TestContradictionsOfAFile(t *testing.T) {
	said := func(event string, v claims.Verdict) *claims.Claim {
		return &claims.Claim{Event: event, Verdict: &v, Window: claims.Window{Zone: "UTC", Earliest: calendar.Date(2025, 7, 1), Latest: calendar.Date(2025, 7, 20)}}
	}
	at := claims.At(calendar.Date(2025, 8, 1).Start(time.UTC))
	x := newContradictions()
	defer x.first.Close()
	for i, c := range []*claims.Claim{
		said("launch", claims.Verdict{Outcome: claims.Yes, Day: calendar.Date(2025, 7, 9), At: at}),
		said("Launch", claims.Verdict{Outcome: claims.No, At: at}),
		said("summit", claims.Verdict{Outcome: claims.No, At: at}),
		said("", claims.Verdict{Outcome: claims.No, At: at}),
	} {
		if err := x.note(nil, &exchange.Line{Number: i + 1}, c); err != nil {
			t.Fatal(err)
		}
	}
	if x.n != 1 || len(x.shown) != 1 || x.shown[0] != "line 2 (no) and line 1 (yes on 2025-07-09)" {
		t.Errorf("%d contradictions: %q", x.n, x.shown)
	}
}

// The order of days is one of two, whatever its case, and nothing else.
func TestOrderOfDays(t *testing.T) {
	for text, want := range map[string]date.Order{"DMY": date.DayFirst, "mdy": date.MonthFirst} {
		o, err := (&Table{Dates: text}).options(Program{})
		if err != nil || o.Order != want {
			t.Errorf("%s: %v, %v", text, o.Order, err)
		}
	}
	if _, err := (&Table{Dates: "ymd"}).options(Program{}); err == nil {
		t.Error("ymd was taken")
	}
}

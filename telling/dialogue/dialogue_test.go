package dialogue

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/telling/screen"
)

var today = calendar.Date(2025, time.August, 18)

// talk is a dialogue whose answers are given, and what it prints.
func talk(t *testing.T, answers ...string) (*Dialogue, *bytes.Buffer) {
	t.Helper()
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	return &Dialogue{
		Screen: &screen.Screen{In: strings.NewReader(strings.Join(answers, "\n") + "\n"), Out: &out, Err: &out, Width: 80, TTYIn: true},
		Reader: &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"},
		Now:    claims.At(today.Start(time.UTC).Add(12 * time.Hour)), Zone: time.UTC,
		Dates: func(l date.Lean) date.Options { return date.Options{Today: today, Lean: l} },
	}, &out
}

// desk records what it is asked to do.
type desk struct {
	claim claims.Claim
	given []claims.Verdict
	until calendar.Day
}

func (d *desk) Claim(context.Context, claims.ID) (claims.Claim, error) { return d.claim, nil }

func (d *desk) Stands(_ context.Context, c claims.Claim, v claims.Verdict) error {
	v.Note = "to come"
	_, err := c.Judge(v, today)
	return err
}

func (d *desk) Judge(_ context.Context, _ claims.Claim, v claims.Verdict) error {
	d.given = append(d.given, v)
	return nil
}

func (d *desk) Amend(_ context.Context, _ claims.ID, to claims.Claim) (claims.Claim, error) {
	to.ID = d.claim.ID
	d.claim = to
	return to, nil
}

func (d *desk) Drop(context.Context, claims.ID, string) error { return nil }
func (d *desk) Snooze(_ context.Context, _ claims.Claim, until calendar.Day) error {
	d.until = until
	return nil
}

// due is a claim whose window closed on the tenth.
func due(t *testing.T, d *Dialogue) claims.Claim {
	t.Helper()
	r := *d.Reader
	c, _, err := r.Claim(claims.Draft{Statement: "The ferry sails", Speaker: "Captain", StatedOn: "2025-08-01",
		Quote: "The ferry will probably sail by 10 August."}, d.Now)
	if err != nil {
		t.Fatal(err)
	}
	c.ID = 1
	return c
}

func TestWalk(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers []string
		judged  int
		outcome claims.Outcome
		day     calendar.Day
		until   calendar.Day
		shows   string
	}{
		{"yes, with day and evidence", []string{"yes", "9 Aug 2025", "https://example.org/ferry"}, 1, claims.Yes, today - 9, 0, ""},
		{"no needs no day", []string{"no", "I waited at the pier"}, 1, claims.No, 0, 0, ""},
		{"an answer that is none is asked again", []string{"perhaps", "n", "I waited at the pier"}, 1, claims.No, 0, 0, `"perhaps" is no answer`},
		{"a day to come is asked again", []string{"y", "1 Sep 2025", "10 Aug 2025", "I saw it leave"}, 1, claims.Yes, today - 8, 0, "is in the future"},
		{"nothing is no evidence", []string{"no", "", "I waited at the pier"}, 1, claims.No, 0, 0, "at least one piece of evidence"},
		{"back at the evidence asks the outcome again", []string{"no", "back", "y", "10 Aug 2025", "I saw it leave"}, 1, claims.Yes, today - 8, 0, ""},
		{"skip", []string{"skip"}, 0, "", 0, 0, ""},
		{"quit", []string{"quit"}, 0, "", 0, 0, ""},
		{"snooze", []string{"snooze", "1 Sep 2025"}, 0, "", 0, today + 14, ""},
		{"a correction comes before the verdict", []string{"will-not", "no", "I waited at the pier"}, 1, claims.No, 0, 0, "amended 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, out := talk(t, c.answers...)
			to := &desk{claim: due(t, d)}
			judged, err := d.Walk(context.Background(), to, []claims.Claim{to.claim})
			if err != nil || judged != c.judged || to.until != c.until || !strings.Contains(out.String(), c.shows) {
				t.Fatalf("%d judged, snoozed until %s, %v:\n%s", judged, to.until, err, out)
			}
			if c.judged == 1 && (to.given[0].Outcome != c.outcome || to.given[0].Day != c.day) {
				t.Errorf("verdict %s on %s, want %s on %s", to.given[0].Outcome, to.given[0].Day, c.outcome, c.day)
			}
		})
	}
}

func TestWalkStopsWhereAnswersEnd(t *testing.T) {
	d, _ := talk(t, "yes")
	to := &desk{claim: due(t, d)}
	if _, err := d.Walk(context.Background(), to, []claims.Claim{to.claim}); !errors.Is(err, screen.ErrAborted) || len(to.given) > 0 {
		t.Errorf("%v, and %d verdicts", err, len(to.given))
	}
}

func TestDraft(t *testing.T) {
	d, out := talk(t, "The ferry sails", "Quayside", "an institution", "The ferry will probably sail next week", "yesterday",
		"", "150", "80", "", "-", "ferry", "", "none", "yes")
	got, err := d.Draft(func(string) bool { return false })
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got.Statement != "The ferry sails" || got.SpeakerKind != claims.Institution || got.StatedOn != "2025-08-17" || got.Event != "ferry" || *got.Hedge.P != 0.8 {
		t.Errorf("%+v", got)
	}
	if !strings.Contains(out.String(), `"150" is not between 0 and 100 %`) {
		t.Errorf("150 was taken:\n%s", out)
	}
}

func TestKnownSpeakerIsNotAskedAfter(t *testing.T) {
	d, out := talk(t, "The ferry sails", "Quayside", "The ferry will probably sail next week", "", "", "", "", "", "", "", "", "yes")
	if _, err := d.Draft(func(string) bool { return true }); err != nil || strings.Contains(out.String(), "an institution, an outlet") {
		t.Errorf("%v\n%s", err, out)
	}
}

package postgres_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/store"
	"tracker/store/postgres/postgrestest"
)

// node is a step of a plan, as the server tells what it did.
type node struct {
	Type    string  `json:"Node Type"`
	Table   string  `json:"Relation Name"`
	Rows    float64 `json:"Actual Rows"` // in a loop
	Loops   float64 `json:"Actual Loops"`
	Removed float64 `json:"Rows Removed by Filter"`
	Plans   []node
}

// each calls fn with a step and all below it.
func (n node) each(fn func(node)) {
	fn(n)
	for _, below := range n.Plans {
		below.each(fn)
	}
}

// read is how many rows of its table it went through.
func (n node) read() int {
	if n.Table == "" {
		return 0
	}
	return int((n.Rows + n.Removed) * n.Loops)
}

// plan is how a statement was run.
type plan struct {
	Query string `json:"Query Text"`
	Plan  node
}

var planned = regexp.MustCompile(`(?s)plan:\n(\t\{\n.*?\n\t\})\n`)

// plansIn are the plans of every statement that a part of a server's log tells of.
func plansIn(t *testing.T, log string) (list []plan) {
	t.Helper()
	for _, m := range planned.FindAllStringSubmatch(log, -1) {
		var p plan
		if err := json.Unmarshal([]byte(m[1]), &p); err != nil {
			t.Fatalf("%v:\n%s", err, m[1])
		}
		list = append(list, p)
	}
	return list
}

const (
	many = 8000 // claims of the book
	few  = 400  // rows of a table that a bounded answer may go through
)

var noon = claims.At(calendar.Date(2026, 1, 1).Start(time.UTC).Add(12 * time.Hour))

// manyClaims are claims of 2,000 speakers in as many sources, each on an event of
// its own: a tenth waits, and the others are judged.
func manyClaims() []claims.Claim {
	list := make([]claims.Claim, many)
	for i := range list {
		said, latest := calendar.Date(2020, 1, 1)+calendar.Day(i/8), calendar.Date(2020, 2, 1)+calendar.Day(i/8)
		c := claims.Claim{
			Statement: fmt.Sprintf("Measure %d is adopted", i), Language: "en", Key: fmt.Sprintf("k%d", i),
			Speaker: fmt.Sprintf("Council %d", i%2000), SpeakerKind: claims.Institution, StatedOn: claims.Moment(said.String()), LoggedAt: noon - 1000, LoggedBy: "desk",
			Attribution: []claims.Link{{Entity: fmt.Sprintf("Council %d", i%2000), Role: claims.Origin}},
			Appearances: []claims.Appearance{{Source: fmt.Sprintf("Gazette %d", i%2000)}},
			Event:       fmt.Sprintf("measure %d", i), Tags: []string{fmt.Sprintf("district %d", i%2000)}, Polarity: claims.Will,
			Window: claims.Window{Phrase: "by then", Latest: latest, Zone: "UTC", Granularity: deadline.Day, Class: deadline.ClassExact, Relation: deadline.By,
				Rule: "day", Rules: "1", Alternatives: []deadline.Alternative{}, DueAt: claims.At((latest + 1).Start(time.UTC))},
		}
		if i%10 > 0 {
			c.Verdict = &claims.Verdict{Outcome: claims.No, By: "desk", At: noon - 500, Evidence: []claims.Evidence{}}
		}
		list[i] = c
	}
	return list
}

// mustFill makes a book of many claims, of which the server knows its own statistics.
func mustFill(t *testing.T, server *postgrestest.Server) *store.Book {
	t.Helper()
	b, _, err := store.Create(t.Context(), server.URL("book"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	list := manyClaims()
	pointers := make([]*claims.Claim, len(list))
	for i := range list {
		pointers[i] = &list[i]
	}
	err = b.Import(t.Context(), store.NewCommand("import", "desk", noon), strings.Repeat("a", 64), true, func(batch *store.Batch) error {
		if err := batch.Look(pointers, true); err != nil {
			return err
		}
		for _, c := range pointers {
			if err := batch.Add(c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	server.Query("ANALYZE")
	return b
}

// What a verb asks of a book of many claims goes through no table that it need
// not go through, and where an answer is bounded through a few rows: whatever
// the verb asks by now, the server itself tells how it ran it.
func TestVerbsScanNoTable(t *testing.T) {
	server := postgrestest.Start(t, "fsync=off", "session_preload_libraries=auto_explain", "auto_explain.log_min_duration=0",
		"auto_explain.log_analyze=on", "auto_explain.log_timing=off", "auto_explain.log_format=json")
	b := mustFill(t, server)
	page := store.Page{Limit: 5, Brief: true}
	filtered := func(f claims.Filter) func() error {
		return func() error {
			_, _, err := b.Find(t.Context(), f, noon, store.ByLogged, page)
			return err
		}
	}
	scored := func(f claims.Filter) func() error {
		return func() error {
			for _, err := range b.Scorable(t.Context(), f, noon) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	shown, err := b.Claim(t.Context(), "4711")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		verb    string
		run     func() error
		through string // tables that it may go through whole
	}{
		{"list", filtered(claims.Filter{}), ""},
		{"list speaker:", filtered(claims.Filter{Speakers: []string{"council 1234"}}), "names"},
		{"list event:", filtered(claims.Filter{Events: []string{"measure 4321"}}), "names"},
		{"list source:", filtered(claims.Filter{Sources: []string{"gazette 1234"}}), "names claims attribution"}, // as the server thinks best in a book of this size
		{"list +tag", filtered(claims.Filter{Tags: []string{"district 1234"}}), ""},
		{"list KEY", filtered(claims.Filter{Keys: []string{"k1"}}), ""},
		{"due", func() error { _, _, err := b.Due(t.Context(), noon, claims.Filter{}, page); return err }, ""},
		{"show", func() error { _, err := b.Claim(t.Context(), "7"); return err }, ""},
		{"show UID", func() error { _, err := b.Claim(t.Context(), string(shown.UID)); return err }, ""},
		{"show, its chain", func() error { _, err := b.Chain(t.Context(), shown); return err }, ""},
		{"show, what follows it", func() error { _, err := b.Successor(t.Context(), shown.UID); return err }, ""},
		{"history", func() error { _, err := b.History(t.Context(), shown.UID); return err }, ""},
		{"import, claims on its events", func() error {
			_, err := b.OnEvents(t.Context(), []string{"measure 17", "measure 4321", "measure 7999"})
			return err
		}, ""},
		{"score", scored(claims.Filter{}), "claims verdicts names tags"},
		{"score speaker:", scored(claims.Filter{Speakers: []string{"council 1234"}}), "names"},
		{"score event:", scored(claims.Filter{Events: []string{"measure 4321"}}), "names"},
	} {
		before := len(server.Log())
		if err := tt.run(); err != nil {
			t.Fatalf("%s: %v", tt.verb, err)
		}
		plans := plansIn(t, server.Log()[before:])
		if len(plans) == 0 && tt.verb != "show, its chain" {
			t.Errorf("%s: the server tells of no plan", tt.verb)
		}
		for _, p := range plans {
			p.Plan.each(func(n node) {
				if !slices.Contains(strings.Fields(tt.through), n.Table) && (n.Type == "Seq Scan" || n.read() > few) {
					t.Errorf("%s: %s of %s, %d rows:\n%s", tt.verb, n.Type, n.Table, n.read(), p.Query)
				}
			})
		}
	}
}

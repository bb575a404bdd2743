package report

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
	"tracker/claims/claimstest"
	"tracker/reading/deadline"
	"tracker/scoring"
)

func TestInterval(t *testing.T) {
	for _, tt := range []struct {
		share, low, high *float64
		percent          bool
		want             string
	}{
		{new(2.0 / 3), new(0.354), new(0.8996), true, "67 % [35–90]"},
		{new(0.182), new(0.0905), new(0.2734), false, "0.182 [0.090–0.273]"},
		{new(0.0), new(0.0), new(0.52), true, "0 % [0–52]"},
		{new(0.16), nil, nil, false, "0.160 [too few]"},
		{nil, nil, nil, true, "–"},
		{nil, nil, nil, false, "–"},
	} {
		if got := Interval(tt.share, tt.low, tt.high, tt.percent); got != tt.want {
			t.Errorf("Interval = %q, want %q", got, tt.want)
		}
	}
}

func TestPolicySentence(t *testing.T) {
	late, err := scoring.ParseLate("linear:30d")
	if err != nil {
		t.Fatal(err)
	}
	const brier = "; Brier: 0 best, 0.25 always 50 %, one-component (others print twice this)"
	for _, tt := range []struct {
		policy board.Policy
		want   string
	}{
		{standard, "windows default, late strict, every event weighs the same, hindsight counted (4 of 11), rules 2026.1, hedges tracker-2026.1, as of 2025-10-27" + brier},
		{board.Policy{Windows: board.WindowsAll, Late: late, ExcludeHindsight: true},
			"windows all, late linear:30d, every event weighs the same, hindsight excluded (4 left out), rules 2026.1, hedges tracker-2026.1, as of 2025-10-27" + brier},
	} {
		if got := PolicySentence(scored(built(), board.BySpeaker, tt.policy)); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
	given := book[20].claim(1)
	given.Window.Rules = ""
	want := "windows default, late strict, every event weighs the same, hindsight counted (0 of 1), as of 2025-10-27" + brier
	if got := PolicySentence(scored([]claims.Claim{given}, board.ByEvent, standard)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestLeftOut fills one bucket after the other: each gives one line, with its
// count first, and the buckets sum to what was logged.
func TestLeftOut(t *testing.T) {
	if got := LeftOut(board.Denominator{Logged: 3, Scored: 3}); len(got) != 0 {
		t.Errorf("a book that is scored whole leaves out %q", got)
	}
	full := board.Denominator{Logged: 66, Withdrawn: 2, Untestable: 3, Unclear: 4, Void: map[string]int{"retracted": 3, "duplicate": 2},
		Open: 6, Due: 7, NotMatured: 8, Unaccepted: 9, NoNumber: 10, Scored: 12}
	lines := LeftOut(full)
	sum := full.Scored
	for i, l := range lines {
		n, rest, _ := strings.Cut(l, " ")
		if want := []string{"2", "3", "4", "5", "6", "7", "8", "9", "10"}[i]; n != want || rest == "" {
			t.Errorf("line %d is %q, want count %s", i+1, l, want)
		}
		sum += i + 2
	}
	if len(lines) != 9 || sum != full.Logged {
		t.Errorf("%d lines that sum to %d, want 9 and %d", len(lines), sum, full.Logged)
	}
	for want, line := range map[string]string{"(it was recorded twice: 2, it was retracted: 3)": lines[3], "(tracker resolve ID)": lines[5], "(tracker accept ID)": lines[7]} {
		if !strings.Contains(line, want) {
			t.Errorf("%q does not say %q", line, want)
		}
	}
}

// TestUnscoredAreNotNo holds unclear and void apart from no.
func TestUnscoredAreNotNo(t *testing.T) {
	wrong := mark(callWrong)
	for _, id := range []int{7, 8} {
		c := newClaim(standard.Judge(new(book[id].claim(id)), asOf), standard, asOf)
		if got := happenedDay(&c); got != "–" {
			t.Errorf("claim %d shows %q for the day of what happened", id, got)
		}
		if got := becauseSentence(&c); strings.Contains(got, "happened") && !strings.Contains(got, "could not tell") {
			t.Errorf("claim %d says what happened: %s", id, got)
		}
		if m := mark(callOf(c)); m.Sign == wrong.Sign || m.Class == wrong.Class || callOf(c) == callWrong {
			t.Errorf("claim %d is marked like a wrong one", id)
		}
		if c.Y != nil || c.Right != nil || c.Brier != nil {
			t.Errorf("claim %d has a score", id)
		}
	}
}

func TestCalls(t *testing.T) {
	half := book[19].claim(1)
	half.Hedge = words["could"]
	quarter := book[19].claim(2)
	quarter.Verdict.Extent = new(0.25)
	typed := func(id int, typ claims.Type) claims.Claim {
		c := book[id].claim(id)
		c.Type = typ
		return c
	}
	for _, tt := range []struct {
		name  string
		claim claims.Claim
		words string
		want  call
	}{
		{"half of a sided claim", book[19].claim(19), "in part (0.5)", callNone},
		{"half of one that takes no side", half, "no side taken", callNone},
		{"a quarter", quarter, "in part (0.25)", callWrong},
		{"no number", typed(10, claims.Forecast), "right", callRight},
		{"withdrawn", book[15].claim(15), "withdrawn", callNone},
		{"early verdict", book[18].claim(18), "right", callNone},
		{"a plan years late", typed(11, claims.Plan), "kept late, by 2.5 years", callWrong},
		{"a forecast years late", typed(11, claims.Forecast), "late, by 2.5 years", callWrong},
		{"a promise in time", typed(14, claims.Promise), "kept", callRight},
		{"a promise without its event", typed(4, claims.Promise), "broken", callWrong},
		{"void", book[7].claim(7), "void", callVoid},
		{"unclear", book[8].claim(8), "unclear", callUnclear},
		{"vague", book[3].claim(3), "end not accepted", callNone},
	} {
		c := newClaim(standard.Judge(&tt.claim, asOf), standard, asOf)
		if got := callOf(c); got != tt.want || standingWords(c) != tt.words {
			t.Errorf("%s: %s with the sign of %s, want %s with that of %s", tt.name, standingWords(c), got, tt.words, tt.want)
		}
	}
}

// TestCarriers names each source once, with the first address given for it.
func TestCarriers(t *testing.T) {
	c := claims.Claim{
		Appearances: []claims.Appearance{{Source: "The Gazette"}, {Source: "the gazette", URL: "https://example.org/1", ArchiveURL: "https://example.org/2"},
			{Source: "The Gazette", URL: "https://example.org/3"}, {Source: "A wire"}},
		Attribution: []claims.Link{{Entity: "A spokesman", Role: claims.Origin}, {Entity: "A WIRE", Role: claims.Relay}, {Entity: "A broadcaster", Role: claims.Publisher}},
	}
	want := []Carrier{{"The Gazette", "https://example.org/1", "https://example.org/2"}, {Source: "A wire"}, {Source: "A broadcaster"}}
	if diff := cmp.Diff(want, carriers(&c)); diff != "" {
		t.Error(diff)
	}
}

// TestEarlyAndGrace takes a claim with days of grace whose event came early.
func TestEarlyAndGrace(t *testing.T) {
	c := book[5].claim(1)
	c.Window.GraceDays = 3
	c.Verdict.Day = c.Window.Earliest - 5
	got := newClaim(standard.Judge(&c, asOf), standard, asOf)
	if diff := cmp.Diff("it happened on 12 Oct 2025, 5 days before the window", HappenedWords(got.view())); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("on 17 Oct 2025 (Oct 17, 2025, in our words; ± 3 days of grace)", WindowWords(got.Window)); diff != "" {
		t.Error(diff)
	}
	c.Verdict = nil
	want := "due: its window closed on 17 Oct 2025 and 3 days of grace, no verdict yet"
	if got := why(standard.Judge(&c, asOf), standard); got != want {
		t.Errorf("why = %q, want %q", got, want)
	}
}

func TestHeadlinesWithoutSides(t *testing.T) {
	r := New(scored([]claims.Claim{book[2].claim(1)}, board.BySpeaker, standard), Options{})
	want := []string{
		"Scored 1 of 1 claim, on 1 event.",
		"Read by lexicon tracker-2026.1, 0.4 (0–1 by the readings) of 1 claim with a number were due in their windows; 0 came in time, 1 at all.",
		"None took a side that could be right or wrong.",
		"Mean Brier score 0.158 [too few], 0.022–0.360 over the readings of the words; always saying 50 % would have earned 0.250.",
		"Between speakers: too few to rank: fewer than two speakers gave a probability on 5 events.",
	}
	if diff := cmp.Diff(want, r.Headlines); diff != "" {
		t.Error(diff)
	}
}

func TestWhyUnderExact(t *testing.T) {
	c := book[14].claim(1)
	c.Window.Class = deadline.ClassFuzzy
	p := board.Policy{Windows: board.WindowsExact}
	if got, want := why(p.Judge(&c, asOf), p), "not counted: only windows with exact ends are, and this one is fuzzy"; got != want {
		t.Errorf("why = %q, want %q", got, want)
	}
}

// TestRecomputed takes a will-not claim and a late one through the arithmetic.
func TestRecomputed(t *testing.T) {
	late, err := scoring.ParseLate("linear:30d")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		id     int
		policy board.Policy
		want   []string
	}{
		{6, standard, []string{
			"Claim 6: expected (in our words) = 80 % (60–95), assumed: nobody has asked readers (tracker-2026.1).",
			"Probability of the event: the claim says will not, so p = 1 − 0.8 = 0.2.",
			"What happened: it had not happened, so y = 0.",
			"Brier score (p − y)²: (0.2 − 0)² = 0.04.",
			"Over the readings of the words, p from 0.05 to 0.4: from 0.0025 to 0.16. It is 0 at best where y lies between.",
			"Right or wrong: its words, expected (in our words), of what will not happen, say no; right.",
		}},
		{2, board.Policy{Windows: board.WindowsDefault, Late: late}, []string{
			"Claim 2: “could” = 40 % (15–60), survey of readers (tracker-2026.1), out of the words of The Wire Agency.",
			"Probability of the event: p = 0.397.",
			"What happened: it happened on 15 Aug 2025, 2 days after the window, so y = 0.933333: what came late gets 1 − d/30 of the credit, d the days after its window, and never less than 0.",
			"Brier score (p − y)²: (0.397 − 0.933333)² = 0.287653.",
			"Over the readings of the words, p from 0.15 to 0.6: from 0.111111 to 0.613611. It is 0 at best where y lies between.",
			"Right or wrong: its words, “could”, take no side; neither right nor wrong.",
		}},
	} {
		r := New(scored([]claims.Claim{book[tt.id].claim(tt.id)}, board.BySpeaker, tt.policy), Options{})
		if diff := cmp.Diff(tt.want, r.Recomputed); diff != "" {
			t.Error(diff)
		}
	}
}

func TestPlace(t *testing.T) {
	l := scoring.Leaderboard{Ranked: 7, Rows: []scoring.Place{{Name: "A", Rank: 3, RankLow: 2, RankHigh: 5}, {Name: "B", Rank: 7, RankLow: 7, RankHigh: 7}}}
	for name, want := range map[string]string{"A": "2–5 of 7", "B": "7–7 of 7", "C": "too few"} {
		if got := rankRange(l, name); got != want {
			t.Errorf("place of %s = %q, want %q", name, got, want)
		}
	}
}

// TestSourcesKeepTheirRoles never adds who carried a claim to who made it.
func TestSourcesKeepTheirRoles(t *testing.T) {
	page := mustWrite(t, New(scored(built(), board.BySource, standard), Options{}), Markdown)
	for _, want := range []string{"| The Morning Paper | asserter |", "| The Morning Paper | carrier |"} {
		if !strings.Contains(page, want) {
			t.Errorf("no row %s", want)
		}
	}
}

// TestManual finds every column of the CSV and every member of the JSON in the
// manual.
func TestManual(t *testing.T) {
	b, err := os.ReadFile("../../docs/reports.md")
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, c := range columns {
		names = append(names, c.name)
	}
	for _, v := range []any{Report{}, Claim{}, Verdict{}, Chain{}, Link{}, Carrier{}, Desk{}, Correction{}, board.Year{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous && f.IsExported() && f.Type != reflect.TypeFor[hidden]() && claimstest.Public(name) {
				names = append(names, name)
			}
		}
	}
	if len(names) < 100 {
		t.Fatalf("only %d names to look for", len(names))
	}
	for _, name := range names {
		if !strings.Contains(string(b), "`"+name+"`") {
			t.Errorf("docs/reports.md does not explain `%s`", name)
		}
	}
}

// What was taken back when it could be known what came of it is printed apart.
func TestSecondThoughtsArePublished(t *testing.T) {
	b := scored(built(), board.BySpeaker, standard)
	b.AfterFact = board.AfterFact{Withdrawn: 2}
	for _, f := range []Format{Markdown, HTML} {
		if page := mustWrite(t, New(b, Options{}), f); !strings.Contains(page, "Second thoughts: 2 withdrawn by the desk after the window had closed.") {
			t.Errorf("%s does not say what was withdrawn", f)
		}
	}
}

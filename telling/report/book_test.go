package report

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// asOf is the day the test book is scored.
var asOf = calendar.Date(2025, time.October, 27)

// words are hedges with the figures of the lexicon the test book pretends to
// have been read with.
var words = map[string]claims.Hedge{
	"could":       reads("could", hedge.Survey, 0.397, 0.15, 0.6),
	"will":        reads("will", hedge.Survey, 0.98, 0.95, 1),
	"would":       reads("would", hedge.Assumed, 0.8, 0.5, 0.97),
	"set to":      reads("set to", hedge.Assumed, 0.9, 0.75, 0.99),
	"planned":     reads("planned", hedge.Assumed, 0.8, 0.5, 0.95),
	"expects to":  reads("expects to", hedge.Assumed, 0.8, 0.6, 0.95),
	"expected":    reads("expected", hedge.Assumed, 0.8, 0.6, 0.95),
	"expected to": reads("expected to", hedge.Assumed, 0.8, 0.6, 0.95),
	"plans to":    reads("plans to", hedge.Assumed, 0.7, 0.4, 0.9),
	"30 %":        {Words: "30 %", P: new(0.3), Low: new(0.3), High: new(0.3), Kind: hedge.Explicit},
	"":            {Kind: hedge.None},
}

func reads(phrase string, kind hedge.Kind, p, low, high float64) claims.Hedge {
	return claims.Hedge{Words: phrase, P: &p, Low: &low, High: &high, Kind: kind, Map: "tracker-2026.1"}
}

// made is a claim in the fewest words that a test can say it in.
type made struct {
	speaker, statement, quote, said, event, hedge string

	kind     claims.SpeakerKind
	typ      claims.Type
	wordsBy  claims.WordsBy
	source   string // that carried it
	polarity claims.Polarity
	window   claims.Window
	verdict  *claims.Verdict
	change   func(*claims.Claim)
}

// claim builds the claim with a number.
func (m made) claim(id int) claims.Claim {
	c := claims.Claim{
		ID: claims.ID(id), UID: uid(id), Key: fmt.Sprintf("t%02d", id), Statement: m.statement, Quote: m.quote, Language: "en",
		Type: m.typ, WordsBy: m.wordsBy, Speaker: m.speaker, SpeakerKind: cmp.Or(m.kind, claims.Institution), StatedOn: claims.Moment(m.said), Event: m.event,
		LoggedAt: claims.At(time.Date(2025, time.August, 1, 9, 0, 0, 0, time.UTC)), Tags: []string{"test"},
		Polarity: cmp.Or(m.polarity, claims.Will), Hedge: words[m.hedge], Window: m.window,
		LoggedBy: "nobody-may-see-this-actor", Notes: "nobody may see this note",
	}
	if m.source != "" {
		c.Appearances = []claims.Appearance{{Source: m.source, URL: fmt.Sprintf("https://example.org/articles/%d?a=1&b=2", id)}}
	}
	if m.verdict != nil {
		c.Verdict = new(*m.verdict)
	}
	if m.change != nil {
		m.change(&c)
	}
	return c
}

func uid(id int) claims.UID {
	return claims.UID(fmt.Sprintf("0198a000-0000-7000-8000-%012d", id))
}

// read is a window that was read from words; exact unless changed.
func read(phrase, earliest, latest string) claims.Window {
	w := claims.Window{Phrase: phrase, Earliest: day(earliest), Latest: day(latest), Zone: "UTC", Granularity: deadline.Day,
		Class: deadline.ClassExact, Relation: deadline.By, Rule: "by", Rules: "2026.1", Alternatives: []deadline.Alternative{}}
	if w.Latest != 0 {
		w.DueAt = claims.At((w.Latest + 1).Start(time.UTC))
	}
	return w
}

// soft is a window whose end is a convention.
func soft(phrase, earliest, latest string, class deadline.Class, relation deadline.Relation, accepted bool) claims.Window {
	w := read(phrase, earliest, latest)
	w.Class, w.Relation, w.Rule, w.Accepted = class, relation, string(relation), accepted
	return w
}

// day reads a date of a fixture, "" for none.
func day(s string) calendar.Day {
	if s == "" {
		return 0
	}
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func yes(on, note string) *claims.Verdict {
	return &claims.Verdict{Outcome: claims.Yes, Day: day(on), Note: note}
}

func no(note string) *claims.Verdict { return &claims.Verdict{Outcome: claims.No, Note: note} }

const (
	pressed  = "The request was made at the meeting of 17 October 2025."
	launched = "Launched on 25 December 2021."
)

// book has a claim for each bucket and for each way of coming out. What real
// speakers said is public record; the others are nameless institutions.
var book = []made{
	1: {speaker: "Financial press", kind: claims.Outlet, statement: "The tariff truce ends on 12 August 2025", quote: "is set to end on August 12",
		said: "2025-08-07", event: "truce", hedge: "set to", window: read("on August 12", "2025-08-12", "2025-08-12"), verdict: no("Prolonged by 90 days on 11 August.")},
	2: {speaker: "Anonymous palace official", kind: claims.Anonymous, wordsBy: claims.ByReport, statement: "The two presidents meet face to face", quote: "the meeting could happen within a week",
		said: "2025-08-06", event: "summit", hedge: "could", source: "The Wire Agency", window: read("within a week", "2025-08-06", "2025-08-13"),
		verdict: yes("2025-08-15", "Met in Anchorage on 15 August 2025.")},
	3: {speaker: "The Morning Paper", kind: claims.Outlet, statement: "The two presidents meet face to face", quote: "could take place as early as next week",
		said: "2025-08-06", event: "summit", hedge: "could", source: "The Morning Paper",
		window:  soft("as early as next week", "2025-08-11", "2025-08-17", deadline.ClassBounded, deadline.Earliest, false),
		verdict: yes("2025-08-15", "Met in Anchorage on 15 August 2025.")},
	4: {speaker: "The president", kind: claims.Person, typ: claims.Plan, wordsBy: claims.ByReport, statement: "The two presidents meet in the river city", quote: "announced plans to meet in the river city",
		said: "2025-10-08", event: "second-summit", hedge: "plans to", source: "Own account", window: read("within two weeks", "2025-10-08", "2025-10-22"),
		verdict: no("Shelved on 21 October 2025.")},
	5: {speaker: "Newsroom analysis", kind: claims.Outlet, statement: "The visitor asks for a major arms package", quote: "expected to press for a major arms package",
		said: "2025-10-16", event: "arms-request", hedge: "expected to", window: read("Oct 17, 2025", "2025-10-17", "2025-10-17"), verdict: yes("2025-10-17", pressed),
		change: func(c *claims.Claim) {
			c.Verdict.Evidence = []claims.Evidence{{URL: "https://example.org/record?day=17&month=10"},
				{File: "/home/desk/evidence/minutes.pdf", SHA256: fmt.Sprintf("%064x", 0xfeed)}}
		}},
	6: {speaker: "Newsroom analysis", kind: claims.Outlet, statement: "A ceasefire comes overnight", quote: "no one is expecting an overnight breakthrough",
		said: "2025-04-13", event: "ceasefire", hedge: "expected", polarity: claims.WillNot, window: read("overnight", "2025-04-13", "2025-04-14"),
		verdict: no("The war went on.")},
	7: {speaker: "Federal officials", kind: claims.Anonymous, statement: "The federation imposes secondary sanctions", quote: "would still move forward in two days if no progress is made",
		said: "2025-08-06", event: "secondary-sanctions", hedge: "would", window: read("in two days", "2025-08-06", "2025-08-08"),
		verdict: &claims.Verdict{Outcome: claims.Void, Reason: "condition-unmet", Note: "By 8 August a summit had been announced."},
		change:  func(c *claims.Claim) { c.Condition = "no progress is made in the talks" }},
	8: {speaker: "Newsroom analysis", kind: claims.Outlet, statement: "The envoys begin preparatory talks", quote: "Late Oct 2025", said: "2025-10-17", event: "envoy-talks",
		window: read("late Oct 2025", "2025-10-21", "2025-10-26"), verdict: &claims.Verdict{Outcome: claims.Unclear, Reason: "underspecified", Note: "It does not say what would count."}},
	9: {speaker: "The chancellery", statement: "The two presidents meet face to face", quote: "a face-to-face meeting will happen “at the appropriate time”", said: "2025-04-13",
		event: "summit", hedge: "will", window: soft("at the appropriate time", "2025-04-13", "", deadline.ClassNone, deadline.NoBound, false),
		verdict: yes("2025-08-15", "Met in Anchorage on 15 August 2025.")},
	10: {speaker: "Newsroom analysis", kind: claims.Outlet, statement: "The visitor is received at the palace", quote: "one day before hosting the visitor at the palace", said: "2025-10-16",
		event: "visit", window: read("on Oct. 17", "2025-10-17", "2025-10-17"), verdict: yes("2025-10-17", "Received at the palace on 17 October 2025.")},
	11: {speaker: "Space agency", typ: claims.Plan, statement: "The telescope is launched", said: "2017-09-28", event: "telescope-launch", hedge: "planned", source: "Press release",
		window: read("between March and June 2019", "2019-03-01", "2019-06-30"), verdict: yes("2021-12-25", launched)},
	12: {speaker: "Space agency", typ: claims.Plan, statement: "The telescope is launched", said: "2018-03-27", event: "telescope-launch", hedge: "planned", source: "Press release",
		window: read("in May 2020", "2020-05-01", "2020-05-31"), verdict: yes("2021-12-25", launched), change: func(c *claims.Claim) { c.Supersedes = uid(11) }},
	13: {speaker: "Space agency", typ: claims.Plan, statement: "The telescope is launched", said: "2018-06-27", event: "telescope-launch", hedge: "planned", source: "Press release",
		window: read("on March 30, 2021", "2021-03-30", "2021-03-30"), verdict: yes("2021-12-25", launched), change: func(c *claims.Claim) { c.Supersedes = uid(12) }},
	14: {speaker: "The palace", typ: claims.Promise, statement: "Duties on certain goods reach 50 %", quote: "to as much as 50%", said: "2025-08-06", event: "tariffs", hedge: "will",
		window: read("within 21 days", "2025-08-06", "2025-08-27"), verdict: yes("2025-08-27", "The order of 6 August took effect 21 days later.")},
	15: {speaker: "The palace", statement: "Duties on certain goods reach 50 %", said: "2025-08-06", event: "tariffs", hedge: "will",
		window: read("within 21 days", "2025-08-06", "2025-08-27"), change: func(c *claims.Claim) { c.Withdrawn = "entered twice" }},
	16: {speaker: "Newsroom timeline", kind: claims.Outlet, statement: "The two presidents meet in the river city", quote: "Nov 2025 (TBD)", said: "2025-10-17", event: "second-summit",
		window: read("Nov 2025", "2025-11-01", "2025-11-30")},
	17: {speaker: "A statistics office", typ: claims.Plan, statement: "The yearly accounts are published", said: "2025-08-20", event: "accounts", hedge: "will",
		window: read("by the end of September", "2025-08-20", "2025-09-30")},
	18: {speaker: "A city council", statement: "The bridge reopens", said: "2025-08-20", event: "bridge", hedge: "will", window: read("by the end of the year", "2025-08-20", "2025-12-31"),
		verdict: yes("2025-09-15", "Open to traffic.")},
	19: {speaker: "Federal administration", statement: "The federation enacts the announced sanctions and tariffs on buyers of oil", quote: "expects to enact these sanctions soon", said: "2025-08-07",
		event: "secondary-sanctions", hedge: "expects to", window: soft("soon", "2025-08-07", "2025-09-06", deadline.ClassVague, deadline.Vague, true),
		verdict: &claims.Verdict{Outcome: claims.Partial, Extent: new(0.5), Day: day("2025-08-27"), Note: "A further 25 % on India took effect on 27 August; nothing on China."}},
	20: {speaker: "A weather service", statement: "Rain falls on the harbour", quote: "30 % chance of rain on Tuesday", said: "2025-09-01", event: "rain", hedge: "30 %",
		window: read("on Tuesday", "2025-09-02", "2025-09-02"), verdict: no("Dry, by the harbour's own gauge.")},
}

// built returns the claims of the book.
func built() []claims.Claim {
	var list []claims.Claim
	for id, m := range book {
		if id > 0 {
			list = append(list, m.claim(id))
		}
	}
	return list
}

// scored returns the board of claims under a policy.
func scored(list []claims.Claim, by board.Grouping, p board.Policy) board.Board {
	return board.Score(slices.Values(list), by, p, asOf, board.Options{})
}

// standard is the policy of a report that asks for nothing else.
var standard = board.Policy{Windows: board.WindowsDefault}

// mustWrite renders a report.
func mustWrite(t *testing.T, r Report, f Format) string {
	t.Helper()
	if f == ClaimReview || f == Atom {
		r.base, r.Desk.Name = "https://desk.example/accuracy", cmp.Or(r.Desk.Name, "The accuracy desk")
	}
	var b bytes.Buffer
	if err := r.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	if f == XLSX {
		return readBack(t, b.Bytes())
	}
	return b.String()
}

// seqOf are claims one after another.
func seqOf(list []claims.Claim) iter.Seq[claims.Claim] { return slices.Values(list) }

package exchange

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// nasty are texts that formats are known to lose.
var nasty = []string{"=cmd|' /C calc'!A0", "+1", "-2", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'", "'=1", "''-2", "'plain", "\"", `\`,
	"a\r\nb", "a\rb", "a,b;c", "\x1b]52;c;\a", "\u202eabc", "\u2028", "é", "e\u0301", "<b>&", "[]", "[{\"a\":1}]", "{}", "true", "null", "0.5", " x ", "\ufeff"}

// text returns any text that a claim may hold.
func text(rt *rapid.T, label string) string {
	any := rapid.Map(rapid.String(), func(s string) string { return strings.ReplaceAll(s, "\x00", "") })
	return rapid.OneOf(rapid.SampledFrom(nasty), any, rapid.Just("")).Draw(rt, label)
}

// given is text that is not empty.
func given(rt *rapid.T, label string) string {
	if s := text(rt, label); s != "" {
		return s
	}
	return "x"
}

func day(rt *rapid.T, label string) calendar.Day {
	if rapid.Bool().Draw(rt, label+" known") {
		return calendar.Day(rapid.Int32Range(int32(calendar.First), int32(calendar.Last)).Draw(rt, label))
	}
	return 0
}

func instant(rt *rapid.T, label string) claims.Instant {
	first, last := claims.At(calendar.First.Start(time.UTC)), claims.At(calendar.Last.Start(time.UTC))
	if rapid.Bool().Draw(rt, label+" known") {
		return claims.Instant(rapid.Int64Range(int64(first), int64(last)).Draw(rt, label))
	}
	return 0
}

func probability(rt *rapid.T, label string) *float64 {
	p := rapid.Float64Range(0, 1).Draw(rt, label)
	if p == 0 {
		p = 0 // never -0
	}
	return &p
}

func perhaps(rt *rapid.T, label string) *float64 {
	if rapid.Bool().Draw(rt, label+" known") {
		return probability(rt, label)
	}
	return nil
}

func uid(rt *rapid.T, label string) claims.UID {
	if !rapid.Bool().Draw(rt, label+" known") {
		return ""
	}
	return claims.UID(fmt.Sprintf("01987a3e-5c00-7000-8000-%012x", rapid.Uint32().Draw(rt, label)))
}

// several returns up to three of what one makes.
func several[T any](rt *rapid.T, label string, one func(string) T) []T {
	list := make([]T, 0, 3)
	for i := range rapid.IntRange(0, 3).Draw(rt, label) {
		list = append(list, one(fmt.Sprintf("%s %d", label, i)))
	}
	return list
}

// randomClaim returns a claim with every member drawn at random, the words of
// closed lists from their lists.
func randomClaim(rt *rapid.T) claims.Claim {
	c := claims.Claim{
		ID: claims.ID(rapid.Int64Range(1, 1<<40).Draw(rt, "id")), UID: uid(rt, "uid"), Key: text(rt, "key"),
		Statement: given(rt, "statement"), Quote: text(rt, "quote"), Language: text(rt, "language"),
		Speaker: given(rt, "speaker"), SpeakerKind: claims.Outlet,
		StatedOn: claims.Moment(given(rt, "stated_on")), LoggedAt: instant(rt, "logged_at"), Event: text(rt, "event"),
		Criterion: text(rt, "criterion"), Condition: text(rt, "condition"), Polarity: claims.WillNot,
		Type: rapid.SampledFrom([]claims.Type{"", claims.Promise, claims.Plan}).Draw(rt, "type"), WordsBy: rapid.SampledFrom([]claims.WordsBy{"", claims.ByReport}).Draw(rt, "words_by"),
		Hedge: randomHedge(rt), Window: randomWindow(rt), BaselineP: perhaps(rt, "baseline_p"), BaselineOn: day(rt, "baseline_on"),
		LoggedBy: text(rt, "logged_by"), Notes: text(rt, "notes"), Forced: rapid.Bool().Draw(rt, "forced"),
		Supersedes: uid(rt, "supersedes"), Repeats: uid(rt, "repeats"), SnoozedUntil: day(rt, "snoozed_until"),
		Withdrawn: text(rt, "withdrawn"), Disputed: text(rt, "disputed"),
	}
	c.Attribution = several(rt, "attribution", func(label string) claims.Link {
		return claims.Link{Entity: text(rt, label), Role: claims.Relay}
	})
	c.Appearances = several(rt, "appearances", func(label string) claims.Appearance {
		return claims.Appearance{Source: given(rt, label), URL: text(rt, label), Title: text(rt, label),
			PublishedOn: day(rt, label), ArchiveURL: text(rt, label), SHA256: text(rt, label)}
	})
	c.Tags = several(rt, "tags", func(label string) string {
		return "t" + strings.Join(strings.Fields(text(rt, label)), "-")
	})
	if rapid.Bool().Draw(rt, "resolved") {
		c.Verdict = randomVerdict(rt)
	}
	return c
}

func randomHedge(rt *rapid.T) claims.Hedge {
	h := claims.Hedge{Words: text(rt, "words"), Kind: hedge.None, Map: text(rt, "map")}
	if rapid.Bool().Draw(rt, "number") {
		h.P, h.Low, h.High, h.Kind = probability(rt, "p"), probability(rt, "low"), probability(rt, "high"), hedge.Survey
	}
	return h
}

func randomWindow(rt *rapid.T) claims.Window {
	return claims.Window{
		Phrase: text(rt, "phrase"), Earliest: day(rt, "earliest"), Latest: day(rt, "latest"), Zone: text(rt, "zone"),
		Granularity: deadline.Week, Class: deadline.ClassEvent, Relation: deadline.Before, Rule: given(rt, "rule"),
		Rules: text(rt, "rules"), GraceDays: rapid.IntRange(0, 366).Draw(rt, "grace"),
		Alternatives: several(rt, "alternatives", func(label string) deadline.Alternative {
			return deadline.Alternative{Earliest: day(rt, label), Latest: day(rt, label), Why: text(rt, label)}
		}),
		Accepted: rapid.Bool().Draw(rt, "accepted"), DueAt: instant(rt, "due_at"),
	}
}

func randomVerdict(rt *rapid.T) *claims.Verdict {
	return &claims.Verdict{
		UID: uid(rt, "verdict"), Outcome: claims.Partial, Extent: perhaps(rt, "extent"), Day: day(rt, "event_date"),
		Timing: claims.Late, EarlyCounts: rapid.SampledFrom([]*bool{nil, new(true), new(false)}).Draw(rt, "early_counts"), Reason: text(rt, "reason"), Note: text(rt, "note"), By: text(rt, "by"), At: instant(rt, "at"),
		Evidence: several(rt, "evidence", func(label string) claims.Evidence {
			if rapid.Bool().Draw(rt, label+" file") {
				return claims.Evidence{File: text(rt, label), SHA256: strings.Repeat("0f", 32)}
			}
			return claims.Evidence{URL: given(rt, label)}
		}),
	}
}

// lineOf is the line that an export of c has to be read as.
func lineOf(c claims.Claim, number int) Line {
	l := Line{Number: number, Draft: c.Draft(), Verdict: c.Verdict, Supersedes: string(c.Supersedes), Repeats: string(c.Repeats)}
	l.Draft.Supersedes, l.Draft.Repeats = "", ""
	w := c.Window
	w.DueAt, w.Alternatives = 0, slices.Clone(w.Alternatives) // due_at is derived
	l.Draft.Window = &w
	return l
}

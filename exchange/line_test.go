package exchange

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

func ptr[T any](v T) *T { return &v }

// What each member of a line becomes.
func TestLine(t *testing.T) {
	day := func(s string) calendar.Day {
		d, err := calendar.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	given := claims.Window{
		Latest: day("2025-08-17"), Granularity: deadline.Day, Class: deadline.ClassExact, Relation: deadline.On,
		Rule: claims.RuleGiven, Alternatives: []deadline.Alternative{}, Accepted: true,
	}
	changed := func(w claims.Window, change func(*claims.Window)) *claims.Window { change(&w); return &w }
	tests := []struct {
		name, members string
		want          func(*Line)
	}{
		{"a window without days is words", `"window":{"phrase":"next week","zone":"UTC","grace_days":3,"accepted":true}`, func(l *Line) {
			l.Draft.Phrase, l.Draft.Zone, l.Draft.Grace, l.Draft.Accepted = "next week", "UTC", ptr(3), ptr(true)
		}},
		{"a phrase beside the window", `"deadline_phrase":"next week","window":{"accepted":false}`, func(l *Line) {
			l.Draft.Phrase, l.Draft.Accepted = "next week", ptr(false)
		}},
		{"one day settles the window", `"window":{"latest":"2025-08-17"}`, func(l *Line) { l.Draft.Window = &given }},
		{"its words stay", `"deadline_phrase":"by Sunday","window":{"latest":"2025-08-17","relation":"by","accepted":false}`, func(l *Line) {
			l.Draft.Window = changed(given, func(w *claims.Window) { w.Phrase, w.Relation, w.Accepted = "by Sunday", deadline.By, false })
		}},
		{"a window read before stays as read", `"window":{"phrase":"before the vote","class":"event","relation":"before","rule":"event"}`, func(l *Line) {
			l.Draft.Window = changed(given, func(w *claims.Window) {
				w.Phrase, w.Latest, w.Class, w.Relation, w.Rule, w.Accepted = "before the vote", 0, deadline.ClassEvent, deadline.Before, "event", false
			})
		}},
		{"a hedge in words", `"hedge":"likely"`, func(l *Line) { l.Draft.HedgeWords = "likely" }},
		{"a hedge object without a number", `"hedge":{"words":"likely"}`, func(l *Line) { l.Draft.HedgeWords = "likely" }},
		{"a number settles the hedge", `"hedge":{"words":"likely","p":0.7,"low":0.5}`, func(l *Line) {
			l.Draft.Hedge = &claims.Hedge{Words: "likely", P: ptr(0.7), Low: ptr(0.5), High: ptr(0.7), Kind: hedge.Explicit}
		}},
		{"and so does saying there is none", `"hedge":{"words":"surely","p":null,"kind":"none"}`, func(l *Line) {
			l.Draft.Hedge = &claims.Hedge{Words: "surely", Kind: hedge.None}
		}},
		{"minus nought", `"baseline_p":-0`, func(l *Line) { l.Draft.BaselineP = ptr(0.0) }},
		{"a resolution", `"verdict":null,"resolution":{"outcome":"partial","extent":0.5,"note":"Half."}`, func(l *Line) {
			l.Verdict = &claims.Verdict{Outcome: claims.Partial, Extent: ptr(0.5), Note: "Half."}
		}},
		{"derived members", `"id":7,"status":"due","hindsight":true,"window":{"due_at":"2025-08-18T00:00:00.000Z"}`, func(l *Line) {
			l.Derived = []Derived{{Member: "id", Text: "7"}, {Member: "status", Text: "due"}, {Member: "hindsight", Text: "true"}, {In: "window", Member: "due_at", Text: "2025-08-18T00:00:00.000Z"}}
		}},
		{"null everywhere", `"uid":null,"key":null,"hedge":null,"window":null,"verdict":null,"tags":null,"forced":null,"snoozed_until":null`, func(*Line) {}},
		{"forced", `"forced":true,"withdrawn":"logged twice"`, func(l *Line) { l.Draft.Force, l.Draft.Withdrawn = true, "logged twice" }},
		{"escapes", `"\u006eotes":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, func(l *Line) { l.Draft.Notes = "\"\\/\b\f\n\r\té😀" }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := Line{Number: 1, Draft: claims.Draft{Statement: "The talks resume", Speaker: "The ministry", StatedOn: "2025-08-06"}}
			test.want(&want)
			got := oneLine(t, strings.TrimSuffix(fine, "}")+","+test.members+"}")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if f := got.Draft.BaselineP; f != nil && 1/(*f) < 0 {
				t.Error("the probability is -0")
			}
		})
	}
}

package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tracker/board"
)

// tally is one bucket of a denominator.
type tally struct {
	name    string
	count   int
	meaning string // what its claims have in common
	remedy  string // what would get them out, as typed; never published
}

// tallies lists the buckets in the order in which claims are put into them.
// They sum to d.Logged.
func tallies(d board.Denominator) []tally {
	return []tally{
		{"withdrawn", d.Withdrawn, "recorded by mistake", ""},
		{"not read", d.NotRead, "in a language whose deadlines are not read, and nobody gave the window", ""},
		{"untestable", d.Untestable, noEnd + ", or they do not say that it will happen", ""},
		{"unclear", d.Unclear, "the desk could not tell what happened", ""},
		{"void", d.Voided(), "the claim, or the premise it stood on, fell" + reasons(d.Void), ""},
		{"open", d.Open, "their window has not closed", ""},
		{"due", d.Due, "their window has closed and nobody has given a verdict", "tracker resolve ID"},
		{"not matured", d.NotMatured, "a verdict came before their window closed: yes comes early and no comes late, so all wait", ""},
		{"unaccepted", d.Unaccepted, "nobody has accepted the end of a window that is vague or only says from when, or only exact ends were asked for", "tracker accept ID"},
		{"no number", d.NoNumber, "their words stand for no probability: in the share of right sides, not in the Brier score", ""},
		{"scored", d.Scored, "window closed, happened or not, and a probability", ""},
	}
}

// LeftOut says for each bucket of claims that is not empty how many are not
// scored and why, one short line each, with the command that mends it.
func LeftOut(d board.Denominator) []string {
	return leftOut(d, func(t tally) string {
		if t.remedy == "" {
			return ""
		}
		return " (" + t.remedy + ")"
	})
}

// leftOut is LeftOut with something after each meaning.
func leftOut(d board.Denominator, after func(tally) string) []string {
	lines := []string{}
	for _, t := range tallies(d) {
		if t.count > 0 && t.name != "scored" {
			lines = append(lines, fmt.Sprintf("%d %s: %s%s", t.count, t.name, t.meaning, after(t)))
		}
	}
	return lines
}

// plainNames are what readers get for the names of buckets and standings that
// are the desk's own.
var plainNames = map[string]string{"untestable": "could not be tested", "unaccepted": "end not accepted", "not matured": "judged before the end", "due": "waits for a verdict"}

// plainName is a name as readers get it.
func plainName(name string) string { return cmp.Or(plainNames[name], name) }

// published says nothing after a meaning: readers have no book to mend.
func published(tally) string { return "" }

// reasons prints counts by reason, " (it was logged twice: 1, it was
// retracted: 2)", and nothing without any.
func reasons(counts map[string]int) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s: %d", ReasonWords(name), counts[name]))
	}
	if parts == nil {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

package screen

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/claims"
	"tracker/clean"
	"tracker/ledger"
	"tracker/telling/report"
)

// Entries writes entries of the journal, times in zone.
func (sc *Screen) Entries(list []ledger.Entry, zone *time.Location) error {
	for _, x := range list {
		what, err := changeText(x)
		if err != nil {
			return err
		}
		sc.entry(x, what, zone)
	}
	return nil
}

// entry writes an entry: to a terminal in words, with its numbers below, to a
// pipe as a row.
func (sc *Screen) entry(x ledger.Entry, what string, zone *time.Location) {
	actor, verb := clean.Line(x.Actor), clean.Line(x.Verb)
	if !sc.TTYOut {
		sc.Printf("%d\t%s\t%s\t%s\t%s\t%s\n", x.Seq, claims.Instant(x.At), actor, verb, x.Command, what)
		return
	}
	at := claims.Instant(x.At).Time(zone).Format("2006-01-02 15:04")
	sc.Printf("%s  %s (%s, %s)\n%s\n", at, what, verb, actor, sc.Paint(fmt.Sprintf("  entry %d, command %s", x.Seq, x.Command), text.Faint))
}

// changeText says in a line what an entry changed.
func changeText(x ledger.Entry) (string, error) {
	var change ledger.Change
	if err := json.Unmarshal(x.Body, &change); err != nil {
		return "", err
	}
	if change.Set == nil {
		var c claims.Claim
		err := json.Unmarshal(x.Body, &c)
		return "logged: " + clean.Line(c.Statement), err
	}
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(change.Set)) {
		parts = append(parts, k+": "+memberText(k, change.Was[k])+" → "+memberText(k, change.Set[k]))
	}
	if change.Why != "" {
		parts = append(parts, "because "+clean.Line(change.Why))
	}
	return strings.Join(parts, "; "), nil
}

// proposedText shows who has proposed what.
func proposedText(list []claims.Proposal) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, strings.TrimSpace(string(p.Outcome)+" "+p.Day.String())+" by "+clean.Line(p.By))
	}
	return cmp.Or(strings.Join(parts, ", "), "none")
}

// memberText shows one member's value, in short.
func memberText(name string, value json.RawMessage) string {
	switch name {
	case "verdict":
		var v *claims.Verdict
		if json.Unmarshal(value, &v) == nil {
			if v == nil {
				return "none"
			}
			return strings.TrimSpace(string(v.Outcome) + " " + v.Day.String())
		}
	case "proposed":
		var list []claims.Proposal
		if json.Unmarshal(value, &list) == nil {
			return proposedText(list)
		}
	case "window":
		var w claims.Window
		if json.Unmarshal(value, &w) == nil {
			return report.WindowLine(w)
		}
	}
	if empty := string(value); empty == "" || empty == "null" || empty == `""` || empty == "[]" {
		return "none"
	}
	return Shorten(string(value), 60)
}

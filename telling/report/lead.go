package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/scoring"
)

// lead is what the report comes to in one plain sentence, with how sure that
// is.
func lead(r Report) string {
	p, h := r.Promises, r.InTime
	switch {
	case p.N > 0:
		text := fmt.Sprintf("Of %s %s kept in time, %d late", promisesAndPlans(p.N), were(p.Kept+p.KeptEarly), p.KeptLate)
		if p.InPart > 0 {
			text += fmt.Sprintf(", %d in part", p.InPart)
		}
		return text + fmt.Sprintf(" and %d not", p.Broken) + "; " + uncertain(h, "in time") + "."
	case r.Overall.Hit.N > 0:
		h := r.Overall.Hit
		return fmt.Sprintf("Of %s on which words took a side, %s came out as said; %s.", Count(h.N, "event"), h.Right(), uncertain(h, "right"))
	case r.Denominator.Logged == 0:
		return "Nothing has been recorded yet."
	}
	return fmt.Sprintf("Of %s none can be judged yet.", Count(r.Denominator.Logged, "claim"))
}

// were is "1 was", "14 were".
func were(n int) string {
	if n == 1 {
		return "1 was"
	}
	return fmt.Sprintf("%d were", n)
}

// promisesAndPlans is "32 dated promises and plans".
func promisesAndPlans(n int) string {
	if n == 1 {
		return "1 dated promise or plan"
	}
	return fmt.Sprintf("%d dated promises and plans", n)
}

// uncertain says how far a share may lie from what was seen, and that nobody
// drew the claims by lot: they stand for no others.
func uncertain(h scoring.Hit, what string) string {
	if h.Low == nil || h.High == nil {
		return "they were picked, and speak for no others"
	}
	return fmt.Sprintf("had they been drawn by lot, and not picked, the share %s could lie anywhere from %.0f %% to %.0f %%", what, 100**h.Low, 100**h.High)
}

// people is what can be said about people, in sentences.
func people(r Report) []string {
	if r.Leaderboard == nil {
		return []string{}
	}
	l := r.Leaderboard
	list := []string{}
	if l.Sentence != "" {
		text := strings.TrimSuffix(upper(l.Sentence), ".") + "."
		list = append(list, strings.Replace(text, "would go unseen", "in the Brier score, which runs from 0, the best, to 1, would go unseen", 1))
	}
	if others := len(r.Groups) - l.Ranked; others > 0 && l.Ranked > 0 {
		list = append(list, fmt.Sprintf("For the others, %s, the numbers are too few.", Count(others, "speaker")))
	}
	return append(list, afterThoughts(r.secondThoughts)...)
}

// afterThoughts says what was taken back or changed afterwards.
func afterThoughts(s string) []string {
	if s == "" {
		return nil
	}
	return []string{"Second thoughts: " + s + "."}
}

// upper is a sentence with its capital.
func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// lateWords is a policy for what came late, in words.
func lateWords(policy string) string {
	how, days, _ := strings.Cut(policy, ":")
	days = strings.TrimSuffix(days, "d")
	switch how {
	case "linear":
		return "what came late gets 1 − d/" + days + " of the credit, d the days after its window, and never less than 0"
	case "decay":
		return "what came late gets half of the credit for every " + days + " days after its window"
	}
	return "what came after its window was not in time"
}

// policyWords are the choices that the figures rest on, in plain words.
func policyWords(r Report) []string {
	p := r.Policy
	counted := "every window with an end counts, vague ones and lower bounds only where the desk has accepted the end"
	switch p.Windows {
	case board.WindowsAll:
		counted = "every window with an end counts, vague ones too"
	case board.WindowsExact:
		counted = "only windows with exact ends count"
	}
	late := lateWords(p.Late.String())
	early := "what came before its window keeps a promise where earlier was as good, and is not what a forecast said"
	switch p.Early {
	case "strict":
		early = "what came before its window was not as said"
	case "credit":
		early = "what came before its window keeps every promise and plan"
	}
	hind := fmt.Sprintf("%d of the %d with a score were recorded when it could be known what came of them", r.Denominator.Hindsight, r.Denominator.Scored)
	if p.ExcludeHindsight {
		hind = fmt.Sprintf("what was recorded when it could be known what came of it is left out (%d)", r.Excluded)
	}
	list := []string{counted, late, early, weighed(p), hind}
	if p.Type != "" {
		list = append(list, "only what is a "+string(p.Type)+" counts")
	}
	return append(list, "a speaker needs "+Count(p.MinEvents, "event")+" to be compared")
}

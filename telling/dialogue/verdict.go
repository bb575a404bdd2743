package dialogue

import (
	"errors"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/files"
	"tracker/reading/date"
	"tracker/telling/report"
)

// steps is what the first question about a claim says of the other answers.
const steps = "; skip, snooze, back, quit)"

// verdictQuestions ask for the verdict v on a claim.
type verdictQuestions struct {
	c      claims.Claim
	v      claims.Verdict
	dates  date.Options
	ask    asker
	stands func(claims.Verdict) error // what stands against a verdict, but for its evidence
}

// all asks what happened.
func (q *verdictQuestions) all() error {
	if q.c.Condition != "" && q.c.Verdict == nil {
		met := true
		if err := q.ask(fmt.Sprintf("Was the condition met: %s? (yes or no", q.c.Condition)+steps, func(answer string) error {
			switch strings.ToLower(answer) {
			case "yes", "y":
			case "no", "n":
				met = false
			default:
				return claims.Mistyped("%q is no answer", answer).WithHint("please type yes or no")
			}
			return nil
		}); err != nil {
			return err
		}
		if !met {
			q.v = claims.Verdict{Outcome: claims.Void, Reason: "condition-unmet"}
			return q.evidence()
		}
	}
	err := q.ask("Did it happen? (yes, no, partial, unclear, void"+steps, func(answer string) error {
		answer = strings.ToLower(answer)
		for _, o := range claims.Outcomes {
			if answer == string(o) || len(answer) == 1 && answer[0] == o[0] {
				q.v.Outcome = o
				return nil
			}
		}
		return claims.Mistyped("%q is no answer", answer).WithHint("yes, no, partial, unclear or void")
	})
	if err != nil {
		return err
	}
	return q.details()
}

// completed asks for what a proposed verdict lacks.
func (q *verdictQuestions) completed() error {
	if q.v.Reason == "" && (q.v.Outcome == claims.Unclear || q.v.Outcome == claims.Void) {
		if err := q.reason(); err != nil {
			return err
		}
	}
	if len(q.v.Evidence) == 0 && q.v.Note == "" {
		return q.evidence()
	}
	return nil
}

// reason asks why it is unclear or void.
func (q *verdictQuestions) reason() error {
	return q.ask("Why: "+strings.Join(claims.Reasons, ", ")+"?", func(s string) (err error) {
		if q.v.Reason, err = claims.ParseReason(s); err != nil {
			return err
		}
		return q.against("reason", "another reason; or back to the first question, where no is an answer, and yes with the day it came")
	})
}

// against returns what stands against a member of the verdict, with a way out
// that can be answered.
func (q *verdictQuestions) against(member, wayOut string) error {
	refusal := problemWith(member, q.stands(q.v))
	var told *claims.Error
	if errors.As(refusal, &told) {
		return claims.Refuse("", "%s", told.Msg).WithHint("%s", wayOut)
	}
	return nil
}

// day asks when it happened. Enter is only offered where the verdict can do
// without a day.
func (q *verdictQuestions) day() error {
	const wayOut = "another day; or back to the first question, where unclear and void are answers"
	question := "On which day (like 15 Aug 2025; Enter if nobody knows)?"
	if q.against("event_date", wayOut) != nil {
		question = "On which day (like 15 Aug 2025)?"
	}
	return q.ask(question, func(s string) (err error) {
		if q.v.Day = 0; s != "" {
			if q.v.Day, err = claims.ReadDay("", s, q.dates); err != nil {
				return err
			}
		}
		return q.against("event_date", wayOut)
	})
}

// details asks for what an outcome needs.
func (q *verdictQuestions) details() error {
	v, ask := &q.v, q.ask
	if v.Happened() {
		if err := q.day(); err != nil {
			return err
		}
		if err := q.early(); err != nil {
			return err
		}
	}
	if v.Outcome == claims.Partial {
		if err := ask("How much of it, from 0 to 1 (Enter: 0.5)?", func(s string) error {
			if s == "" {
				return nil
			}
			x, err := claims.ReadProbability("", s)
			v.Extent = &x
			return err
		}); err != nil {
			return err
		}
	}
	if v.Outcome == claims.Unclear || v.Outcome == claims.Void {
		if err := q.reason(); err != nil {
			return err
		}
	}
	return q.evidence()
}

// early asks whether earlier was as good as said, where that matters.
func (q *verdictQuestions) early() error {
	c, v := &q.c, &q.v
	if !c.AsksEarly(*v) {
		return nil
	}
	return q.ask("Was earlier as good as said? (yes, no; Enter: "+report.YesNo(c.EarlyByDefault())+")", func(s string) error {
		switch strings.ToLower(s) {
		case "":
			v.EarlyCounts = new(c.EarlyByDefault())
		case "yes", "y":
			v.EarlyCounts = new(true)
		case "no", "n":
			v.EarlyCounts = new(false)
		default:
			return claims.Mistyped("%q is no answer", s).WithHint("please type yes or no")
		}
		return nil
	})
}

// evidence asks for what a verdict rests on: a URL, a file, or a sentence.
func (q *verdictQuestions) evidence() error {
	v := &q.v
	const wanted = "a URL, a file, or what you saw in a sentence"
	return q.ask("Evidence: "+wanted+"?", func(s string) error {
		if s == "" {
			return claims.Refuse("", "a verdict needs at least one piece of evidence").WithHint(wanted)
		}
		x, err := files.Evidence(s)
		if err == nil {
			v.Evidence = append(v.Evidence, x)
			return nil
		}
		if strings.Contains(s, " ") {
			v.Note = s
			return nil
		}
		var refusal *claims.Error
		if errors.As(err, &refusal) { // neither a sentence nor anything that could be read
			return refusal.WithHint(wanted)
		}
		return err
	})
}

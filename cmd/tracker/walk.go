package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/store"
)

// step is what a screen of the walk ended in.
type step int

const (
	stepNext step = iota // judged, skipped or snoozed
	stepBack
	stepAgain // from the first question about the same claim
	stepQuit
	stepCorrected // the claim says something else now
)

// left is the error of a question that was answered with where to go.
type left step

// Error is never printed: screen takes the step.
func (l left) Error() string { return fmt.Sprintf("left by step %d", int(l)) }

// asker asks a question of a screen until accept takes the answer. A left is
// returned when the answer was skip, snooze, back or quit instead.
type asker func(question string, accept func(string) error) error

// walk goes through everything due, one screen a claim. Every verdict is
// stored at once, as a command of its own.
func (e *env) walk(ctx context.Context) error {
	if !e.TTYIn {
		return usage("there is no terminal to ask on").WithHint("tracker due lists what is due; tracker resolve ID yes --evidence URL")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	list, _, err := b.Due(ctx, e.instant(), claims.Filter{}, store.Page{})
	if err != nil {
		return err
	}
	if len(list) == 0 {
		e.sayf("nothing is due")
		return nil
	}
	done := 0
	for i := 0; i < len(list); {
		s, judged, err := e.screen(ctx, b, list[i].ID, i+1, len(list))
		if err != nil {
			return err
		}
		if judged {
			done++
		}
		switch s {
		case stepQuit:
			i = len(list)
		case stepBack:
			i = max(i-1, 0)
		default:
			i++
		}
	}
	e.sayf("%s given; tracker score shows the board", plural(done, "verdict"))
	return nil
}

// screen shows one claim and asks about it. Back leads from the first question
// to the claim before, and from the others to the first.
func (e *env) screen(ctx context.Context, b *store.Book, id claims.ID, n, of int) (s step, judged bool, err error) {
	c, err := b.Claim(ctx, idText(id))
	if err != nil {
		return 0, false, err
	}
	e.printf("\n%s\n", e.Rule(fmt.Sprintf("%d of %d", n, of)))
	e.showClaim(c)
	e.printf("\n%s\n\n", corrects)
	for {
		asked := 0
		v, err := askVerdict(c, e.dates(date.Past), func(question string, accept func(string) error) error {
			asked++
			first := asked == 1
			return e.askOrStep(ctx, b, c, question, func(answer string) error {
				if first {
					if err := e.correct(ctx, b, c, answer); err != nil {
						return err
					}
				}
				return accept(answer)
			})
		})
		var to left
		switch {
		case errors.As(err, &to) && step(to) == stepCorrected:
			if c, err = b.Claim(ctx, idText(id)); err != nil {
				return 0, false, err
			}
			continue
		case errors.As(err, &to) && (step(to) == stepAgain || step(to) == stepBack && asked > 1):
			continue
		case errors.As(err, &to):
			return step(to), false, nil
		case err != nil:
			return 0, false, err
		}
		changed, err := e.judge(ctx, b, []claims.Claim{c}, v)
		if refusal, ok := claims.ProblemsOf(err); ok {
			e.refuse(refusal)
			continue
		}
		if err != nil {
			return 0, false, err
		}
		if err := e.sayVerdict(ctx, b, changed[0]); err != nil {
			return 0, false, err
		}
		e.sayf("tracker undo takes it back")
		return stepNext, true, nil
	}
}

// steps is what the first question about a claim says of the other answers.
const steps = "; skip, snooze, back, quit)"

// askVerdict asks what happened.
func askVerdict(c claims.Claim, dates date.Options, ask asker) (v claims.Verdict, err error) {
	if c.Condition != "" && c.Verdict == nil {
		met := true
		if err := ask(fmt.Sprintf("Was the condition met: %s? (yes or no", c.Condition)+steps, func(answer string) error {
			switch strings.ToLower(answer) {
			case "yes", "y":
			case "no", "n":
				met = false
			default:
				return usage("%q is no answer", answer).WithHint("please type yes or no")
			}
			return nil
		}); err != nil {
			return v, err
		}
		if !met {
			v = claims.Verdict{Outcome: claims.Void, Reason: "condition-unmet"}
			return v, askEvidence(&v, ask)
		}
	}
	err = ask("Did it happen? (yes, no, partial, unclear, void"+steps, func(answer string) error {
		answer = strings.ToLower(answer)
		for _, o := range claims.Outcomes {
			if answer == string(o) || len(answer) == 1 && answer[0] == o[0] {
				v.Outcome = o
				return nil
			}
		}
		return usage("%q is no answer", answer).WithHint("yes, no, partial, unclear or void")
	})
	if err != nil {
		return v, err
	}
	return v, askDetails(c, &v, dates, ask)
}

// askDetails asks for what an outcome needs.
func askDetails(c claims.Claim, v *claims.Verdict, dates date.Options, ask asker) error {
	if v.Happened() {
		if err := ask("On which day (like 15 Aug 2025; Enter if nobody knows)?", func(s string) (err error) {
			if s == "" {
				return nil
			}
			v.Day, err = claims.ReadDay("", s, dates)
			return err
		}); err != nil {
			return err
		}
		if err := askEarly(c, v, ask); err != nil {
			return err
		}
	}
	if v.Outcome == claims.Partial {
		if err := ask("How much of it, from 0 to 1 (Enter: 0.5)?", func(s string) error {
			if s == "" {
				return nil
			}
			x, err := probability("", s)
			v.Extent = &x
			return err
		}); err != nil {
			return err
		}
	}
	if v.Outcome == claims.Unclear || v.Outcome == claims.Void {
		if err := ask("Why: "+strings.Join(claims.Reasons, ", ")+"?", func(s string) (err error) {
			v.Reason, err = claims.ParseReason(s)
			return err
		}); err != nil {
			return err
		}
	}
	return askEvidence(v, ask)
}

// askEarly asks whether earlier was as good as said, where that matters.
func askEarly(c claims.Claim, v *claims.Verdict, ask asker) error {
	if !c.AsksEarly(*v) {
		return nil
	}
	return ask("Was earlier as good as said? (yes, no; Enter: "+yesNo(c.EarlyByDefault())+")", func(s string) error {
		switch strings.ToLower(s) {
		case "":
		case "yes", "y":
			v.EarlyCounts = new(true)
		case "no", "n":
			v.EarlyCounts = new(false)
		default:
			return usage("%q is no answer", s).WithHint("please type yes or no")
		}
		return nil
	})
}

// askEvidence asks for what a verdict rests on: a URL, a file, or a sentence.
func askEvidence(v *claims.Verdict, ask asker) error {
	const wanted = "a URL, a file, or what you saw in a sentence"
	return ask("Evidence: "+wanted+"?", func(s string) error {
		if s == "" {
			return claims.Refuse("", "a verdict needs at least one piece of evidence").WithHint(wanted)
		}
		x, err := readEvidence(s)
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

// askOrStep asks a question that may also be answered with skip, snooze, back
// or quit.
func (e *env) askOrStep(ctx context.Context, b *store.Book, c claims.Claim, question string, accept func(string) error) error {
	return e.AskUntil(question, func(answer string) error {
		switch strings.ToLower(answer) {
		case "skip":
			return left(stepNext)
		case "back":
			return left(stepBack)
		case "quit", "q":
			return left(stepQuit)
		case "snooze":
			return e.askSnooze(ctx, b, c)
		}
		return accept(answer)
	})
}

// askSnooze puts a claim off and leaves its screen.
func (e *env) askSnooze(ctx context.Context, b *store.Book, c claims.Claim) error {
	err := e.askOrStep(ctx, b, c, "Until which day (like 1 Sep 2025)?", func(s string) error {
		d, err := claims.ReadDay("", s, e.dates(date.Future))
		if err != nil {
			return err
		}
		return e.snooze(ctx, b, []claims.Claim{c}, d)
	})
	switch err {
	case nil:
		return left(stepNext)
	case left(stepBack):
		return left(stepAgain)
	}
	return err
}

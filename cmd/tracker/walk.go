package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/store"
	"tracker/telling/report"
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
	list, _, err := b.Due(ctx, e.Instant(), claims.Filter{}, store.Page{})
	if err != nil {
		return err
	}
	if len(list) == 0 {
		e.Sayf("nothing is due")
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
	e.Sayf("%s given; tracker score shows the board", report.Count(done, "verdict"))
	return nil
}

// screen shows one claim and asks about it. Back leads from the first question
// to the claim before, and from the others to the first.
func (e *env) screen(ctx context.Context, b *store.Book, id claims.ID, n, of int) (s step, judged bool, err error) {
	c, err := b.Claim(ctx, idText(id))
	if err != nil {
		return 0, false, err
	}
	e.Printf("\n%s\n", e.Rule(fmt.Sprintf("%d of %d", n, of)))
	e.showClaim(c)
	e.Printf("\n%s\n\n", corrects)
	for {
		asked := 0
		q := verdictQuestions{c: c, dates: e.Dates(date.Past), stands: func(v claims.Verdict) error { return e.stands(ctx, b, c, v) }}
		q.ask = func(question string, accept func(string) error) error {
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
		}
		err := q.all()
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
		changed, err := e.judge(ctx, b, []claims.Claim{c}, q.v)
		if refusal, ok := claims.ProblemsOf(err); ok {
			e.RefuseAnswer(refusal)
			continue
		}
		if err != nil {
			return 0, false, err
		}
		if err := e.sayVerdict(ctx, b, changed[0]); err != nil {
			return 0, false, err
		}
		e.Sayf("tracker undo takes it back")
		return stepNext, true, nil
	}
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
		d, err := claims.ReadDay("", s, e.Dates(date.Future))
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

package dialogue

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
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

// Desk does what answers decide. A refusal is told, and the question asked
// again.
type Desk interface {
	// Claim returns a claim as it is now.
	Claim(ctx context.Context, id claims.ID) (claims.Claim, error)
	// Stands returns what stands against a verdict that has no evidence yet.
	Stands(ctx context.Context, c claims.Claim, v claims.Verdict) error
	// Judge gives a verdict, and says what became of the claim.
	Judge(ctx context.Context, c claims.Claim, v claims.Verdict) error
	// Amend makes a claim what it should have been, and returns it so.
	Amend(ctx context.Context, id claims.ID, to claims.Claim) (claims.Claim, error)
	// Drop takes away what somebody has proposed, and says so.
	Drop(ctx context.Context, id claims.ID, by string) error
	// Snooze puts a claim off, and says so.
	Snooze(ctx context.Context, c claims.Claim, until calendar.Day) error
}

// walk is a walk through what is due.
type walk struct {
	*Dialogue
	desk Desk
}

// Walk goes through claims, one screen each, and returns how many were judged.
// Every verdict is given at once.
func (d *Dialogue) Walk(ctx context.Context, desk Desk, due []claims.Claim) (judged int, err error) {
	w := &walk{d, desk}
	for i := 0; i < len(due); {
		s, done, err := w.claim(ctx, due[i].ID, i+1, len(due))
		if err != nil {
			return judged, err
		}
		if done {
			judged++
		}
		switch s {
		case stepQuit:
			i = len(due)
		case stepBack:
			i = max(i-1, 0)
		default:
			i++
		}
	}
	return judged, nil
}

// claim shows one claim and asks about it until it is judged or left. Back
// leads from the first question to the claim before, and from the others to
// the first.
func (w *walk) claim(ctx context.Context, id claims.ID, n, of int) (s step, judged bool, err error) {
	c, err := w.desk.Claim(ctx, id)
	if err != nil {
		return 0, false, err
	}
	w.Printf("\n%s\n", w.Rule(fmt.Sprintf("%d of %d", n, of)))
	w.Claim(w.view(c), w.Now, w.Zone)
	w.Printf("\n%s\n\n", corrects)
	for {
		v, asked, err := w.ask(ctx, c)
		var to left
		switch {
		case errors.As(err, &to) && step(to) == stepCorrected:
			if c, err = w.desk.Claim(ctx, id); err != nil {
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
		err = w.desk.Judge(ctx, c, v)
		if refusal, ok := claims.ProblemsOf(err); ok {
			w.RefuseAnswer(refusal)
			continue
		}
		if err != nil {
			return 0, false, err
		}
		w.Sayf("tracker undo takes it back")
		return stepNext, true, nil
	}
}

// ask asks for a verdict; asked is how many questions it took.
func (w *walk) ask(ctx context.Context, c claims.Claim) (v claims.Verdict, asked int, err error) {
	q := verdictQuestions{c: c, dates: w.Dates(date.Past), stands: func(v claims.Verdict) error { return w.desk.Stands(ctx, c, v) }}
	q.ask = func(question string, accept func(string) error) error {
		asked++
		first := asked == 1
		return w.askOrStep(ctx, c, question, func(answer string) error {
			if first {
				if err := w.correct(ctx, c, answer); err != nil {
					return err
				}
			}
			return accept(answer)
		})
	}
	taken, err := w.proposed(ctx, &q)
	if err == nil && !taken {
		err = q.all()
	}
	return q.v, asked, err
}

// askOrStep asks a question that may also be answered with skip, snooze, back
// or quit.
func (w *walk) askOrStep(ctx context.Context, c claims.Claim, question string, accept func(string) error) error {
	return w.AskUntil(question, func(answer string) error {
		switch strings.ToLower(answer) {
		case "skip":
			return left(stepNext)
		case "back":
			return left(stepBack)
		case "quit", "q":
			return left(stepQuit)
		case "snooze":
			return w.askSnooze(ctx, c)
		}
		return accept(answer)
	})
}

// askSnooze puts a claim off and leaves its screen.
func (w *walk) askSnooze(ctx context.Context, c claims.Claim) error {
	err := w.askOrStep(ctx, c, "Until which day (like 1 Sep 2025)?", func(s string) error {
		d, err := claims.ReadDay("", s, w.Dates(date.Future))
		if err != nil {
			return err
		}
		return w.desk.Snooze(ctx, c, d)
	})
	switch err {
	case nil:
		return left(stepNext)
	case left(stepBack):
		return left(stepAgain)
	}
	return err
}

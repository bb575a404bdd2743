package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/store"
)

// step is what a screen of the walk ended in.
type step int

const (
	stepNext step = iota // judged, skipped or snoozed
	stepBack
	stepQuit
)

// walk goes through everything due, one screen a claim. Every verdict is
// stored at once, as a command of its own.
func (e *env) walk(ctx context.Context) error {
	if !e.ttyIn {
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

// screen shows one claim and asks about it.
func (e *env) screen(ctx context.Context, b *store.Book, id claims.ID, n, of int) (s step, judged bool, err error) {
	c, err := b.Claim(ctx, idText(id))
	if err != nil {
		return 0, false, err
	}
	e.printf("\n%s\n", e.rule(fmt.Sprintf("%d of %d", n, of)))
	e.printClaim(c)
	e.printf("\n")
	for {
		v, s, err := e.askVerdict(ctx, b, c)
		if err != nil || s != nil {
			return deref(s), false, err
		}
		changed, err := e.judge(ctx, b, []claims.Claim{c}, v)
		if refusal, ok := asRefusal(err); ok {
			e.refuse(refusal)
			continue
		}
		if err != nil {
			return 0, false, err
		}
		e.sayf("claim %d: %s (tracker undo takes it back)", c.ID, verdictText(changed[0]))
		return stepNext, true, nil
	}
}

// askVerdict asks what happened. The step is set when the user answered with
// skip, snooze, back or quit instead.
func (e *env) askVerdict(ctx context.Context, b *store.Book, c claims.Claim) (v claims.Verdict, s *step, err error) {
	if c.Condition != "" && c.Verdict == nil {
		met := true
		s, err = e.askOrStep(ctx, b, c, fmt.Sprintf("Was the condition met: %s? (yes or no", c.Condition), func(answer string) error {
			switch answer {
			case "yes", "y":
			case "no", "n":
				met = false
			default:
				return usage("%q is no answer", answer).WithHint("please type yes or no")
			}
			return nil
		})
		if err != nil || s != nil {
			return v, s, err
		}
		if !met {
			v = claims.Verdict{Outcome: claims.Void, Reason: "condition-unmet"}
			return v, nil, e.askEvidence(&v)
		}
	}
	s, err = e.askOrStep(ctx, b, c, "Did it happen? (yes, no, partial, unclear, void", func(answer string) error {
		for _, o := range claims.Outcomes {
			if answer == string(o) || len(answer) == 1 && answer[0] == o[0] {
				v.Outcome = o
				return nil
			}
		}
		return usage("%q is no answer", answer).WithHint("yes, no, partial, unclear or void")
	})
	if err != nil || s != nil {
		return v, s, err
	}
	return v, nil, e.askDetails(&v)
}

// askDetails asks for what an outcome needs.
func (e *env) askDetails(v *claims.Verdict) error {
	if v.Happened() {
		if err := e.askUntil("On which day (like 2025-08-15; Enter if nobody knows)?", func(s string) (err error) {
			if s == "" {
				return nil
			}
			v.Day, err = claims.ParseDay("", s)
			return err
		}); err != nil {
			return err
		}
	}
	if v.Outcome == claims.Partial {
		if err := e.askUntil("How much of it, from 0 to 1 (Enter: 0.5)?", func(s string) error {
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
		if err := e.askUntil("Why: "+strings.Join(claims.Reasons, ", ")+"?", func(s string) error {
			if !slices.Contains(claims.Reasons, s) {
				return usage("%q is not a reason", s).WithHint("type one of them in full")
			}
			v.Reason = s
			return nil
		}); err != nil {
			return err
		}
	}
	return e.askEvidence(v)
}

// askEvidence asks for what a verdict rests on: a URL, a file, or a sentence.
func (e *env) askEvidence(v *claims.Verdict) error {
	return e.askUntil("Evidence: a URL, a file, or what you saw in a sentence?", func(s string) error {
		if s == "" {
			return claims.Refuse("", "a verdict needs at least one piece of evidence").WithHint("a URL, a file, or what you saw in a sentence")
		}
		x, err := readEvidence(s)
		if err == nil {
			v.Evidence = append(v.Evidence, x)
			return nil
		}
		if !strings.Contains(s, " ") {
			return err // neither a sentence nor anything that could be read
		}
		v.Note = s
		return nil
	})
}

// askOrStep asks a question that may also be answered with skip, snooze, back
// or quit.
func (e *env) askOrStep(ctx context.Context, b *store.Book, c claims.Claim, question string, accept func(string) error) (*step, error) {
	var s *step
	at := func(v step) *step { return &v }
	err := e.askUntil(question+"; skip, snooze, back, quit)", func(answer string) error {
		switch answer = strings.ToLower(answer); answer {
		case "skip":
			s = at(stepNext)
		case "back":
			s = at(stepBack)
		case "quit", "q":
			s = at(stepQuit)
		case "snooze":
			s = at(stepNext)
			return e.askSnooze(ctx, b, c)
		default:
			return accept(answer)
		}
		return nil
	})
	return s, err
}

func (e *env) askSnooze(ctx context.Context, b *store.Book, c claims.Claim) error {
	return e.askUntil("Until which day (like 2025-09-01)?", func(s string) error {
		d, err := claims.ParseDay("", s)
		if err != nil {
			return err
		}
		return e.snooze(ctx, b, []claims.Claim{c}, d)
	})
}

func deref(s *step) step {
	if s == nil {
		return stepNext
	}
	return *s
}

// rule is a line across the screen with a title.
func (e *env) rule(title string) string {
	return "── " + title + " " + strings.Repeat("─", max(min(e.width, 100)-len(title)-4, 0))
}

// asRefusal returns the refusals in err, if that is what it is.
func asRefusal(err error) (claims.Problems, bool) {
	switch err := err.(type) {
	case *claims.Error:
		return claims.Problems{err}, err.Kind == claims.Refused || err.Kind == claims.Usage
	case claims.Problems:
		return err, true
	}
	return nil, false
}

package dialogue

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// Found is a claim read out of an article, and the place where it stands:
// the sentence with what stands around it in its paragraph, and the paragraphs
// above and below it that are needed to see who speaks.
type Found struct {
	Draft                   claims.Draft
	Before, Sentence, After string
	Above, Below            string
	Why                     []string // by which rules, in words
	Again                   bool     // it was said before the article, nobody knows when
	Nobody                  bool     // nobody is named as saying it, so that the outlet stands for them
}

// place shows where in the article a draft stands.
func (d *Dialogue) place(x *Found) {
	d.Passage(x.Above, "", "")
	d.Passage(x.Before, x.Sentence, x.After)
	d.Passage("", "", x.Below)
}

// DraftDesk does what answers to drafts decide. A refusal is told, and
// the question asked again.
type DraftDesk interface {
	// Similar returns the claims of the book that a claim may be again.
	Similar(ctx context.Context, c claims.Claim) ([]claims.Claim, error)
	// Accept logs a claim, says so, and returns the command that did.
	Accept(ctx context.Context, d claims.Draft) (command string, err error)
	// Drop remembers that a draft is no claim, and returns the command.
	Drop(ctx context.Context, d claims.Draft) (command string, err error)
	// TakeBack takes back a command.
	TakeBack(ctx context.Context, command string) error
}

// Decided is what became of the drafts of a walk.
type Decided struct{ Accepted, Dropped, Later int }

// drafts is a walk through drafts.
type drafts struct {
	*Dialogue
	desk  DraftDesk
	list  []Found
	done  []answered
	asked bool // where the article stands
}

// answered is what a draft was answered with in this walk.
type answered struct{ what, command string }

const (
	accepted = "accepted"
	dropped  = "dropped"
	later    = "later"
)

// Drafts goes through drafts, one screen each, and returns what became of
// them. What is accepted is logged at once, so that a walk can be left at any
// time.
func (d *Dialogue) Drafts(ctx context.Context, desk DraftDesk, list []Found) (Decided, error) {
	w := &drafts{Dialogue: d, desk: desk, list: list, done: make([]answered, len(list))}
	for i := 0; i < len(list); {
		s, err := w.one(ctx, i)
		if err != nil {
			return w.decided(), err
		}
		switch s {
		case stepQuit:
			return w.decided(), nil
		case stepBack:
			i = max(i-1, 0)
		case stepAgain:
		default:
			i++
		}
	}
	return w.decided(), nil
}

// decided counts the answers.
func (w *drafts) decided() (d Decided) {
	for _, a := range w.done {
		switch a.what {
		case accepted:
			d.Accepted++
		case dropped:
			d.Dropped++
		case later:
			d.Later++
		}
	}
	return d
}

// one shows one draft and asks about it until it is answered or left.
func (w *drafts) one(ctx context.Context, i int) (step, error) {
	w.Measure()
	w.Printf("\n%s\n", w.Rule(fmt.Sprintf("%d of %d", i+1, len(w.list))))
	w.place(&w.list[i])
	if w.done[i].command != "" {
		return w.stands(ctx, i)
	}
	if err := w.say(ctx, i); err != nil {
		return 0, err
	}
	err := w.AskUntil("Accept it? (accept, edit, drop, later, why, back, quit)", func(answer string) error { return w.take(ctx, i, answer) })
	var to left
	if errors.As(err, &to) {
		return step(to), nil
	}
	return stepNext, err
}

// stands asks about a draft that was answered before in this walk.
func (w *drafts) stands(ctx context.Context, i int) (s step, err error) {
	fmt.Fprintln(w.Err)
	err = w.AskUntil(fmt.Sprintf("This one is %s. (keep, undo, back, quit)", w.done[i].what), func(answer string) error {
		switch strings.ToLower(answer) {
		case "keep", "k":
			s = stepNext
		case "back", "b":
			s = stepBack
		case "quit", "q":
			s = stepQuit
		case "undo", "u":
			s = stepAgain
			err := w.desk.TakeBack(ctx, w.done[i].command)
			if err == nil {
				w.done[i] = answered{}
			}
			return err
		default:
			return claims.Mistyped("%q is no answer", clean.Line(answer)).WithHint("keep, undo, back or quit")
		}
		return nil
	})
	return s, err
}

// say says what a draft would be logged as, its other readings, and which
// claims of the book it may be again.
func (w *drafts) say(ctx context.Context, i int) error {
	c, remarks, err := w.Reader.Claim(w.list[i].Draft, w.Now)
	if list, ok := claims.ProblemsOf(err); ok {
		w.RefuseAnswer(list)
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(w.Err)
	w.toldBack(w.view(c), remarks)
	for _, a := range c.Window.Alternatives {
		w.Told("or", w.otherDays(c, a))
	}
	if w.list[i].Nobody {
		w.Told("note", "nobody is named beside it, and so the outlet says it; speaker NAME gives somebody else")
	}
	if w.list[i].Again {
		w.Told("note", "it was said before this article; said DAY gives the day")
	}
	similar, err := w.desk.Similar(ctx, c)
	for _, s := range similar {
		w.Told("known?", fmt.Sprintf("claim %d, said %s: %s", s.ID, report.Day(s.StatedOn.Day()), s.Statement))
	}
	fmt.Fprintln(w.Err)
	return err
}

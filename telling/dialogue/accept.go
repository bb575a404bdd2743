package dialogue

import (
	"context"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// take does what an answer about a draft says.
func (w *drafts) take(ctx context.Context, i int, answer string) (err error) {
	switch strings.ToLower(answer) {
	case "accept", "a", "yes", "y":
		return w.accept(ctx, i)
	case "drop", "d", "no", "n":
		w.done[i].command, err = w.desk.Drop(ctx, w.list[i].Draft)
		w.done[i].what = dropped
		return err
	case "later", "l":
		w.done[i].what = later
		return nil
	case "why", "w":
		for _, line := range w.list[i].Why {
			w.Told("why", line)
		}
		return w.again(ctx, i)
	case "back", "b":
		return left(stepBack)
	case "quit", "q":
		return left(stepQuit)
	case "edit", "e":
		return w.edit(ctx, i)
	}
	changed, err := w.change(i, answer)
	switch {
	case err != nil:
		return err
	case changed:
		return w.resay(ctx, i)
	}
	return notOne(answer)
}

// notOne refuses an answer about a draft.
func notOne(answer string) error {
	switch strings.ToLower(answer) {
	case "":
		return claims.Mistyped("Enter alone answers nothing").WithHint("accept, edit, drop, later, why, back or quit")
	case "undo", "u":
		return claims.Mistyped("this one has no answer yet").WithHint("back shows the one before, where undo takes its answer back")
	}
	return claims.Mistyped("%q is no answer", clean.Line(answer)).WithHint("accept, edit, drop, later, why, back or quit")
}

// again asks the question once more, without a refusal.
func (w *drafts) again(ctx context.Context, i int) error {
	return w.AskUntil("Accept it? (accept, edit, drop, later, why, back, quit)", func(answer string) error { return w.take(ctx, i, answer) })
}

func (w *drafts) resay(ctx context.Context, i int) error {
	if err := w.say(ctx, i); err != nil {
		return err
	}
	return w.again(ctx, i)
}

// accept logs a draft. One that was said before the article is asked for its
// day.
func (w *drafts) accept(ctx context.Context, i int) error {
	if w.list[i].Again {
		day := report.Day(claims.Moment(w.list[i].Draft.StatedOn).Day())
		err := w.AskUntil("On which day was it said (Enter: on "+day+", the day of the article)?", func(answer string) error {
			if answer == "" {
				return nil
			}
			_, err := w.change(i, "said "+answer)
			return err
		})
		if err != nil {
			return err
		}
		w.list[i].Again = false
	}
	if err := w.address(i); err != nil {
		return err
	}
	command, err := w.desk.Accept(ctx, w.list[i].Draft)
	if err == nil {
		w.done[i] = answered{accepted, command}
	}
	return err
}

// address asks once where the article stands, when a claim of it is accepted and
// nothing says so.
func (w *drafts) address(i int) error {
	if at := w.list[i].Draft.Appearances; w.asked || len(at) == 0 || at[0].URL != "" {
		return nil
	}
	return w.AskUntil("At which URL does the article stand (Enter: at none)?", func(answer string) error {
		url, err := claims.ReadURL(answer)
		if err != nil {
			return err
		}
		for k := range w.list {
			d := &w.list[k].Draft
			if d.Appearances = slices.Clone(d.Appearances); len(d.Appearances) > 0 {
				d.Appearances[0].URL = url
			}
		}
		w.asked = true
		return nil
	})
}

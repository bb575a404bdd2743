package intake

import (
	"context"
	"iter"

	"tracker/ahead"
	"tracker/claims"
)

// atOnce is how many lines the book is asked about at once.
const atOnce = 500

// asked is what the book has of the lines at hand.
type asked struct {
	known  Known
	events map[string][]claims.Claim // those with verdicts, by the fold of the event
}

// asking yields the lines, and asks the book about some at once before the
// first of them.
func (im *importer) asking(ctx context.Context, lines iter.Seq[*understood]) iter.Seq2[*understood, error] {
	return func(yield func(*understood, error) bool) {
		for some := range ahead.Chunks(lines, atOnce) {
			err := im.ask(ctx, some)
			for _, u := range some {
				if !yield(u, err) {
					return
				}
			}
		}
	}
}

// ask asks the book about some lines.
func (im *importer) ask(ctx context.Context, some []*understood) (err error) {
	if im.empty {
		return nil
	}
	var list []*claims.Claim
	var events []string
	for _, u := range some {
		if u.broken != nil || u.refused != nil {
			continue
		}
		list = append(list, &u.Claim)
		if c := &u.Claim; decisive(c) {
			event := im.shown("event", c.Event)
			known, err := im.contradicted.has(event)
			if err != nil {
				return err
			}
			if !known {
				events = append(events, event)
			}
		}
	}
	if im.asked.known, err = im.book.Known(ctx, list); err != nil {
		return err
	}
	im.asked.events, err = im.book.OnEvents(ctx, events)
	return err
}

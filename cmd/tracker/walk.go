package main

import (
	"context"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/store"
	"tracker/telling/dialogue"
	"tracker/telling/report"
)

// dialogue is what asks people, on the screen and by the settings of this run.
func (e *env) dialogue(r *claims.Reader) *dialogue.Dialogue {
	return &dialogue.Dialogue{Screen: e.Screen, Reader: r, Now: e.Instant(), Zone: e.Zone, Dates: e.Dates, By: e.judging()}
}

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
	slices.SortStableFunc(list, func(a, b claims.Claim) int { // what only waits to be confirmed comes first
		return min(len(b.Proposed), 1) - min(len(a.Proposed), 1)
	})
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	judged, err := e.dialogue(r).Walk(ctx, walkDesk{e, b}, list)
	if err != nil {
		return err
	}
	e.Sayf("%s given; tracker score shows the board", report.Count(judged, "verdict"))
	return nil
}

// walkDesk does on the book what the answers of a walk decide.
type walkDesk struct {
	e *env
	b *store.Book
}

var _ dialogue.Desk = walkDesk{}

func (d walkDesk) Claim(ctx context.Context, id claims.ID) (claims.Claim, error) {
	return d.b.Claim(ctx, idText(id))
}

func (d walkDesk) Stands(ctx context.Context, c claims.Claim, v claims.Verdict) error {
	return d.e.stands(ctx, d.b, c, v)
}

func (d walkDesk) Judge(ctx context.Context, c claims.Claim, v claims.Verdict) error {
	changed, err := d.e.judge(ctx, d.b, []claims.Claim{c}, v)
	if err != nil {
		return err
	}
	return d.e.sayVerdict(ctx, d.b, changed[0])
}

func (d walkDesk) Amend(ctx context.Context, id claims.ID, to claims.Claim) (claims.Claim, error) {
	changed, err := d.b.Change(ctx, d.e.command("amend"), []claims.ID{id}, "", func(now *claims.Claim) error { return now.Amend(to) })
	if err != nil {
		return claims.Claim{}, err
	}
	return changed[0], nil
}

func (d walkDesk) Drop(ctx context.Context, id claims.ID, by string) error {
	_, err := d.b.Change(ctx, d.e.command("drop"), []claims.ID{id}, "", func(c *claims.Claim) error { return c.DropProposal(by) })
	if err == nil {
		d.e.Sayf("dropped; it stays in tracker history %d", id)
	}
	return err
}

func (d walkDesk) Snooze(ctx context.Context, c claims.Claim, until calendar.Day) error {
	return d.e.snooze(ctx, d.b, []claims.Claim{c}, until)
}

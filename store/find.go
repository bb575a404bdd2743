package store

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"tracker/claims"
)

// Sort is an order of claims.
type Sort string

const (
	ByLogged Sort = "logged" // newest first
	ByStated Sort = "stated" // latest statement first
	ByDue    Sort = "due"    // what closes first, first; without an end last
)

// Sorts lists every order.
var Sorts = []Sort{ByLogged, ByStated, ByDue}

var orders = map[Sort]string{
	ByLogged: "c.id DESC",
	ByStated: "c.stated_on DESC, c.id DESC",
	ByDue:    "c.due_at IS NULL, c.due_at, c.id",
}

// Page says which part of a list is wanted.
type Page struct {
	Limit int  // at most so many claims; 0 is no limit
	Brief bool // only what a row of a table shows

	dates bool // only what a plan of reminding needs
}

// Find returns a page of the claims that f means, in order. More reports
// whether there are further ones.
func (b *Book) Find(ctx context.Context, f claims.Filter, now claims.Instant, order Sort, p Page) (list []claims.Claim, more bool, err error) {
	where, args := condition(f, now)
	return b.page(ctx, f, now, p, where, orders[order], args)
}

// page reads one page of the claims of a condition, in an order.
func (b *Book) page(ctx context.Context, f claims.Filter, now claims.Instant, p Page, where, order string, args []any) (list []claims.Claim, more bool, err error) {
	list = []claims.Claim{}
	more, err = b.eachOf(ctx, f, now, p, where, order, args, func(c *claims.Claim) error {
		list = append(list, *c)
		return nil
	})
	return list, more, err
}

// Each hands over the claims that Find would return, one after another, without
// holding them all in memory. An error of fn ends it.
func (b *Book) Each(ctx context.Context, f claims.Filter, now claims.Instant, order Sort, p Page, fn func(*claims.Claim) error) (more bool, err error) {
	where, args := condition(f, now)
	return b.eachOf(ctx, f, now, p, where, orders[order], args, fn)
}

// eachOf hands over one page of the claims of a condition, in an order, from
// one snapshot.
func (b *Book) eachOf(ctx context.Context, f claims.Filter, now claims.Instant, p Page, where, order string, args []any, fn func(*claims.Claim) error) (more bool, err error) {
	var ended error
	err = b.view(ctx, func(q querier) error {
		where, args, err := b.narrowed(ctx, q, f, where, args)
		if err != nil {
			return err
		}
		clauses := where + " ORDER BY " + order
		if p.Limit > 0 && len(f.Standings) == 0 {
			clauses += fmt.Sprintf(" LIMIT %d", p.Limit+1)
		}
		read, n, looked := wholly, 0, int64(0)
		switch {
		case p.dates:
			read = forPlans.of
		case p.Brief:
			read = forTables.of
		}
		for c, err := range read(ctx, q, clauses, args) {
			if looked++; looked%1000 == 0 {
				b.watch.at("looking through claims", looked, -1)
			}
			switch {
			case err != nil:
				return err
			case !f.Stands(c, now):
				continue
			case p.Limit > 0 && n == p.Limit:
				more = true
				return nil
			}
			if ended = fn(c); ended != nil {
				return nil
			}
			n++
		}
		return nil
	})
	return more, cmp.Or(err, ended)
}

// All yields every claim that f means, in the order they were logged, without
// holding them all in memory. They are those of one snapshot.
func (b *Book) All(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
	return func(yield func(claims.Claim, error) bool) {
		err := b.view(ctx, func(q querier) error { return b.all(ctx, q, f, now, yield) })
		if err != nil {
			yield(claims.Claim{}, err)
		}
	}
}

// all yields claims in batches until there are no more, or yield is done.
func (b *Book) all(ctx context.Context, q querier, f claims.Filter, now claims.Instant, yield func(claims.Claim, error) bool) error {
	const batch = 1000
	where, args := condition(f, now)
	where, args, err := b.narrowed(ctx, q, f, where, args)
	if err != nil {
		return err
	}
	clauses := where + fmt.Sprintf(" AND c.id > ? ORDER BY c.id LIMIT %d", batch)
	args = append(args, 0)
	for {
		list, err := load(ctx, q, asShown, clauses, args...)
		if err != nil {
			return err
		}
		for _, c := range list {
			if f.Stands(&c, now) && !yield(c, nil) {
				return nil
			}
			args[len(args)-1] = int64(c.ID)
		}
		if len(list) < batch {
			return nil
		}
	}
}

// Count returns how many claims f means.
func (b *Book) Count(ctx context.Context, f claims.Filter, now claims.Instant) (int, error) {
	where, args := condition(f, now)
	return b.count(ctx, f, now, where, args)
}

// count counts the claims of a condition; where they stand, only they say.
func (b *Book) count(ctx context.Context, f claims.Filter, now claims.Instant, where string, args []any) (n int, err error) {
	if len(f.Standings) > 0 {
		_, err = b.eachOf(ctx, f, now, Page{Brief: true}, where, "c.id", args, func(*claims.Claim) error {
			n++
			return nil
		})
		return n, err
	}
	err = b.view(ctx, func(q querier) error {
		where, args, err := b.narrowed(ctx, q, f, where, args)
		if err != nil {
			return err
		}
		return one(ctx, q, `SELECT count(*) FROM claims c LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `+where, args, &n)
	})
	return n, err
}

// Due returns what waits for a verdict at now, what closed first first: all
// claims whose window and grace are over, that are neither resolved nor
// withdrawn nor snoozed. An empty slice is not an error.
func (b *Book) Due(ctx context.Context, now claims.Instant, f claims.Filter, p Page) (list []claims.Claim, more bool, err error) {
	where, args := waiting(f, now)
	return b.page(ctx, f, now, p, where, dueOrder, args)
}

const dueOrder = "c.ask_at, c.id"

// EachDue hands over the claims that Due would return, as Each does.
func (b *Book) EachDue(ctx context.Context, now claims.Instant, f claims.Filter, p Page, fn func(*claims.Claim) error) (more bool, err error) {
	where, args := waiting(f, now)
	return b.eachOf(ctx, f, now, p, where, dueOrder, args, fn)
}

// CountDue returns how many claims Due would.
func (b *Book) CountDue(ctx context.Context, now claims.Instant, f claims.Filter) (int, error) {
	where, args := waiting(f, now)
	return b.count(ctx, f, now, where, args)
}

// waiting is the condition of Due.
func waiting(f claims.Filter, now claims.Instant) (string, []any) {
	where, args := condition(f, now)
	return where + ` AND c.verdict IS NULL AND c.withdrawn = '' AND c.ask_at IS NOT NULL AND c.ask_at <= ?`, append(args, int64(now))
}

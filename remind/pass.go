package remind

import (
	"context"
	"errors"
	"math/rand/v2"

	"tracker/claims"
)

// Digest is what a letter says.
type Digest struct {
	Letter
	Waiting int // claims of the recipient that wait for a verdict, these and others
	New     int // of those, prompted for here for the first time
	At      claims.Instant
}

// Claims are those of the letter.
func (d Digest) Claims() []claims.Claim {
	list := make([]claims.Claim, len(d.Prompts))
	for i, p := range d.Prompts {
		list[i] = p.Claim
	}
	return list
}

// Pass makes one pass for one recipient and channel: plan, take, check again,
// send, mark, until nothing is left to send now. It returns how many claims
// were prompted for; send is not called for none. The clock is read again for
// every letter: delivering one may take a while.
func Pass(ctx context.Context, box Outbox, r Route, owner string, clock func() claims.Instant, send func(context.Context, Digest) error) (int, error) {
	due, counted, err := r.plan(ctx, box, clock())
	if err != nil || r.Quiet.Hold(clock().Time(r.Zone)) {
		return 0, err
	}
	sent := 0
	for {
		now := clock()
		l, err := box.Take(ctx, now, owner, Lease, r.quota(now))
		if err != nil || l.ID == "" {
			return sent, err
		}
		if !counted {
			if _, due, err = r.called(ctx, box, now); err != nil {
				return sent, err
			}
			counted = true
		}
		n, err := deliver(ctx, box, Digest{Letter: l, Waiting: due, At: now}, send)
		if sent += n; err != nil {
			return sent, err
		}
	}
}

// plan puts what the recipient is to be prompted for into the outbox, and
// counts what waits for a verdict, unless it is plain that nothing is new.
func (r Route) plan(ctx context.Context, box Outbox, now claims.Instant) (due int, counted bool, err error) {
	if settled, err := r.settled(ctx, box, now); settled || err != nil {
		return 0, false, err
	}
	prompts, due, err := r.called(ctx, box, now)
	if err != nil {
		return 0, false, err
	}
	return due, true, box.Plan(ctx, now, prompts)
}

// called are the prompts that are called for at now.
func (r Route) called(ctx context.Context, box Outbox, now claims.Instant) (prompts []Prompt, due int, err error) {
	list, err := r.waiting(ctx, box, claims.At(now.Time(r.Zone).AddDate(0, 0, r.Ahead)))
	for _, c := range list {
		if c.Status(now) == claims.Due {
			due++
		}
	}
	return Plan(list, now, r.Rules), due, err
}

// Preview is what the recipient would be sent if everything were sent now.
// Nothing is planned or marked.
func Preview(ctx context.Context, box Outbox, r Route, now claims.Instant) (Digest, error) {
	prompts, due, err := r.called(ctx, box, now)
	if err != nil {
		return Digest{}, err
	}
	if prompts, err = box.Unsent(ctx, prompts); err != nil {
		return Digest{}, err
	}
	return Digest{Letter: Letter{Prompts: prompts}, Waiting: due, New: firsts(prompts), At: now}, nil
}

// deliver checks the prompts of a letter again, sends it and marks them.
func deliver(ctx context.Context, box Outbox, d Digest, send func(context.Context, Digest) error) (int, error) {
	var stale []Prompt
	ready := d.Prompts[:0:0]
	for _, p := range d.Prompts {
		if p.Wanted(d.At) {
			ready = append(ready, p)
		} else {
			stale = append(stale, p)
		}
	}
	if err := box.Drop(ctx, d.At, stale); err != nil {
		return 0, err
	}
	if d.Prompts = ready; len(ready) == 0 {
		return 0, nil
	}
	d.New = firsts(ready)
	err := send(ctx, d)
	ctx = context.WithoutCancel(ctx) // the pass may be cancelled; marking must still happen
	if err == nil {
		return len(ready), box.Sent(ctx, d.At, ready)
	}
	next, untried := verdict(err, d.At, ready[0].Attempt, rand.Float64())
	if untried {
		return 0, errors.Join(err, box.Release(ctx, ready))
	}
	if kept := box.Fail(ctx, d.At, next, ready, err.Error()); kept != nil {
		return 0, errors.Join(err, kept)
	}
	return 0, &NotDelivered{err}
}

// NotDelivered is the error of a pass that did all it could: the letter is
// kept, with what became of it.
type NotDelivered struct{ Err error }

func (n *NotDelivered) Error() string { return n.Err.Error() }
func (n *NotDelivered) Unwrap() error { return n.Err }

func firsts(prompts []Prompt) (n int) {
	for _, p := range prompts {
		if p.Rule == WhenDue && p.First() {
			n++
		}
	}
	return n
}

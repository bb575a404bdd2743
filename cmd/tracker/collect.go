package main

import (
	"context"
	"errors"

	"tracker/claims"
	"tracker/remind"
	"tracker/remind/post"
	"tracker/store"
)

// collect takes in what has been answered to prompts.
func (e *env) collect(ctx context.Context, b *store.Book, office *post.Office) error {
	if len(e.Answers) == 0 {
		return nil
	}
	book := b.Answers(e.Clock)
	key, err := book.Key(ctx)
	if err != nil {
		return err
	}
	return office.Collect(ctx, book, key)
}

// answerLines are how the prompts of a letter are answered from the message:
// each with the token that says which it is.
func (e *env) answerLines(ctx context.Context, b *store.Book) post.Answers {
	return func(r remind.Route, d remind.Digest) (string, map[claims.ID]string, error) {
		if name, _ := e.AnswersTo(r.Channel); name == "" {
			return "", nil, nil
		}
		if d.ID == "" { // nothing is sent: nothing could be answered
			return "", post.AnswersLike(d.Prompts, func(remind.Prompt) string { return "[…]" }), nil
		}
		key, err := b.Answers(e.Clock).Key(ctx)
		if err != nil {
			return "", nil, err
		}
		return "", post.AnswersLike(d.Prompts, func(p remind.Prompt) string { return key.Sign(&p.Claim, r.Recipient, p.Occurrence).String() }), nil
	}
}

// retries is an outbox into which nothing new is planned.
type retries struct{ remind.Outbox }

func (retries) Plan(context.Context, claims.Instant, []remind.Prompt) error { return nil }

// between is what a daemon with a schedule does while it waits: it takes in
// answers, and tries again what could not be delivered.
func (e *env) between(ctx context.Context, b *store.Book) error {
	waits, err := b.Outstanding(ctx)
	if err != nil {
		return err
	}
	if waits {
		return errors.Join(e.deliver(ctx, b, func(box remind.Outbox) remind.Outbox { return retries{box} }))
	}
	office, err := e.office()
	if err != nil {
		return err
	}
	return e.collect(ctx, b, office)
}

// ping tells a watchdog outside how a pass went. That it could not be told is
// said, and no failure of the pass.
func (e *env) ping(ctx context.Context, passErr error) {
	if ctx.Err() != nil {
		return
	}
	office, err := e.office()
	if err == nil {
		err = office.Ping(ctx, passErr != nil)
	}
	if err != nil {
		e.Sayf("warning: %v", err)
	}
}

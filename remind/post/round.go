package post

import (
	"context"
	"errors"
	"fmt"

	"tracker/answer"
	"tracker/claims"
	"tracker/remind"
)

// Book is what a round needs of a book.
type Book interface {
	Outbox(r remind.Route) remind.Outbox
	// Open returns at most MaxFeed of the claims that a filter means whose
	// windows have not closed, what closes first first.
	Open(ctx context.Context, f claims.Filter) ([]claims.Claim, error)
	Answers() answer.Book
	// Key signs the tokens by which a prompt is answered from its letter.
	Key(ctx context.Context) (answer.Key, error)
}

// Round goes once to everybody who is told.
type Round struct {
	Office *Office
	Book   Book
	Owner  string                      // of the letters that are taken meanwhile
	Clock  func() claims.Instant       // now
	Told   func(r remind.Route, n int) // hears of each letter with n prompts
	// Heard hears of each inbox whether it could be read; when it is given,
	// one that could not be is no error of the round.
	Heard func(inbox string, err error)
}

// Go takes in what was answered, and then asks every recipient through every
// channel. What one of them refuses keeps no other from being told, and is
// kept: such a round has succeeded but for what is undelivered.
func (r Round) Go(ctx context.Context) (undelivered, err error) {
	return r.deliver(ctx, r.Book.Outbox)
}

// Again takes in what was answered, and tries what could not be delivered;
// nothing new is planned.
func (r Round) Again(ctx context.Context) (undelivered, err error) {
	return r.deliver(ctx, func(to remind.Route) remind.Outbox { return retries{r.Book.Outbox(to)} })
}

// retries is an outbox into which nothing new is planned.
type retries struct{ remind.Outbox }

func (retries) Plan(context.Context, claims.Instant, []remind.Prompt) error { return nil }

func (r Round) deliver(ctx context.Context, box func(remind.Route) remind.Outbox) (undelivered, err error) {
	var kept, failed []error
	if err := r.Collect(ctx); err != nil {
		kept = append(kept, err) // what cannot be heard keeps nobody from being asked
	}
	for _, p := range r.together(ctx, box) {
		switch letter := p.undelivered(); {
		case letter != nil:
			kept = append(kept, letter)
		case p.err != nil:
			failed = append(failed, p.err)
		case p.sent > 0 && p.to.Channel != Stdout:
			r.Told(p.to, p.sent)
		}
	}
	failed = append(failed, r.Office.Feeds(ctx, r.Book.Open))
	return errors.Join(kept...), errors.Join(failed...)
}

// sender hands the letters of a route over.
func (r Round) sender(to remind.Route) func(context.Context, remind.Digest) error {
	return func(ctx context.Context, d remind.Digest) error {
		m, err := r.message(ctx, to, d)
		if err != nil {
			return err
		}
		_, err = r.Office.send(ctx, to.Channel, m)
		return err
	}
}

// Preview shows every letter that would be sent now.
func (r Round) Preview(ctx context.Context, show func(remind.Route, remind.Message)) error {
	for _, to := range r.Office.routes {
		d, err := remind.Preview(ctx, r.Book.Outbox(to), to, r.Clock())
		if err != nil {
			return err
		}
		if len(d.Prompts) == 0 {
			continue
		}
		m, err := r.message(ctx, to, d)
		if err != nil {
			return err
		}
		show(to, m)
	}
	return nil
}

// message is a letter in words, with the lines that answer it.
func (r Round) message(ctx context.Context, to remind.Route, d remind.Digest) (remind.Message, error) {
	lines, err := r.answerLines(ctx, to, d)
	if err != nil {
		return remind.Message{}, err
	}
	return r.Office.Message(to, d, lines)
}

// answerLines are how the prompts of a letter are answered from the message,
// by claim: each with the token that says which it is. There are none where
// nobody would read the answer.
func (r Round) answerLines(ctx context.Context, to remind.Route, d remind.Digest) (map[claims.ID]string, error) {
	if name, _ := r.Office.settings.AnswersTo(to.Channel); name == "" {
		return nil, nil
	}
	if d.ID == "" { // nothing is sent: nothing could be answered
		return answersLike(d.Prompts, func(remind.Prompt) string { return "[…]" }), nil
	}
	key, err := r.Book.Key(ctx)
	if err != nil {
		return nil, err
	}
	return answersLike(d.Prompts, func(p remind.Prompt) string { return key.Sign(&p.Claim, to.Recipient, p.Occurrence).String() }), nil
}

// answersLike are lines that show how prompts are answered from the message,
// by claim; token says which prompt it is.
func answersLike(prompts []remind.Prompt, token func(remind.Prompt) string) map[claims.ID]string {
	lines := map[claims.ID]string{}
	for _, p := range prompts {
		if p.Rule == remind.WhenDue {
			lines[p.Claim.ID] = fmt.Sprintf("answer: %d yes 15 Aug https://… (or no, partial 0.5, unclear, void, snooze 2 weeks) %s", p.Claim.ID, token(p))
		}
	}
	return lines
}

// Collect takes in what has been answered to prompts, in every inbox.
func (r Round) Collect(ctx context.Context) error {
	if len(r.Office.settings.Answers) == 0 {
		return nil
	}
	key, err := r.Book.Key(ctx)
	if err != nil {
		return err
	}
	return r.Office.collect(ctx, r.Book.Answers(), key, r.Heard)
}

package drafting

import (
	"context"

	"tracker/claims"
)

// Program is what the answers to drafts are done by.

// Similar returns the claims of the book that a claim may be again.
func (p Program) Similar(ctx context.Context, c claims.Claim) ([]claims.Claim, error) {
	return p.Book.Similar(ctx, c)
}

// Accept logs a claim.
func (p Program) Accept(ctx context.Context, d claims.Draft) (command string, err error) {
	return p.Book.Log(ctx, d)
}

// Drop remembers that a draft is no claim.
func (p Program) Drop(ctx context.Context, d claims.Draft) (command string, err error) {
	from, err := claims.ReadDrafted(d.Drafted)
	if err != nil {
		return "", err
	}
	return p.Book.Drop(ctx, from)
}

// TakeBack takes back a command.
func (p Program) TakeBack(ctx context.Context, command string) error {
	return p.Book.TakeBack(ctx, command)
}

// answers are those that an article had before.
func (p Program) answers(ctx context.Context, sha256 string) ([]claims.Drafted, error) {
	if p.Book == nil {
		return nil, nil
	}
	return p.Book.Answered(ctx, sha256)
}

// known reports whether a draft was answered before: at its place in the same
// file, or because the book has the claim. An answer stands for one draft.
func (p Program) known(ctx context.Context, answers []claims.Drafted, d claims.Draft, again bool) (bool, error) {
	at, err := claims.ReadDrafted(d.Drafted)
	if err != nil {
		return false, err
	}
	for i, a := range answers {
		if a.Covers(at) && !(again && a.Dropped) {
			answers[i] = claims.Drafted{}
			return true, nil
		}
	}
	if p.Book == nil {
		return false, nil
	}
	c, _, err := p.Reader.Claim(d, p.Now)
	if err != nil {
		return false, nil // it says so when it is asked about
	}
	same, ok, err := p.Book.Same(ctx, &c)
	return ok && same.Withdrawn == "", err
}

package main

import (
	"context"
	"strings"

	"tracker/claims"
	"tracker/store"
)

// corrects says how a claim is corrected from the first question about it.
const corrects = "Not what was said? Answer will, will-not, type promise, hedge WORDS, deadline WORDS or if CONDITION."

// correction reads an answer that corrects a claim instead of judging it.
func correction(answer string, d *claims.Draft) bool {
	word, rest, _ := strings.Cut(answer, " ")
	rest = strings.TrimSpace(rest)
	word = strings.ToLower(word)
	switch {
	case word == "will" && rest == "":
		d.Polarity = claims.Will
	case word == "will-not" && rest == "":
		d.Polarity = claims.WillNot
	case rest == "":
		return false
	case word == "type":
		d.Type = claims.Type(rest)
	case word == "hedge":
		d.Hedge, d.HedgeWords = nil, rest
	case word == "deadline":
		d.Window, d.Phrase = nil, rest
	case word == "if":
		d.Condition = rest
	default:
		return false
	}
	return true
}

// correct changes a claim as an answer says. The error is stepCorrected when
// it did, and nil when the answer corrects nothing.
func (e *env) correct(ctx context.Context, b *store.Book, c claims.Claim, answer string) error {
	d := c.Draft()
	if !correction(answer, &d) {
		return nil
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	r.Zone = c.Location()
	amended, remarks, err := r.Claim(d, e.instant())
	if list, ok := claims.ProblemsOf(err); ok {
		return list[0] // asked again
	}
	if err != nil {
		return err
	}
	changed, err := b.Change(ctx, e.command("amend"), []claims.ID{c.ID}, "", func(now *claims.Claim) error { return now.Amend(amended) })
	if err != nil {
		return err
	}
	e.understood("amended", changed[0], remarks)
	return left(stepCorrected)
}

package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"tracker/claims"
)

// Replacing is how a restore talks to whoever asked for it.
type Replacing struct {
	At    time.Time
	Watch Watch
	Say   func(format string, args ...any) // why there is nothing to compare
	Tell  func(Difference)                 // what only one of book and backup holds
	Agree func() error                     // nil when the backup may take the book's place
}

// Replace puts the backup in the place of the book at path, which may be
// missing or damaged, once that was agreed to. kept names what was there, ""
// for nothing.
func (x *Examined) Replace(ctx context.Context, path string, r Replacing) (kept string, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		r.Say("there is no book at %s", path)
		return x.instead(path, r)
	}
	b, err := Open(ctx, path)
	if IsBroken(err) {
		r.Say("the present book cannot be compared: %v", err)
		return x.instead(path, r)
	}
	if err != nil {
		return "", err
	}
	defer b.Close()
	seen := int64(-1)
	switch d, err := Compare(ctx, b, x.Book, r.Watch); {
	case err == nil:
		seen = d.Last
		r.Tell(d)
	case ctx.Err() != nil:
		return "", err
	default:
		r.Say("the present book cannot be compared: %v", err)
	}
	if err := r.Agree(); err != nil {
		return "", err
	}
	r.Watch.at("putting the backup in its place", 0, -1)
	return x.Into(ctx, b, seen, r.At)
}

// instead puts the backup where no book can be opened.
func (x *Examined) instead(path string, r Replacing) (kept string, err error) {
	if err := r.Agree(); err != nil {
		return "", err
	}
	return x.At(path, r.At)
}

// Damage is the refusal of what Check found damaged, nil for nothing: what
// says what is damaged, hint what to do.
func Damage(what string, problems []Finding, hint string) error {
	var list claims.Problems
	for _, p := range problems {
		if p.Fatal {
			list = append(list, &claims.Error{Kind: claims.Damaged, Msg: fmt.Sprintf("%s%s: %s", what, p.Where, p.What), Hint: hint})
		}
	}
	return list.Err()
}

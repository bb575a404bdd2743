package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/store"
)

// Everything that is done to a book is an entry of its journal, and undone by
// another one.
func ExampleCreate() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	b, made, err := store.Create(ctx, filepath.Join(dir, "book.db"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer b.Close()
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	now := claims.At(time.Date(2025, 8, 6, 12, 0, 0, 0, time.UTC))
	r := &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
	c, _, err := r.Claim(claims.Draft{Statement: "The ferry sails", Speaker: "Captain", StatedOn: "2025-08-06", Phrase: "next week"}, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err = b.Add(ctx, store.NewCommand("add", "desk", now), c)
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := b.Undo(ctx, store.NewCommand("undo", "desk", now), "", nil); err != nil {
		fmt.Println(err)
		return
	}
	entries, err := b.History(ctx, c.UID)
	for _, x := range entries {
		fmt.Println(x.Seq, x.Verb)
	}
	fmt.Println(made, err)
	// Output:
	// 1 add
	// 2 undo
	// true <nil>
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"tracker/claims"
	"tracker/ledger"
)

// importBody is the body of an import's own entries: one when it starts, one
// when it is done.
type importBody struct {
	Done   bool   `json:"done"`
	SHA256 string `json:"sha256"`
}

// ImportCommand returns the command to import a file under: cmd, or the one
// of an earlier import of the same bytes that was interrupted, so that both
// are undone as one.
func (b *Book) ImportCommand(ctx context.Context, cmd Command, sha256 string) (Command, error) {
	var uid []byte
	err := b.ask(ctx, `SELECT i.command FROM imports i JOIN commands c ON c.uid = i.command
		WHERE i.sha256 = ? AND i.done = 0 AND c.undone_by IS NULL ORDER BY c.last_seq DESC LIMIT 1`, sha256).Scan(&uid)
	if errors.Is(err, sql.ErrNoRows) {
		return cmd, nil
	}
	if err == nil {
		cmd.UID = unpackUID(uid)
	}
	return cmd, b.explain(err)
}

// Import runs fn in one transaction of the import of a file. The first batch
// enters the start of the import, the one with done its end.
func (b *Book) Import(ctx context.Context, cmd Command, sha256 string, done bool, fn func(*Batch) error) error {
	cmd.several = true
	return b.write(ctx, cmd, func(t *tx) error {
		if started, err := t.started(); err != nil {
			return err
		} else if !started {
			if err := t.enterImport(importBody{SHA256: sha256}); err != nil {
				return err
			}
		}
		b := &Batch{ctx: ctx, t: t, looked: map[lookup]bool{}}
		defer b.adding.close()
		if err := fn(b); err != nil {
			return err
		}
		if err := b.settle(); err != nil {
			return err
		}
		if !done {
			return nil
		}
		return t.enterImport(importBody{Done: true, SHA256: sha256})
	})
}

// started reports whether the running command has entered its start. An
// import that somebody has undone meanwhile is refused.
func (t *tx) started() (ok bool, err error) {
	var undone bool
	err = t.row(`SELECT count(*), count(undone_by) FROM commands WHERE uid = ?`, packed(t.command.UID)).Scan(&ok, &undone)
	if err == nil && undone {
		err = claims.Refuse("", "this import was undone while it ran").WithHint("the same command again starts it anew")
	}
	return ok, err
}

func (t *tx) enterImport(body importBody) error {
	if err := t.enter(ledger.Import, t.command.UID, body); err != nil {
		return err
	}
	return t.keepImport(t.command.UID, body)
}

func (t *tx) applyImport(e ledger.Entry) error {
	var body importBody
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return err
	}
	return t.keepImport(e.Command, body)
}

func (t *tx) keepImport(command string, body importBody) error {
	return t.exec(`INSERT INTO imports (command, sha256, done) VALUES (?, ?, ?) ON CONFLICT (command) DO UPDATE SET done = excluded.done`,
		packed(command), body.SHA256, body.Done)
}

// Same returns the claim that c is in this book; see Known.Same.
func (b *Book) Same(ctx context.Context, c *claims.Claim) (same claims.Claim, ok bool, err error) {
	k, err := b.Known(ctx, []*claims.Claim{c})
	if err != nil {
		return same, false, err
	}
	return k.Same(c)
}

// lookUp finds the claim that c is, whose speaker is as people see it.
func lookUp(ctx context.Context, q querier, c *claims.Claim) (claims.Claim, bool, error) {
	by := lookupOf(c)
	list, err := load(ctx, q, asShown, "WHERE "+by.where()+" = ? ORDER BY c.id", by.arg())
	if err != nil {
		return claims.Claim{}, false, err
	}
	for _, other := range list {
		if c.Identity().Is(other.Identity()) {
			return other, true, nil
		}
	}
	return claims.Claim{}, false, nil
}

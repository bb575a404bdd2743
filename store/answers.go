package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"time"

	"tracker/answer"
	"tracker/calendar"
	"tracker/claims"
)

// Answers is the book as what answers are taken into. Beside the proposals
// themselves, which the journal has, it keeps what was taken in.
type Answers struct {
	book    *Book
	clock   func() claims.Instant
	command func(verb, actor string) Command
}

// Answers returns the book as what answers are taken into.
func (b *Book) Answers(clock func() claims.Instant) *Answers {
	return &Answers{b, clock, func(verb, actor string) Command { return NewCommand(verb, actor, clock()) }}
}

var _ answer.Book = (*Answers)(nil)

// tokenKey is the name of the secret that signs tokens.
const tokenKey = "tokens"

// Key returns the secret that signs tokens, made when it is first asked for.
func (a *Answers) Key(ctx context.Context) (answer.Key, error) {
	var key []byte
	err := a.book.ask(ctx, `SELECT value FROM secrets WHERE name = ?`, tokenKey).Scan(&key)
	if !errors.Is(err, sql.ErrNoRows) {
		return key, a.book.explain(err)
	}
	fresh := make([]byte, 32)
	rand.Read(fresh) // never fails
	if _, err := a.book.writer.ExecContext(ctx, `INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING`, tokenKey, fresh); err != nil {
		return nil, a.book.explain(err)
	}
	err = a.book.writer.QueryRowContext(ctx, `SELECT value FROM secrets WHERE name = ?`, tokenKey).Scan(&key)
	return key, a.book.explain(err)
}

// Cursor returns up to where an inbox has been read, "" for nowhere.
func (a *Answers) Cursor(ctx context.Context, inbox string) (cursor string, err error) {
	err = a.book.ask(ctx, `SELECT cursor FROM inboxes WHERE name = ?`, inbox).Scan(&cursor)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return cursor, a.book.explain(err)
}

// SetCursor keeps up to where an inbox has been read.
func (a *Answers) SetCursor(ctx context.Context, inbox, cursor string) error {
	_, err := a.book.writer.ExecContext(ctx, `INSERT INTO inboxes (name, cursor) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor`, inbox, cursor)
	return a.book.explain(err)
}

// TakeIn takes in a message once; see answer.Book.
func (a *Answers) TakeIn(ctx context.Context, inbox string, m answer.Message, fn func(answer.Tx) (string, error)) error {
	return a.book.write(ctx, a.command("answer", m.Recipient), func(t *tx) error {
		var n int
		if err := t.row(`SELECT count(*) FROM received WHERE inbox = ? AND message = ?`, inbox, m.ID).Scan(&n); err != nil || n > 0 {
			return err
		}
		reply, err := fn(&answering{ctx, t})
		if err != nil {
			return err
		}
		told := any(nil)
		if reply == "" {
			told = int64(t.command.At)
		}
		return t.exec(`INSERT INTO received (inbox, message, recipient, at, reply, told_at) VALUES (?, ?, ?, ?, ?, ?)`,
			inbox, m.ID, m.Recipient, int64(t.command.At), reply, told)
	})
}

// Untold returns the lines back that were not told yet, oldest first.
func (a *Answers) Untold(ctx context.Context, inbox string) (list []answer.Reply, err error) {
	err = a.book.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT message, recipient, reply, at FROM received WHERE inbox = ? AND told_at IS NULL ORDER BY at, message`, []any{inbox}, func(rows *sql.Rows) error {
			var r answer.Reply
			var at int64
			err := rows.Scan(&r.Message, &r.Recipient, &r.Text, &at)
			r.At = time.UnixMilli(at)
			list = append(list, r)
			return err
		})
	})
	return list, err
}

// Told keeps that a line was told, or given up.
func (a *Answers) Told(ctx context.Context, inbox, message string) error {
	_, err := a.book.writer.ExecContext(ctx, `UPDATE received SET told_at = ? WHERE inbox = ? AND message = ?`, int64(a.clock()), inbox, message)
	return a.book.explain(err)
}

// answering is the book while one message is taken in.
type answering struct {
	ctx context.Context
	t   *tx
}

func (a *answering) Claim(id claims.ID) (claims.Claim, error) {
	list, err := load(a.ctx, a.t, asShown, "WHERE c.id = ?", int64(id))
	if err == nil && len(list) == 0 {
		err = noClaim(id)
	}
	if err != nil {
		return claims.Claim{}, err
	}
	return list[0], nil
}

func (a *answering) Letter(id string) (recipient string, prompts []answer.Prompt, err error) {
	err = each(a.ctx, a.t, `SELECT recipient, claim, occurrence FROM outbox WHERE letter = ? AND letter <> ''`, []any{id}, func(rows *sql.Rows) error {
		var p answer.Prompt
		var day string
		err := rows.Scan(&recipient, &p.Claim, &day)
		if err == nil {
			p.Occurrence, err = calendar.Parse(day)
		}
		prompts = append(prompts, p)
		return err
	})
	return recipient, prompts, err
}

func (a *answering) Answered(p answer.Prompt, recipient string) (bool, error) {
	var n int
	err := a.t.row(`SELECT count(*) FROM answered WHERE claim = ? AND recipient = ? AND occurrence = ?`, int64(p.Claim), recipient, p.Occurrence.String()).Scan(&n)
	return n > 0, err
}

func (a *answering) Change(p answer.Prompt, recipient string, change func(*claims.Claim) error) (claims.Claim, error) {
	list, err := a.t.changeAll(a.ctx, []claims.ID{p.Claim}, "", change)
	if err != nil {
		return claims.Claim{}, err
	}
	return list[0], a.t.exec(`INSERT INTO answered (claim, recipient, occurrence, at) VALUES (?, ?, ?, ?)`,
		int64(p.Claim), recipient, p.Occurrence.String(), int64(a.t.command.At))
}

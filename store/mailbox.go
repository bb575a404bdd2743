package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"tracker/calendar"
	"tracker/claims"
	"tracker/remind"
)

// Mailbox is how things stand with one channel and recipient.
type Mailbox struct {
	Channel     string         `json:"channel"`
	Recipient   string         `json:"recipient"`
	Sent        int            `json:"sent"`         // prompts, ever
	SentAt      claims.Instant `json:"sent_at"`      // the last, 0 for never
	Planned     int            `json:"planned"`      // prompts that nobody has tried to deliver
	Trying      int            `json:"trying"`       // prompts that are to be tried again
	NextAt      claims.Instant `json:"next_at"`      // the first of them
	Dead        int            `json:"dead_letters"` // that nobody tries any more
	DeadPrompts int            `json:"dead_prompts"` // what was in them
	Error       string         `json:"error"`        // what the last failure was, "" when nothing fails
}

// asked is the condition that somebody still wants to know: the claim of a
// prompt has no verdict.
const asked = `EXISTS (SELECT 1 FROM claims c WHERE c.id = o.claim AND c.verdict IS NULL AND c.withdrawn = '')`

// Mailboxes returns how things stand with everybody who ever was to be told.
func (b *Book) Mailboxes(ctx context.Context) (list []Mailbox, err error) {
	list = []Mailbox{}
	err = b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT channel, recipient, count(*) FILTER (WHERE state = 'sent'), coalesce(max(ended_at) FILTER (WHERE state = 'sent'), 0),
			count(*) FILTER (WHERE state = 'planned' AND attempts = 0), count(*) FILTER (WHERE state = 'planned' AND attempts > 0),
			coalesce(min(next_at) FILTER (WHERE state = 'planned' AND attempts > 0), 0),
			count(DISTINCT letter) FILTER (WHERE state = 'dead' AND `+asked+`), count(*) FILTER (WHERE state = 'dead' AND `+asked+`),
			coalesce((SELECT e.error FROM outbox e WHERE e.channel = o.channel AND e.recipient = o.recipient AND e.state IN ('planned', 'dead') AND e.error <> '' ORDER BY e.id DESC LIMIT 1), '')
			FROM outbox o GROUP BY channel, recipient ORDER BY recipient, channel`, nil, func(rows *sql.Rows) error {
			var m Mailbox
			err := rows.Scan(&m.Channel, &m.Recipient, &m.Sent, &m.SentAt, &m.Planned, &m.Trying, &m.NextAt, &m.Dead, &m.DeadPrompts, &m.Error)
			list = append(list, m)
			return err
		})
	})
	return list, b.explain(err)
}

// Undelivered returns how many letters nobody tries any more, or were tried in
// vain since an instant, and how many prompts are in them.
func (b *Book) Undelivered(ctx context.Context, since claims.Instant) (letters, prompts int, err error) {
	err = b.reader.QueryRowContext(ctx, `SELECT count(DISTINCT letter), count(*) FROM (
		SELECT letter, claim FROM outbox WHERE state = 'dead'
		UNION ALL SELECT letter, claim FROM outbox WHERE state = 'planned' AND error <> '' AND planned_at <= ?) o WHERE `+asked, int64(since)).Scan(&letters, &prompts)
	return letters, prompts, b.explain(err)
}

// Resend has the dead letters of a channel, or of all for "", tried again, and
// returns how many there were.
func (b *Book) Resend(ctx context.Context, now claims.Instant, channel string) (n int, err error) {
	o := &Outbox{book: b}
	err = o.update(ctx, func(t *sql.Tx) error {
		const dead = ` FROM outbox WHERE state = 'dead' AND (channel = ?1 OR ?1 = '')`
		if err := t.QueryRow(`SELECT count(DISTINCT letter)`+dead, channel).Scan(&n); err != nil {
			return err
		}
		_, err := t.Exec(`UPDATE outbox SET state = 'planned', ended_at = NULL, attempts = 0, next_at = 0 WHERE id IN (SELECT id`+dead+`)`, channel)
		return err
	})
	return n, err
}

// Unsent returns those of some prompts that nobody was sent, with their claims
// whole.
func (o *Outbox) Unsent(ctx context.Context, prompts []remind.Prompt) (list []remind.Prompt, err error) {
	rows := make([]planned, len(prompts))
	for i, p := range prompts {
		rows[i] = planned{Claim: int64(p.Claim.ID), Rule: p.Rule, Day: p.Occurrence.String(), Last: (p.Occurrence + setBack).String()}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return nil, err
	}
	err = o.book.view(ctx, func(q querier) error {
		err := each(ctx, q, `SELECT key FROM `+prompt+` p WHERE NOT `+inTheWay("AND o.state = 'sent'")+` ORDER BY key`,
			[]any{string(text), o.channel, o.recipient}, func(rows *sql.Rows) error {
				var i int
				err := rows.Scan(&i)
				list = append(list, prompts[i])
				return err
			})
		if err != nil {
			return err
		}
		return asTheyAre(ctx, q, o.book.watch, list, false)
	})
	return list, o.book.explain(err)
}

// Told is what became of one prompt.
type Told struct {
	Channel, Recipient string
	Rule               remind.Rule
	Occurrence         calendar.Day
	State              string         // planned, sent, dead or dropped
	At                 claims.Instant // when it was sent, dead or dropped; 0 while it is planned
	Attempts           int
	Error              string
}

// Told returns every prompt there ever was for a claim, as planned.
func (b *Book) Told(ctx context.Context, id claims.ID) (list []Told, err error) {
	err = b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT channel, recipient, rule, occurrence, state, coalesce(ended_at, 0), attempts, error FROM outbox WHERE claim = ? ORDER BY id`,
			[]any{int64(id)}, func(rows *sql.Rows) error {
				var t Told
				var day string
				err := rows.Scan(&t.Channel, &t.Recipient, &t.Rule, &day, &t.State, &t.At, &t.Attempts, &t.Error)
				if err == nil {
					t.Occurrence, err = parseDay(day)
				}
				list = append(list, t)
				return err
			})
	})
	return list, b.explain(err)
}

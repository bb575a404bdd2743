package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"tracker/claims"
	"tracker/remind"
)

// setBack is by how many days a clock may be set back without a claim being
// prompted for again: an occurrence that lies further ahead than that was
// planned by a clock that was wrong, and must not silence the right one.
const setBack = 92

// planned is a prompt as a statement takes it.
type planned struct {
	Claim int64       `json:"claim"`
	Rule  remind.Rule `json:"rule"`
	Day   string      `json:"day"`
	Last  string      `json:"last"` // an occurrence up to this day stands in its way
}

// prompt is prompts as a table, in order by key.
const prompt = `(SELECT CAST(value ->> 'claim' AS BIGINT) AS claim, value ->> 'rule' AS rule, value ->> 'day' AS day, value ->> 'last' AS last, key FROM json_each(?1))`

// inTheWay is the condition that a prompt p was planned before, or a later
// one of its claim was, and that one is as further said.
func inTheWay(further string) string {
	return `EXISTS (SELECT 1 FROM outbox o WHERE o.claim = p.claim AND o.rule = p.rule AND o.channel = ?2 AND o.recipient = ?3 ` + further + `
		AND (o.occurrence = p.day OR o.occurrence > p.day AND o.occurrence <= p.last AND o.state <> 'dropped'))`
}

// Plan stores prompts; see remind.Outbox. Most passes find nothing new, and
// then only read.
func (o *Outbox) Plan(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	if len(prompts) == 0 {
		return nil
	}
	rows := make([]planned, len(prompts))
	for i, p := range prompts {
		rows[i] = planned{Claim: int64(p.Claim.ID), Rule: p.Rule, Day: p.Occurrence.String(), Last: (p.Occurrence + setBack).String()}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	fresh := `SELECT p.claim, p.rule, p.day, p.key FROM ` + prompt + ` p WHERE NOT ` + inTheWay("")
	var any bool
	err = o.book.ask(ctx, `SELECT EXISTS (`+fresh+`)`, string(text), o.channel, o.recipient).Scan(&any)
	if err != nil || !any {
		return o.book.explain(err)
	}
	return o.update(ctx, func(t *sql.Tx) error {
		// What is being sent stays; what failed comes anew.
		if _, err := t.Exec(`UPDATE outbox SET state = 'dropped', ended_at = ?4 WHERE id IN (SELECT o.id FROM (`+fresh+`) f
			JOIN outbox o ON o.claim = f.claim AND o.rule = f.rule AND o.occurrence < f.day AND o.channel = ?2 AND o.recipient = ?3
			WHERE o.state = 'dead' OR o.state = 'planned' AND `+free("o.", "?4")+`)`, string(text), o.channel, o.recipient, int64(now)); err != nil {
			return err
		}
		_, err := t.Exec(`INSERT INTO outbox (claim, rule, occurrence, channel, recipient, state, planned_at)
			SELECT claim, rule, day, ?2, ?3, 'planned', ?4 FROM (`+fresh+` ORDER BY key) f`, string(text), o.channel, o.recipient, int64(now))
		return err
	})
}

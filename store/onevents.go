package store

import (
	"context"

	"tracker/claims"
)

// What the verdict of a claim on an event says, and what it rests on.
var (
	judgedColumns = pick(claimColumns, "earliest", "latest", "zone", "grace_days")
	judgedVerdict = pick(verdictColumns, "uid", "outcome", "event_date", "at")

	forVerdicts = reading{asShown("e") + `, c.id, ` + columnNames("c.", judgedColumns) + `, ` + columnNames("v.", judgedVerdict),
		` FROM claims c JOIN names e ON e.id = c.event JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `,
		func(l *landing) []any {
			return addresses(addresses([]any{&l.claim.Event, &l.claim.ID}, judgedColumns, &l.claim), judgedVerdict, &l.verdict)
		}}
)

// onEvents is the claims on some events, whatever these were called before
// they were merged.
func onEvents(n int) string {
	named := ` WHERE r.kind = 'event' AND r.fold IN (` + marks(n) + `)`
	return `WHERE c.event IN (SELECT r.id FROM names r` + named + ` UNION ALL SELECT m.id FROM names r JOIN names m ON m.target = r.id` + named + `)
		AND c.withdrawn = '' AND v.outcome IN ('yes', 'no') ORDER BY c.id`
}

// OnEvents returns the claims with a verdict of yes or no on some events, which
// are called as people see them, by the fold of the event, the first logged
// first. Of a claim there is only its event, its number, its window, and when
// what happened.
func (b *Book) OnEvents(ctx context.Context, events []string) (map[string][]claims.Claim, error) {
	on := map[string][]claims.Claim{}
	if len(events) == 0 {
		return on, nil
	}
	var args []any
	for _, e := range events {
		args = append(args, claims.Fold(e))
	}
	err := b.view(ctx, func(q querier) error {
		for c, err := range forVerdicts.of(ctx, q, onEvents(len(events)), append(args, args...)) {
			if err != nil {
				return err
			}
			fold := claims.Fold(c.Event)
			on[fold] = append(on[fold], *c)
		}
		return nil
	})
	return on, err
}

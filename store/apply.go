package store

import (
	"context"
	"encoding/json"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// apply makes the change that an entry records. It is how a journal becomes
// a book; commands that run for the first time make the same changes through
// add and change.
func (t *tx) apply(ctx context.Context, e ledger.Entry) error {
	if e.Kind == ledger.Import {
		return t.applyImport(e)
	}
	var body struct {
		ledger.Change
		UID claims.UID `json:"uid"` // only a new claim has one
	}
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return err
	}
	if body.UID != "" {
		var c claims.Claim
		if err := json.Unmarshal(e.Body, &c); err != nil {
			return err
		}
		if c.UID != claims.UID(e.Subject) {
			return fmt.Errorf("the entry is about %s, its body about %s", e.Subject, c.UID)
		}
		return t.insert(&c)
	}
	if body.Undoes != 0 {
		if err := t.markUndone(body.Undoes, e.Command); err != nil {
			return err
		}
	}
	return t.patch(ctx, claims.UID(e.Subject), body.Change)
}

// patch applies a change to the claim it is about, whose members must be as
// the change says they were.
func (t *tx) patch(ctx context.Context, uid claims.UID, change ledger.Change) error {
	c, err := t.claim(ctx, uid)
	if err != nil {
		return err
	}
	before, err := ledger.Canonical(c)
	if err != nil {
		return err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(before, &members); err != nil {
		return err
	}
	for k, was := range change.Was {
		if string(members[k]) != string(was) {
			return &conflict{claim: c.ID, member: k}
		}
	}
	for k, v := range change.Set {
		members[k] = v
	}
	after, err := json.Marshal(members)
	if err != nil {
		return err
	}
	c = claims.Claim{}
	if err := json.Unmarshal(after, &c); err != nil {
		return err
	}
	return t.replace(&c)
}

// conflict says that a member is not as a change expects it.
type conflict struct {
	claim  claims.ID
	member string
}

func (c *conflict) Error() string {
	return fmt.Sprintf("claim %d: %s has changed since", c.claim, c.member)
}

// claim reads the claim with a uid inside the transaction.
func (t *tx) claim(ctx context.Context, uid claims.UID) (claims.Claim, error) {
	list, err := load(ctx, t, "WHERE c.uid = ?", string(uid))
	if err != nil {
		return claims.Claim{}, err
	}
	if len(list) == 0 {
		return claims.Claim{}, noClaim(uid)
	}
	return list[0], nil
}

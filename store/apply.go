package store

import (
	"context"
	"encoding/json"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
)

// decoded is an entry with what its body says. Decoding needs no book, and is
// most of the work of a replay.
type decoded struct {
	entry     ledger.Entry
	stored    []byte // its body as it is stored
	canonical bool   // for certain
	err       error  // it cannot be read at all
	breach    error  // the rule that it breaks
	body      entryBody
	added     *claims.Claim // of a new claim
	kept      error         // the rule that the claim breaks
	unread    error         // its body cannot be decoded
	alone     bool          // all there is to say of its claim, which is compared at once
}

// entryBody is the body of an entry about a claim or a name.
type entryBody struct {
	nameBody
	UID claims.UID `json:"uid"` // only a new claim has one
}

// decode reads the body of an entry.
func decode(s storedEntry) (d decoded) {
	if d.entry, d.err = s.whole(); d.err != nil {
		return d
	}
	e := d.entry
	if d.stored = s.body; d.stored == nil {
		d.stored = ledger.Pack(e.Body)
	}
	added := &claims.Claim{}
	if e.Kind == ledger.Claim && ledger.Read(e.Body, added) && added.UID != "" {
		d.canonical, d.breach, d.added, d.kept = true, vetMaker(e), added, added.Kept()
		return d
	}
	*added = claims.Claim{}
	d.breach = vetEntry(e, added)
	if e.Kind == ledger.Import {
		return d
	}
	if d.unread = json.Unmarshal(e.Body, &d.body); d.unread != nil || d.body.UID == "" {
		return d
	}
	if d.breach != nil { // then it is not decoded to its end
		*added = claims.Claim{}
		d.unread = json.Unmarshal(e.Body, added)
	}
	d.added, d.kept = added, added.Kept()
	return d
}

// apply makes the change that an entry records. It is how a journal becomes
// a book; commands that run for the first time make the same changes through
// add and change.
func (t *tx) apply(ctx context.Context, d decoded) error {
	e, body := d.entry, d.body
	if e.Kind == ledger.Import {
		return t.applyImport(e)
	}
	if d.unread != nil {
		return d.unread
	}
	if c := d.added; c != nil {
		if c.UID != claims.UID(e.Subject) {
			return fmt.Errorf("the entry is about %s, its body about %s", e.Subject, c.UID)
		}
		if err := t.vetted(d.kept); err != nil {
			return err
		}
		c.Entered(claims.Instant(e.At))
		if d.alone {
			return t.expect(c)
		}
		return t.insert(c)
	}
	if body.Undoes != 0 {
		if err := t.markUndone(body.Undoes, e.Command); err != nil {
			return err
		}
	}
	switch e.Kind {
	case ledger.Name:
		return t.applyName(ctx, e, body.nameBody)
	case ledger.Draft:
		return t.changeDraft(e.Subject, body.Change)
	}
	if err := t.applyChange(ctx, d); err != nil || body.Undoes == 0 {
		return err
	}
	return t.retrace(ctx, claims.UID(e.Subject))
}

// applyChange makes the change to a claim that an entry records.
func (t *tx) applyChange(ctx context.Context, d decoded) error {
	uid, at := claims.UID(d.entry.Subject), claims.Instant(d.entry.At)
	if w, ok := turnOf(d.entry.Body); ok {
		if err := t.vetted(w.kept()); err != nil {
			return err
		}
		return t.take(uid, w, at)
	}
	return t.patch(ctx, uid, d.body.Change, at)
}

// patch applies a change to the claim it is about, whose members must be as
// the change says they were.
func (t *tx) patch(ctx context.Context, uid claims.UID, change ledger.Change, at claims.Instant) error {
	c, err := claimWith(ctx, t, uid)
	if err != nil {
		return err
	}
	after, err := overlay(c, change, conflictOf(c.ID))
	if err != nil {
		return err
	}
	var now claims.Claim
	if err := json.Unmarshal(after, &now); err != nil {
		return err
	}
	if err := t.vetted(now.Kept()); err != nil {
		return err
	}
	now.Changed(&c, at)
	return t.replace(&now)
}

// overlay returns before, as JSON, with a change made to it. When a member is
// not as the change says it was, the error is the mismatch: what is empty may
// be there as such, as it is in entries of old, or be left out.
func overlay[T any](before T, change ledger.Change, mismatch conflict) ([]byte, error) {
	members, err := membersOf(before)
	if err != nil {
		return nil, err
	}
	was, err := json.Marshal(change.Was)
	if err != nil {
		return nil, err
	}
	var then T
	if err := json.Unmarshal(was, &then); err != nil {
		return nil, err
	}
	expected, err := membersOf(then)
	if err != nil {
		return nil, err
	}
	for k := range change.Was {
		if string(members[k]) != string(expected[k]) {
			mismatch.member = k
			return nil, &mismatch
		}
	}
	for k, v := range change.Set {
		members[k] = v
	}
	return json.Marshal(members)
}

// membersOf returns the members of v that are not empty, each canonical.
func membersOf(v any) (members map[string]json.RawMessage, err error) {
	text, err := ledger.Canonical(v)
	if err == nil {
		err = json.Unmarshal(text, &members)
	}
	return members, err
}

// difference is the change that makes after of before.
func difference(before, after any) (ledger.Change, error) {
	b, err := ledger.Canonical(before)
	if err != nil {
		return ledger.Change{}, err
	}
	a, err := ledger.Canonical(after)
	if err != nil {
		return ledger.Change{}, err
	}
	return ledger.Diff(b, a)
}

// conflict says that a member is not as a change expects it.
type conflict struct {
	what   string
	claim  claims.ID // 0 for a name
	member string
}

func (c *conflict) Error() string { return c.what + ": " + c.member + " has changed since" }

// hint says what to do about a conflict.
func (c *conflict) hint() string {
	if c.claim == 0 {
		return "undo what came later first"
	}
	return fmt.Sprintf("tracker history %d shows what came later; undo that first", c.claim)
}

// claimWith reads the claim with a uid, its names as they were typed.
func claimWith(ctx context.Context, q querier, uid claims.UID) (claims.Claim, error) {
	list, err := load(ctx, q, asTyped, "WHERE c.uid = ?", packed(string(uid)))
	if err != nil {
		return claims.Claim{}, err
	}
	if len(list) == 0 {
		return claims.Claim{}, noClaim(uid)
	}
	return list[0], nil
}

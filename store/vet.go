package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"sync"

	"tracker/claims"
	"tracker/ledger"
)

// vetter says what becomes of an entry of a replayed journal that breaks a
// rule: it is refused when the error comes back.
type vetter func(seq int64, err error) error

// strictly refuses what breaks a rule.
func strictly(_ int64, err error) error { return err }

// leniently lets it pass.
func leniently(int64, error) error { return nil }

// vetted hands a broken rule to the vetter of the replay.
func (t *tx) vetted(err error) error {
	if err == nil || t.vet == nil {
		return nil
	}
	return t.vet(t.last, err)
}

// verbPattern is what a verb looks like: words that are typed.
var verbPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]+([ -][a-z]+){0,7}$`) })

// vetEntry checks what stands around the body of an entry, and that the body
// has no members that nobody knows. A new claim is decoded into added.
func vetEntry(e ledger.Entry, added *claims.Claim) error {
	if err := vetMaker(e); err != nil {
		return err
	}
	switch e.Kind {
	case ledger.Import:
		return known(e.Body, &importBody{})
	case ledger.Draft:
		return vetDraft(e)
	}
	var kind struct {
		UID claims.UID                 `json:"uid"`
		Set map[string]json.RawMessage `json:"set"`
		Why string                     `json:"why"`
	}
	if err := json.Unmarshal(e.Body, &kind); err != nil {
		return err
	}
	if err := claims.Text("why", kind.Why, claims.MaxText); err != nil {
		return err
	}
	switch {
	case kind.UID != "":
		return known(e.Body, added)
	case e.Kind == ledger.Name:
		return vetName(e, kind.Set)
	}
	if err := known(e.Body, &ledger.Change{}); err != nil {
		return err
	}
	set, err := json.Marshal(kind.Set)
	if err != nil {
		return err
	}
	return known(set, &claims.Claim{})
}

// vetMaker checks who made an entry, and with what verb.
func vetMaker(e ledger.Entry) error {
	if err := claims.Actor(e.Actor); err != nil {
		return err
	}
	if len(e.Verb) > 64 || !verbPattern().MatchString(e.Verb) {
		return claims.Refuse("verb", "%.64q is no verb", e.Verb)
	}
	return nil
}

// vetName checks a change to a name.
func vetName(e ledger.Entry, set map[string]json.RawMessage) error {
	var body nameBody
	if err := known(e.Body, &body); err != nil {
		return err
	}
	names := []string{body.Called}
	for _, member := range []string{"name", "target"} {
		var name string
		if json.Unmarshal(set[member], &name) == nil {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if err := claims.Text("name", name, claims.MaxName); err != nil {
			return err
		}
	}
	return nil
}

// known refuses members of an object that into does not have.
func known(object []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(object))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("the body: %w", err)
	}
	return nil
}

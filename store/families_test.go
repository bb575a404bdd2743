package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// A name that goes by several comes with all of them, the oldest first, whatever
// it is called now; one that goes by one does not.
func TestFamilies(t *testing.T) {
	b := mustCreate(t)
	for i, speaker := range []string{"The ministry", "City council", "Captain", "The envoy"} {
		by(t, b, i+1, speaker)
	}
	mustName(t, func(cmd Command) error { return b.Rename(ctx, cmd, Speakers, "The ministry", "Ministry of Transport") })
	mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Speakers, "City council", "Ministry of Transport") })
	mustName(t, func(cmd Command) error { return b.Alias(ctx, cmd, Speakers, "Captain", "The captain") })
	got, err := b.Families(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := []claims.Family{
		{Shown: "Ministry of Transport", Names: []string{"The ministry", "City council", "Ministry of Transport"}},
		{Shown: "Captain", Names: []string{"Captain", "The captain"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

package post

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/claims"
	"tracker/settings"
)

// kept is what a book knows of its post.
type kept struct {
	last, next       claims.Instant
	letters, prompts int
}

func (k kept) Post(context.Context) (claims.Instant, claims.Instant, bool, error) {
	return k.last, k.next, k.letters > 0, nil
}

func (k kept) Undelivered(context.Context, claims.Instant) (int, int, error) {
	return k.letters, k.prompts, nil
}

// Nobody is told of a late pass before three hours, nor where nobody is to be
// told of anything.
func TestNag(t *testing.T) {
	now := time.Date(2025, 8, 20, 12, 0, 0, 0, time.UTC)
	hours := func(n int) claims.Instant { return claims.At(now.Add(-time.Duration(n) * time.Hour)) }
	told := map[string]settings.Recipient{"desk": {}}
	for name, c := range map[string]struct {
		book       kept
		recipients map[string]settings.Recipient
		unsent     int
		want       string
	}{
		"nobody is to be told":       {kept{}, nil, 3, ""},
		"never, and nothing waits":   {kept{}, told, 0, ""},
		"never, and something waits": {kept{}, told, 1, "no pass was ever made: start tracker daemon, or run tracker remind from cron; 1 prompt waits"},
		"two hours late":             {kept{last: hours(26), next: hours(2)}, told, 2, ""},
		"three hours late":           {kept{last: hours(27), next: hours(3)}, told, 2, "no pass for 27 h (the last good one was 2025-08-19 09:00): start tracker daemon, or run tracker remind from cron; 2 prompts wait"},
		"a dead letter":              {kept{last: hours(1), next: hours(0), letters: 1, prompts: 4}, told, 9, "1 letter could not be delivered, see tracker remind status; 4 prompts wait"},
	} {
		s := &settings.Settings{Now: now, Zone: time.UTC}
		s.Recipients = c.recipients
		got := Nag(context.Background(), s, c.book, func() int { return c.unsent })
		if !strings.HasSuffix(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A mailbox in a line names what is wrong once, in a line, and who tries again.
func TestMailboxLine(t *testing.T) {
	m := Mailbox{Channel: "mail", Recipient: "desk", Sent: 2, Trying: 1, NextAt: 60_000, Dead: 1, DeadPrompts: 3, Error: "550\nno such\tuser"}
	const want = "desk by mail: 2 sent, 1 tried again from Thu 1 Jan 1970 00:01 UTC, 1 letter dead with 3 prompts (tracker remind resend mail); last error: 550 no such user"
	if got := m.Line(0, time.UTC); got != want {
		t.Errorf("got %q", got)
	}
	if got := m.Line(60_000, time.UTC); !strings.Contains(got, "1 tried again in the next pass") {
		t.Errorf("got %q", got)
	}
	if err := NotDelivered("mail", errors.New("two\nlines")); err.Error() != "not delivered: two lines" {
		t.Errorf("got %q", err)
	}
}

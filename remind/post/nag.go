package post

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tracker/claims"
	"tracker/remind"
	"tracker/settings"
	"tracker/telling/report"
)

// lateAfter is how long a pass or a letter may be late before anybody is told.
const lateAfter = claims.Instant(3 * time.Hour / time.Millisecond)

// Ledger is what the book knows of its post.
type Ledger interface {
	// Post is when a pass last succeeded, 0 for never, when the next was to be
	// expected, and whether anything was not sent.
	Post(ctx context.Context) (at, next claims.Instant, unsent bool, err error)
	// Undelivered counts letters that are dead or tried in vain since an
	// instant, and the prompts in them.
	Undelivered(ctx context.Context, since claims.Instant) (letters, prompts int, err error)
}

// Nag says in one line what keeps prompts from arriving, "" when nothing does:
// no pass has succeeded for three hours longer than it should have, or letters
// are dead or tried in vain for so long. Unsent counts what a pass would send.
func Nag(ctx context.Context, s *settings.Settings, l Ledger, unsent func() int) string {
	last, next, kept, err := l.Post(ctx)
	if err != nil {
		return "" // nothing is wrong enough with it to spoil the command that was typed
	}
	late, prompts := lateness(s, last, next, unsent)
	letters, inThem := 0, 0
	if kept {
		if letters, inThem, err = l.Undelivered(ctx, s.Instant()-lateAfter); err != nil {
			return ""
		}
	}
	var parts []string
	if late != "" {
		parts = append(parts, late)
	}
	if letters > 0 {
		parts = append(parts, report.Count(letters, "letter")+" could not be delivered, see tracker remind status")
	}
	if len(parts) == 0 {
		return ""
	}
	if late == "" {
		prompts = inThem
	}
	return strings.Join(parts, "; ") + "; " + waits(prompts, "prompt")
}

// waits counts what waits: 1 prompt waits, 2 prompts wait.
func waits(n int, what string) string {
	if n == 1 {
		return report.Count(n, what) + " waits"
	}
	return report.Count(n, what) + " wait"
}

// lateness says that passes should have been made, "" when all is well, and how
// many prompts wait for one.
func lateness(s *settings.Settings, last, next claims.Instant, unsent func() int) (words string, prompts int) {
	now := s.Instant()
	switch {
	case last == 0 && len(s.Recipients) == 0:
		return "", 0
	case last != 0 && now-next < lateAfter:
		return "", 0
	}
	if prompts = unsent(); prompts == 0 && last == 0 {
		return "", 0
	}
	const cure = "start tracker daemon, or run tracker remind from cron"
	if last == 0 {
		return "somebody is to be told, and no pass was ever made: " + cure, prompts
	}
	return fmt.Sprintf("no pass for %d h (the last good one was %s): %s", (now-last)/3_600_000, last.Time(s.Zone).Format("2006-01-02 15:04"), cure), prompts
}

// Unsent counts what a pass would send now, out of the outboxes.
func (o *Office) Unsent(ctx context.Context, outbox func(remind.Route) remind.Outbox) (n int) {
	for _, r := range o.routes {
		if d, err := remind.Preview(ctx, outbox(r), r, o.settings.Instant()); err == nil {
			n += len(d.Prompts)
		}
	}
	return n
}

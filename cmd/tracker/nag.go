package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tracker/claims"
	"tracker/remind"
	"tracker/telling/report"
)

// patience is how long a pass or a letter may be late before anybody is told.
const patience = claims.Instant(3 * time.Hour / time.Millisecond)

// nag says in one line what keeps prompts from arriving: no pass has succeeded
// for three hours longer than it should have, or letters are dead or tried in vain for so long. It says
// nothing where nobody is reminded, and nothing is wrong enough with it to
// spoil the command that was typed.
func (e *env) nag(ctx context.Context, verb string) {
	if e.opened == nil || ctx.Err() != nil || slices.Contains([]string{"remind", "daemon", "demo", "restore"}, verb) {
		return
	}
	late, prompts := e.late(ctx)
	letters, inThem, err := e.opened.Undelivered(ctx, e.Instant()-patience)
	if err != nil {
		return
	}
	var parts []string
	if late != "" {
		parts = append(parts, late)
	}
	if letters > 0 {
		parts = append(parts, report.Count(letters, "letter")+" could not be delivered, see tracker remind status")
	}
	if len(parts) == 0 {
		return
	}
	if late == "" {
		prompts = inThem
	}
	e.Sayf("warning: %s; %s %s", strings.Join(parts, "; "), report.Count(prompts, "prompt"), map[bool]string{true: "waits", false: "wait"}[prompts == 1])
}

// late says that passes should have been made, "" when all is well, and how
// many prompts wait for one.
func (e *env) late(ctx context.Context) (words string, prompts int) {
	last, next, err := e.opened.LastBeat(ctx)
	now := e.Instant()
	switch {
	case err != nil || last == 0 && len(e.Recipients) == 0:
		return "", 0
	case last != 0 && now-next < patience:
		return "", 0
	}
	if prompts = e.unsent(ctx); prompts == 0 && last == 0 {
		return "", 0
	}
	const cure = "start tracker daemon, or run tracker remind from cron"
	if last == 0 {
		return "somebody is to be told, and no pass was ever made: " + cure, prompts
	}
	return fmt.Sprintf("no pass for %d h (the last good one was %s): %s", (now-last)/3_600_000, last.Time(e.Zone).Format("2006-01-02 15:04"), cure), prompts
}

// unsent counts what a pass would send.
func (e *env) unsent(ctx context.Context) (n int) {
	office, err := e.office()
	if err != nil {
		return 0
	}
	for _, r := range office.Routes() {
		d, err := remind.Preview(ctx, e.opened.Outbox(r.Channel, r.Recipient), r, e.Instant())
		if err == nil {
			n += len(d.Prompts)
		}
	}
	return n
}

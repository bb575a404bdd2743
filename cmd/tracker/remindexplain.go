package main

import (
	"context"
	"fmt"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/remind"
	"tracker/store"
	"tracker/telling/report"
)

// explainPrompts says whom a claim was and will be asked about, and why not.
func (e *env) explainPrompts(ctx context.Context, ref string) error {
	b, err := e.kept(ctx)
	if err != nil {
		return err
	}
	c, err := b.Claim(ctx, ref)
	if err != nil {
		return err
	}
	told, err := b.Told(ctx, c.ID)
	if err != nil {
		return err
	}
	office, err := e.office()
	if err != nil {
		return err
	}
	e.Printf("%d  %s: %s\n%s\n", c.ID, clean.Line(c.Speaker), clean.Line(c.Statement), promptState(c, e.Instant()))
	for _, t := range told {
		e.Printf("%s\n", e.toldLine(t))
	}
	if _, ok := (remind.Rules{}).Next(c, e.Instant()); !ok {
		return nil // nobody is asked any more
	}
	for _, r := range office.Routes() {
		means, err := r.Means(ctx, b.Outbox(r.Channel, r.Recipient), c)
		if err != nil {
			return err
		}
		e.Printf("%s\n", nextLine(r, c, means, e.Instant()))
	}
	return nil
}

// promptState is why a claim is asked about or not.
func promptState(c claims.Claim, now claims.Instant) string {
	switch status := c.Status(now); {
	case status == claims.Withdrawn:
		return "withdrawn: nobody is asked"
	case status == claims.Resolved, status == claims.Disputed:
		return string(status) + ": nobody is asked"
	case c.Window.DueAt == 0:
		return "its window has no end: nobody is asked"
	case status == claims.Snoozed:
		return "snoozed until " + report.Day(c.SnoozedUntil)
	case status == claims.Open:
		return "not due yet; its window ends on " + report.Day(c.Window.Latest)
	}
	return "waits for a verdict; its window ended on " + report.Day(c.Window.Latest)
}

func (e *env) toldLine(t store.Told) string {
	line := fmt.Sprintf("%s: the prompt of %s ", whom(t.Recipient, t.Channel), report.Day(t.Occurrence))
	switch t.State {
	case "sent":
		line += "was sent " + e.moment(t.At)
	case "dropped":
		line += "was not needed any more"
	case "dead":
		line += "could not be delivered"
	default:
		line += "waits to be sent"
	}
	if t.Error != "" {
		line += fmt.Sprintf(" after %s: %s", report.Count(t.Attempts, "attempt"), clean.Line(strings.Join(strings.Fields(t.Error), " ")))
	}
	return line
}

// nextLine is when a recipient is asked next.
func nextLine(r remind.Route, c claims.Claim, means bool, now claims.Instant) string {
	day, ok := r.Next(c, now)
	switch who := whom(r.Recipient, r.Channel); {
	case !means:
		return who + ": is not told of it"
	case !ok:
		return who + ": no more prompts"
	default:
		return who + ": next on " + report.Day(day)
	}
}

// whom names a recipient and a channel.
func whom(recipient, channel string) string {
	if recipient == "" {
		return channel
	}
	return recipient + " by " + channel
}

package post

import (
	"context"
	"fmt"
	"time"

	"tracker/remind/hook"
)

// Ping tells a watchdog outside, by the protocol of Healthchecks, that a pass
// succeeded, or that it failed; nothing without ping_url. No error says the
// address.
func (o *Office) Ping(ctx context.Context, failed bool) error {
	address, err := o.secret("ping", "url", o.settings.PingURL, nil)
	if address == "" || err != nil {
		return err
	}
	after := ""
	if failed {
		after = "/fail"
	}
	// A watchdog may well stand on the own network: Private.
	_, err = (&hook.Hook{URL: address, Private: true, Clock: time.Now}).Get(ctx, after)
	if err != nil {
		return fmt.Errorf("ping the watchdog: %w", err)
	}
	return nil
}

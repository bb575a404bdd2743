package daemon

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A pass that panics or fails is reported, and the next one comes.
func TestRunGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute+time.Second)
		defer cancel()
		passes := 0
		var reported []string
		err := Run(ctx, time.Minute, nil, func(context.Context) error {
			passes++
			switch passes {
			case 1:
				panic("first")
			case 2:
				return errors.New("second")
			}
			return nil
		}, func(err error) { reported = append(reported, err.Error()) })
		if err != nil || passes != 4 {
			t.Errorf("%d passes, %v; want 4 (one at once, three a minute apart)", passes, err)
		}
		if len(reported) != 2 || !strings.HasPrefix(reported[0], "a pass panicked: first") || reported[1] != "second" {
			t.Errorf("reported %q", reported)
		}
	})
}

// A slow pass is not run a second time beside itself.
func TestRunNeverOverlaps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 9*time.Minute+15*time.Second)
		defer cancel()
		running := 0
		err := Run(ctx, time.Minute, nil, func(context.Context) error {
			if running++; running > 1 {
				t.Error("two passes at once")
			}
			time.Sleep(150 * time.Second) // the bubble's clock, not the machine's
			running--
			return nil
		}, func(err error) { t.Error(err) })
		if err != nil {
			t.Error(err)
		}
	})
}

// Who is woken looks at once, and then keeps to its times.
func TestRunIsWoken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		start, wake := time.Now(), make(chan struct{})
		go func() {
			time.Sleep(10 * time.Second)
			wake <- struct{}{}
		}()
		var at []time.Duration
		err := Run(ctx, time.Minute, wake, func(context.Context) error {
			at = append(at, time.Since(start))
			return nil
		}, func(err error) { t.Error(err) })
		if want := []time.Duration{0, 10 * time.Second, time.Minute}; err != nil || !slices.Equal(at, want) {
			t.Errorf("passes at %v, %v; want %v", at, err, want)
		}
	})
}

func TestRunStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		err := Run(t.Context(), time.Minute, nil, func(context.Context) error { return ErrStop }, nil)
		if !errors.Is(err, ErrStop) {
			t.Errorf("err = %v, want ErrStop", err)
		}
	})
	if err := Run(t.Context(), time.Millisecond, nil, nil, nil); err == nil {
		t.Error("a pass every millisecond was accepted")
	}
}

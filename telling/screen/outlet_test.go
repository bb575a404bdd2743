package screen

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"testing"
)

// forsaken is a pipe whose reader has gone.
type forsaken struct{}

func (forsaken) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// A reader that has gone ends the context; a pass that writes to it on its own
// account ends nothing.
func TestOutletThatNobodyReads(t *testing.T) {
	sc := &Screen{Out: forsaken{}, Err: io.Discard}
	ctx, out := sc.Until(t.Context())
	if _, err := io.WriteString(sc.Fresh(), "a prompt"); !errors.Is(err, ErrUnread) || ctx.Err() != nil || out.Failed() != nil {
		t.Errorf("a pass: %v, the context %v, remembered %v", err, ctx.Err(), out.Failed())
	}
	if sc.Printf("a row"); ctx.Err() == nil || !Unread(out.Failed()) {
		t.Errorf("the context %v, remembered %v", ctx.Err(), out.Failed())
	}
}

func TestUnread(t *testing.T) {
	mail := errors.New("the mail server is away")
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false}, {mail, false}, {syscall.EPIPE, false}, {ErrUnread, true}, {fmt.Errorf("write: %w", ErrUnread), true},
		{errors.Join(ErrUnread, fmt.Errorf("write: %w", ErrUnread)), true}, {errors.Join(mail, ErrUnread), false},
	} {
		if got := Unread(c.err); got != c.want {
			t.Errorf("Unread(%v) = %v", c.err, got)
		}
	}
}

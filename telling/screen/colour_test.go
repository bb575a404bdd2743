package screen

import (
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
)

// TestNoColour: colour is for terminals, and NO_COLOR turns it off.
func TestNoColour(t *testing.T) {
	for _, c := range []struct {
		colour bool
		want   string
	}{{true, "\x1b[1mx\x1b[0m"}, {false, "x"}} {
		if got := (&Screen{Colour: c.colour}).Paint("x", text.Bold); got != c.want {
			t.Errorf("painted %q, want %q", got, c.want)
		}
	}
	for _, c := range []struct {
		noColor, term string
		tty, want     bool
	}{{"", "xterm", true, true}, {"", "xterm", false, false}, {"1", "xterm", true, false}, {"", "dumb", true, false}} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.term)
		if got := wantsColour(c.tty); got != c.want {
			t.Errorf("%+v: colour %v", c, got)
		}
	}
}

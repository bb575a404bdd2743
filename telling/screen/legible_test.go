package screen

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"tracker/claims"
)

// A terminal is not given a workbook, and anything else is given one.
func TestLegible(t *testing.T) {
	for _, c := range []struct {
		terminal bool
		text     string
		refused  bool
	}{
		{true, "PK\x03\x04\x14\x00", true},
		{true, "PK is the sign of a party\n", false},
		{false, "PK\x03\x04\x14\x00", false},
	} {
		var out bytes.Buffer
		_, err := io.WriteString((&Screen{Out: &out, TTYOut: c.terminal}).Legible(), c.text)
		if refusal := new(claims.Error); errors.As(err, &refusal) != c.refused {
			t.Errorf("%q on a terminal %v: %v", c.text, c.terminal, err)
		}
		if want := c.text; !c.refused && out.String() != want || c.refused && out.Len() > 0 {
			t.Errorf("%q on a terminal %v: wrote %q", c.text, c.terminal, out.String())
		}
	}
}

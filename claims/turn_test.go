package claims

import (
	"testing"

	"tracker/reading/hedge"
)

// The other reading of the days has the direction that its own words have, and
// what turns a claim round leaves one that may be kept.
func TestTurns(t *testing.T) {
	const statement = "The stadium opens"
	for quote, want := range map[string]string{
		"The stadium will not open on 1 May but on 1 June.":           "--will",
		"The stadium will not open on 1 May but rather on 1 June.":    "--will",
		"The stadium won't open on 1 May; it will open on 1 June.":    "--will",
		"The stadium won't open on 1 May, it will open on 1 June.":    "--will",
		"The stadium will not open on 1 May, only on 1 June.":         "--will",
		"There is no chance the stadium opens on 1 May but on 1 June": "--hedge likely",
		"The stadium will not open on 1 May or on 1 June.":            "",
		"The stadium will not open on 1 May, nor on 1 June.":          "",
		"The stadium will not open on 1 May and not on 1 June.":       "",
		"The stadium will open on 1 June, not on 1 May.":              "--will-not",
		"The stadium will open on 1 June instead of on 1 May.":        "--will-not",
		"The stadium will open on 1 June or on 1 July.":               "",
		"The stadium will not open until 1 June.":                     "--will",
	} {
		d := Draft{Statement: statement, Quote: quote, Speaker: "City council", StatedOn: "2025-03-12"}
		c, _, err := reader(t).Claim(d, instant("2025-03-12T12:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Window.Alternatives) == 0 {
			t.Errorf("%s: no other reading", quote)
			continue
		}
		got := ""
		if Turns(c, c.Window.Alternatives[0], hedge.Builtin()) {
			got = Turned(c, hedge.Builtin()).Flags()
		}
		if got != want {
			t.Errorf("%s: %v %q, want %q", quote, c.Window, got, want)
		}
	}
}

package report

import "testing"

func TestSingled(t *testing.T) {
	const quote = "We will play Yesterday, and the “new song” too."
	for _, c := range [][2]string{
		{"The song is played", "The song is played"},
		{`The song "Yesterday" is played`, "The song “Yesterday” is played"},
		{"The song «Tomorrow» is played", "The song ‘Tomorrow’ is played"},
		{"The “new song” and “another”", "The “new song” and ‘another’"},
		{`An end "that is none`, "An end ‘that is none"},
		{"It's 5 o’clock", "It's 5 o’clock"},
		{`""`, "‘’"},
		{"", ""},
	} {
		if got := singled(c[0], quote); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

package hedge

import (
	"strings"
	"testing"
)

// Which way words point is a matter of the words, not of how near their number
// lies to one half.
func TestSide(t *testing.T) {
	for _, test := range []struct {
		words string
		side  Side
		known bool
	}{
		{"will", Yes, true},
		{"is expected to", Yes, true},
		{"aims to", Yes, true},
		{"vows to", Yes, true},
		{"good chance", Yes, true},
		{"more likely than not", Yes, true},
		{"unlikely", No, true},
		{"no chance", No, true},
		{"probably not", No, true},
		{"serious possibility", Neither, true},
		{"could", Neither, true},
		{"may well", Neither, true},
		{"plausible", Neither, true},
		{"hopes to", Neither, true},
		{"cannot rule out", Neither, true},
		{"toss-up", Neither, true},
		{"not likely", No, true},
		{"will not", No, true},
		{"cannot", No, true},
		{"could not", No, true},
		{"not certain", Neither, true},
		{"less likely", Neither, true},
		{"70 %", Yes, true},
		{"0.4", No, true},
		{"50%", Neither, true},
		{"fifty-fifty", Neither, true},
		{"my gut says", Neither, true},
		{"TBD", Neither, true},
		{"by my astrolabe", Neither, false},
		{"", Neither, false},
	} {
		if side, known := Builtin().Side(test.words); side != test.side || known != test.known {
			t.Errorf("Side(%q) = %s, %v; want %s, %v", test.words, side, known, test.side, test.known)
		}
	}
}

// A lexicon of one's own may say the side, and needs not.
func TestSideOfYourOwn(t *testing.T) {
	own, err := Load(strings.NewReader(`phrase,point,low,high,side
could,0.3,0.1,0.5,no
likely,0.6,0.5,0.7,
in the bag,0.9,0.8,1,
in the air,0.6,0.5,0.7,
in the bin,0.1,0,0.2,
in the open,0.9,0.8,1,none
`), "desk")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]Side{
		"could": No, "likely": Yes, "in the bag": Yes, "in the air": Neither, "in the bin": No, "in the open": Neither,
	} {
		if got := own.Read(words).Side; got != want {
			t.Errorf("Read(%q).Side = %s, want %s", words, got, want)
		}
	}
	_, err = Load(strings.NewReader("phrase,point,low,high,side\nlikely,0.7,0.6,0.8,left\n"), "desk")
	if err == nil || !strings.Contains(err.Error(), `line 2: side "left"`) {
		t.Errorf("a side that is none was loaded: %v", err)
	}
}

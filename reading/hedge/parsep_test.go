package hedge

import (
	"math"
	"strings"
	"testing"
)

func TestParseP(t *testing.T) {
	for in, want := range map[string]float64{
		"0": 0, "1": 1, "0.7": 0.7, ".5": 0.5, "1.0": 1, "1e-05": 1e-05, "2.5E-1": 0.25,
		"50%": 0.5, "100%": 1, "0.5%": 0.005, "29%": 0.29, "-0": 0, "-0.0": 0, "-0%": 0,
	} {
		got, err := ParseP(in)
		if err != nil || got != want || math.Signbit(got) {
			t.Errorf("ParseP(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
}

func TestParsePRefuses(t *testing.T) {
	for _, in := range []string{
		"", " ", "NaN", "+Inf", "inf", "1.0000001", "-0.1", "1e400", "0x1p-1", "٥٠", "0,5", "0.5 ", "1_0%",
		"101%", "50%%", "%", "50 percent", "one", "0.5.5", "1e", "-5%",
	} {
		p, err := ParseP(in)
		if err == nil || !strings.Contains(err.Error(), "write 0.7 or 70%") {
			t.Errorf("ParseP(%q) = %v, %v, want an error with an example", in, p, err)
		}
	}
}

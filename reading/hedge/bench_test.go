package hedge

import (
	"strings"
	"testing"
)

const benchSentence = "The ministry said on Tuesday that the two delegations would meet again in May, and that there is a good chance of a deal."

// What the first use of Builtin costs.
func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		runsOf(builtinForms[:])
	}
}

func BenchmarkFind(b *testing.B) {
	l := Builtin()
	b.ReportAllocs()
	b.SetBytes(int64(len(benchSentence)))
	for b.Loop() {
		l.Find(benchSentence)
	}
}

func BenchmarkRead(b *testing.B) {
	l := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		l.Read("there's a good chance")
	}
}

// Words without a hedge cost no allocation each, however many there are.
func TestFindAllocatesPerReading(t *testing.T) {
	l := Builtin()
	short := "The two delegations would meet again."
	long := strings.Repeat("The talks go on in the capital ", 8) + short
	allocs := func(s string) float64 { return testing.AllocsPerRun(100, func() { l.Find(s) }) }
	if a, b := allocs(short), allocs(long); b > a {
		t.Errorf("%v allocations for a long sentence, %v for a short one", b, a)
	}
}

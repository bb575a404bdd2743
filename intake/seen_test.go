package intake

import (
	"fmt"
	"runtime"
	"testing"

	"tracker/claims"
	"tracker/exchange"
)

// A line is found by what names its claim, and the first of several.
func TestSeenLines(t *testing.T) {
	words := claims.Claim{Speaker: "The ministry", StatedOn: "2025-08-06", Statement: "S", Quote: "Q", Window: claims.Window{Phrase: "P"}}
	with := func(uid claims.UID, key, statement string) claims.Identity {
		c := words
		c.UID, c.Key, c.Statement = uid, key, statement
		return c.Identity()
	}
	first := with("u1", "k", "S")
	for name, c := range map[string]struct {
		asked claims.Identity
		want  bool
	}{
		"the same":                   {first, true},
		"its words":                  {with("", "", "S"), true},
		"other words":                {with("", "", "T"), false},
		"its uid, other words":       {with("u1", "", "T"), true},
		"another uid":                {with("u2", "k", "S"), false},
		"its key, other words":       {with("", "k", "T"), true},
		"another key, the same word": {with("", "l", "S"), false},
		"a key that is its uid":      {with("", "u1", "S"), false},
	} {
		seen := newSeenLines()
		for n, i := range []claims.Identity{first, with("u3", "k", "S")} {
			if err := seen.add(seenLine{Line: 7 + n}, i, i); err != nil {
				t.Fatal(err)
			}
		}
		if l, ok, err := seen.find(c.asked); err != nil || ok != c.want || ok && l.Line != 7 {
			t.Errorf("%s: line %d, %v, %v, want %v", name, l.Line, ok, err, c.want)
		}
		for _, name := range []string{"u1", "k"} {
			if l, ok, err := seen.named(name); l.Line != 7 || !ok || err != nil {
				t.Errorf("named(%q) = %d, %v, want the first, 7", name, l.Line, err)
			}
		}
		if _, ok, _ := seen.byKey(""); ok {
			t.Error("no key finds something")
		}
		seen.lines.Close()
	}
}

// What an import keeps of a line until all are checked does not grow with its
// names, and is little: hashes of its key and of its words, and one of its event
// that has a verdict.
func TestOfALineLittleIsKept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const few, many, each = 20_000, 80_000, 60
	if grown := (keptOf(t, many) - keptOf(t, few)) / (many - few); grown > each {
		t.Errorf("%d bytes of each further line are kept, want at most %d", grown, each)
	} else {
		t.Logf("%d bytes of each further line", grown)
	}
}

// keptOf is how many bytes are kept of lines that are checked.
func keptOf(t *testing.T, lines int) int64 {
	before := heap()
	im := &importer{mixed: map[string]bool{}, seen: newSeenLines(), contradicted: newContradictions()}
	defer im.forget()
	for n := range lines {
		c := claims.Claim{Key: fmt.Sprintf("key-%d", n), Speaker: fmt.Sprintf("The ministry of region %d", n), Event: fmt.Sprintf("opening-of-road-%d", n),
			StatedOn: "2025-07-01", Statement: fmt.Sprintf("Road %d opens", n), Verdict: &claims.Verdict{Outcome: claims.No}}
		l := exchange.Line{Number: n + 1}
		if err := im.note(&l, &c, adds, c.Identity()); err != nil {
			t.Fatal(err)
		}
		if err := im.contradicted.note(nil, &l, &c); err != nil {
			t.Fatal(err)
		}
	}
	kept := heap() - before
	runtime.KeepAlive(im)
	return kept
}

// heap is how many bytes are in use, after everything else is collected.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracker/reading/deadline"
)

// The rules that a window records name what the configuration changes, in
// one order, and nothing that it leaves as it was.
func TestRules(t *testing.T) {
	days := func(from, to int) deadline.Distance {
		return deadline.Distance{From: from, To: to, Unit: deadline.Days}
	}
	for want, c := range map[string]Config{
		"":                    {},
		"+day-first+southern": {Southern: true, DayFirst: true},
		"+vague.soon=0-21d":   {Vague: map[string]deadline.Distance{"soon": days(0, 21)}},
		"+southern+vague.hours=0-2d+vague.soon=1-9d": {Southern: true, Vague: map[string]deadline.Distance{"soon": days(1, 9), "hours": days(0, 2)}},
		"+vague.few=2-4c+vague.years=1-3y": {Vague: map[string]deadline.Distance{"few": {From: 2, To: 4, Unit: deadline.Counts},
			"years": {From: 1, To: 3, Unit: deadline.Years}, "soon": days(0, 30)}},
	} {
		if got := c.Rules(); got != deadline.Version+want {
			t.Errorf("%+v: rules %q, want %q", c, got, deadline.Version+want)
		}
	}
}

func TestLineOf(t *testing.T) {
	const text = "zone = \"UTC\" # soon\n\n[vague]\r\n \"days-away\" = {from = 1}\nsoon={to = 3}\n"
	for key, want := range map[string]int{"zone": 1, "vague": 3, "days-away": 4, "soon": 5, "nothing": 1} {
		if got := lineOf(text, key); got != want {
			t.Errorf("%s is on line %d, want %d", key, got, want)
		}
	}
	if got := lineOf("vague.soon = {to = 3}\n[vague.days]\nto = 3", "days"); got != 2 {
		t.Errorf("a table of its own is on line %d, want 2", got)
	}
	if got := lineOf("zone = \"UTC\"\nvague.soon = {to = 3}", "soon"); got != 2 {
		t.Errorf("a dotted key is on line %d, want 2", got)
	}
}

// A flag goes before the configuration, each setting on its own; a file that
// the configuration names stands beside it.
func TestLexiconInForce(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	dir := filepath.Join(home, "tracker")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	const words = "phrase,point,low,high\ncould,0.3,0.1,0.5\n"
	for _, path := range []string{filepath.Join(dir, "desk.csv"), filepath.Join(home, "own.csv")} {
		if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(home, "own.csv")
	for _, c := range []struct {
		why           string
		flags, config Lexicon
		want          string
	}{
		{"nothing set", Lexicon{}, Lexicon{}, "tracker-2026.3"},
		{"a scale", Lexicon{}, Lexicon{Scale: "ipcc"}, "ipcc-ar6"},
		{"a flag over it", Lexicon{Scale: "kent"}, Lexicon{Scale: "ipcc"}, "kent-1964"},
		{"a file beside the configuration", Lexicon{}, Lexicon{File: "desk.csv"}, "tracker-2026.3+desk"},
		{"an absolute one", Lexicon{}, Lexicon{File: own, Scale: "ipcc"}, "ipcc-ar6+own"},
		{"replaced", Lexicon{}, Lexicon{File: "desk.csv", Mode: "replace"}, "desk"},
		{"extended by a flag", Lexicon{Mode: "extend"}, Lexicon{File: "desk.csv", Mode: "replace"}, "tracker-2026.3+desk"},
		{"another file", Lexicon{File: own}, Lexicon{File: "desk.csv", Mode: "replace"}, "own"},
	} {
		s := &Settings{flags: Flags{Lexicon: c.flags}, Config: Config{Lexicon: c.config}}
		l, err := s.Hedges()
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		name, digest, isFile := strings.Cut(l.Name(), "@") // a file's name ends in its digest
		if name != c.want || isFile != (len(digest) == 8) || isFile != (c.flags.File+c.config.File != "") {
			t.Errorf("%s: %s, want %s", c.why, l.Name(), c.want)
		}
	}
}

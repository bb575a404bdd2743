package claims

import (
	"strings"
	"testing"

	"tracker/reading/hedge"
)

// What a second reader might take the words for, with the flags that take it.
func TestSeconds(t *testing.T) {
	for _, c := range []struct{ statement, quote, want string }{
		{"The government falls", "This government won't survive the winter.", "--will-not"},
		{"The line reopens", "The line will remain closed until June.", "--will"},
		{"Rates are cut", "I think we will cut rates in June.", "--type promise; --hedge will"},
		{"Rates are cut", "We will probably cut rates in June.", "--type promise"},
		{"The vote is held", "The deal could be signed soon, but the vote will be held on Friday.", "--hedge could"},
		{"The deal is signed", "There is a good chance of a deal this week, or at least a real possibility.", `--hedge "real possibility"`},
		{"The road opens", "The road will open in May.", ""},
	} {
		d := Draft{Statement: c.statement, Quote: c.quote, Speaker: "The governor", StatedOn: "2026-03-04"}
		got, _, err := reader(t).Claim(d, instant("2026-03-04T12:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		var flags []string
		for _, s := range Seconds(got, hedge.Builtin()) {
			flags = append(flags, s.Flags())
		}
		if all := strings.Join(flags, "; "); all != c.want {
			t.Errorf("%s for %q: %s, want %s", c.quote, c.statement, all, c.want)
		}
		got.Polarity, got.Hedge.Words, got.Type = Will, "set by hand", Plan
		if s := Seconds(got, hedge.Builtin()); len(s) > 0 && s[0].Flag != "will-not" {
			t.Errorf("%s: members set by hand have second readings: %v", c.quote, s)
		}
	}
}

package hedge

import "testing"

// What the statement denies already is not denied once more.
func TestStatementThatDenies(t *testing.T) {
	l := Builtin()
	for _, c := range []struct {
		quote, statement string
		willNot          bool
	}{
		{"No train will run on Sunday", "No train runs on Sunday", false},
		{"No train will run on Sunday", "Trains run on Sunday", true},
		{"Nobody will lose their job by May", "Nobody loses their job", false},
		{"None of the stations will close", "None of the stations closes", false},
		{"There will be no recession in 2027", "There is no recession", false},
		{"There will be no recession in 2027", "There is a recession", true},
		{"The bridge will not open by May", "The bridge does not open", false},
		{"The bridge won't open by May", "The bridge will not open", false},
		{"No 10 will not resign", "No 10 resigns", true},
		{"We will not declare a no-fly zone", "A no-fly zone is declared", true},
		{"The bridge will open by May", "The bridge does not open", false},
	} {
		if r := l.FindFor(c.quote, c.statement); r.WillNot != c.willNot {
			t.Errorf("%q beside %q: will not %v, want %v", c.quote, c.statement, r.WillNot, c.willNot)
		}
	}
}

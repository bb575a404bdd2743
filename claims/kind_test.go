package claims

import "testing"

func TestIf(t *testing.T) {
	for condition, want := range map[string]string{
		"":                          "",
		"talks fail":                "if talks fail",
		"unless they open":          "unless they open",
		"Unless they open":          "Unless they open",
		"barring a last-minute":     "barring a last-minute",
		"if parliament agrees":      "if parliament agrees",
		"approval by the regulator": "if approval by the regulator",
	} {
		c := Claim{Condition: condition}
		if got := c.If(); got != want {
			t.Errorf("If of %q is %q, want %q", condition, got, want)
		}
	}
}

// Settled words are not read again, and what is given stands.
func TestKindIsReadOnce(t *testing.T) {
	d := Draft{Statement: "The tax is cut", Quote: "If elected, we will cut the tax by October.", Speaker: "A candidate", StatedOn: "2026-03-04"}
	now := instant("2026-03-04T12:00:00Z")
	c, _, err := reader(t).Claim(d, now)
	if err != nil {
		t.Fatal(err)
	}
	if c.Type != Promise || c.Condition != "elected" {
		t.Errorf("read as %q if %q, want a promise if elected", c.Type, c.Condition)
	}
	c.Type, c.Condition = "", ""
	if c, _, err = reader(t).Claim(c.Draft(), now); err != nil || c.Type != "" || c.Condition != "" {
		t.Errorf("settled, and read again as %q if %q (%v)", c.Type, c.Condition, err)
	}
	d.Type, d.Condition = Forecast, "the party wins"
	if c, _, err = reader(t).Claim(d, now); err != nil || c.Type != "" || c.Condition != "the party wins" {
		t.Errorf("given, and read as %q if %q (%v)", c.Type, c.Condition, err)
	}
}

package post

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/remind"
)

// A secret stands in the file, else in the environment, else a command prints
// it; a command that fails says no more than that it failed.
func TestSecrets(t *testing.T) {
	o := opened(t, "")
	command := []string{"printf", `from a command\nand more`}
	for _, c := range []struct {
		file, env, want string
		command         []string
	}{
		{"from the file", "from the environment", "from the file", command},
		{"", "from the environment", "from the environment", command},
		{"", "", "from a command", command},
		{"", "", "", nil},
	} {
		t.Setenv("TRACKER_MY_MAIL_PASSWORD", c.env)
		if got, err := o.secret("my-mail", "password", c.file, c.command); got != c.want || err != nil {
			t.Errorf("%+v: %q, %v", c, got, err)
		}
	}
	t.Setenv("TRACKER_MY_MAIL_PASSWORD", "")
	_, err := o.secret("my-mail", "password", "", []string{"sh", "-c", "echo SECRET; echo SECRET >&2; exit 3"})
	if err == nil || strings.Contains(err.Error(), "SECRET") || !strings.Contains(err.Error(), "password_command of channel my-mail: exit status 3") {
		t.Errorf("%v", err)
	}
	hidden := o.hide("x from the file y from a command z")
	if hidden != "x *** y *** z" {
		t.Errorf("%q", hidden)
	}
}

// What is taken out of an error leaves what is to become of the letter.
func TestHiddenErrorsStayWhatTheyAre(t *testing.T) {
	o := opened(t, "")
	o.secrets = []string{"SECRET"}
	for _, err := range []error{remind.Dead(errors.New("a SECRET")), remind.Retry(time.Hour, errors.New("a SECRET")), remind.Untried(errors.New("a SECRET")), errors.New("a SECRET")} {
		var before, after remind.Failure
		var f *remind.Failure
		if errors.As(err, &f) {
			before = *f
		}
		hidden := o.hidden(err)
		if f = nil; errors.As(hidden, &f) {
			after = *f
		}
		if hidden.Error() != "a ***" || before.Dead != after.Dead || before.After != after.After || before.Untried != after.Untried {
			t.Errorf("%#v became %#v", err, hidden)
		}
	}
	if o.hidden(nil) != nil {
		t.Error("nothing is an error")
	}
}

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"speaker:The ministry":                                  "speaker:The ministry",
		"speaker:The ministry +sanctions":                       "speaker:The ministry|+sanctions",
		"harbour bridge event:summit -old due.after:2025-01-01": "harbour bridge|event:summit|-old|due.after:2025-01-01",
		"  ":            "",
		"a 10:30 train": "a 10:30 train",
	} {
		if got := strings.Join(terms(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Nobody configured is whoever reads standard output; each recipient has a
// way through each of their channels.
func TestRoutes(t *testing.T) {
	if r := opened(t, "").Routes(); len(r) != 1 || r[0].Channel != Stdout || r[0].Daily {
		t.Errorf("%+v", r)
	}
	o := opened(t, `
[channels.desktop]
[channels.cal]
kind = "ics"
file = "/nowhere/x.ics"
[recipients.bert]
channels = ["desktop", "stdout"]
often = true
[recipients.anna]
channels = ["desktop", "cal"]
zone = "Pacific/Auckland"
quiet = "22:30-06:00"
only = ["+a", "+b"]
most = 3
after = 1
times = 2
ahead = 4
`)
	names := ""
	for _, r := range o.Routes() {
		names += r.Recipient + " " + r.Channel + ", "
	}
	anna := o.Routes()[0]
	if names != "anna desktop, bert desktop, bert stdout, " || len(o.feeds) != 1 || o.feeds[0].Recipient != "anna" {
		t.Errorf("%s and %d feeds", names, len(o.feeds))
	}
	if anna.Zone.String() != "Pacific/Auckland" || anna.Quiet != (remind.Hours{From: 22*60 + 30, To: 6 * 60}) || len(anna.Only) != 2 || !anna.Daily || anna.Most != 3 ||
		anna.Rules != (remind.Rules{After: 1, Times: 2, Ahead: 4}) || o.Routes()[1].Daily {
		t.Errorf("%+v", anna)
	}
	if !o.Prints() {
		t.Error("nobody reads standard output")
	}
}

// What standard output does not take was not tried.
func TestPrinter(t *testing.T) {
	full := errors.New("disk full")
	_, err := printer(func(string) error { return full }).Send(context.Background(), remind.Message{Text: "x"})
	var f *remind.Failure
	if !errors.As(err, &f) || !f.Untried || !errors.Is(err, full) {
		t.Errorf("%#v", err)
	}
}

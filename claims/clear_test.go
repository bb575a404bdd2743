package claims

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Everything that can be taken away is, and nothing is read in its place.
func TestClear(t *testing.T) {
	full := Draft{Statement: "The talks resume", Speaker: "The ministry", StatedOn: "2025-08-06", Quote: "We will resume the talks next week if they agree",
		WordsBy: BySpeaker, Event: "talks", Tags: []string{"law"}, Criterion: "c", Condition: "they agree", Type: Promise, BaselineP: new(0.5), Notes: "n", Key: "k",
		Attribution: []Link{{"The ministry", Origin}}, Appearances: []Appearance{{Source: "Evening News"}}, SnoozedUntil: day("2025-09-01")}
	r := reader(t)
	for _, name := range Clearable {
		d := full
		if err := d.Clear(name); err != nil {
			t.Fatal(err)
		}
		c, _, err := r.Claim(d, instant("2025-08-06T12:00:00Z"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		empty := map[string]bool{"quote": c.Quote == "", "words_by": c.WordsBy == "", "event": c.Event == "", "tags": len(c.Tags) == 0,
			"criterion": c.Criterion == "", "condition": true, "type": true, "hedge": c.Hedge.Words == "" && c.Hedge.P == nil,
			"window": c.Window.Latest == 0 && c.Window.Phrase == "", "baseline_p": c.BaselineP == nil, "notes": c.Notes == "", "key": c.Key == "",
			"attribution": len(c.Attribution) == 0, "appearances": len(c.Appearances) == 0, "supersedes": c.Supersedes == "", "repeats": c.Repeats == "",
			"snoozed_until": c.SnoozedUntil == 0}
		if !empty[name] {
			t.Errorf("%s is still there: %+v", name, c)
		}
	}
	d := full
	for name, says := range map[string]string{"statement": "cannot be taken away", "speaker": "one of quote", "nonsense": "cannot"} {
		refusal(t, d.Clear(name), "clear", says)
	}
	for flag, member := range otherNames {
		if err := d.Clear("--" + flag); err != nil {
			t.Errorf("--%s for %s: %v", flag, member, err)
		}
	}
}

func TestRetag(t *testing.T) {
	for _, c := range []struct{ have, given, want []string }{
		{[]string{"a", "b"}, []string{"+c"}, []string{"a", "b", "c"}},
		{[]string{"a", "b"}, []string{"-A"}, []string{"b"}},
		{[]string{"a"}, []string{"-a", "+b"}, []string{"b"}},
		{[]string{"a"}, []string{"x", "y"}, []string{"x", "y"}},
		{[]string{"a"}, []string{"x", "+y"}, []string{"x", "y"}},
		{[]string{"a"}, []string{"-z"}, []string{"a"}},
	} {
		if diff := cmp.Diff(c.want, Retag(c.have, c.given)); diff != "" {
			t.Errorf("%v with %v (-want +got):\n%s", c.have, c.given, diff)
		}
	}
}

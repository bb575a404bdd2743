package answer

import (
	"strconv"
	"strings"
	"testing"

	"tracker/calendar"
	"tracker/reading/date"
)

var today = calendar.Date(2025, 8, 20) // a Wednesday

func reading(lean date.Lean) date.Options { return date.Options{Today: today, Lean: lean} }

func TestRead(t *testing.T) {
	for words, want := range map[string]string{
		"yes 15 Aug https://example.org/met They met.": "yes|2025-08-15|https://example.org/met|They met.",
		"Yes, on 15 August 2025. They met in Geneva":   "yes|2025-08-15||They met in Geneva",
		"y yesterday": "yes|2025-08-19||",
		"yes <https://example.org/a>, (https://example.org/b).": "yes||https://example.org/a https://example.org/b|",
		"yes 20250815 people came":                              "yes|||20250815 people came",
		"yes the day before yesterday, says the ministry":       "yes|2025-08-18||says the ministry",
		"no nothing by 15 Aug https://example.org/x":            "no||https://example.org/x|nothing by 15 Aug",
		"No.":                                      "no|||",
		"partial 0.3 15 Aug half of them came":     "partial 0.3|2025-08-15||half of them came",
		"partial 30% https://example.org/x":        "partial 0.3||https://example.org/x|",
		"partly some of it":                        "partial|||some of it",
		"unclear no-consensus two papers disagree": "unclear no-consensus|||two papers disagree",
		"void they never said so":                  "void|||they never said so",
		"snooze 2 weeks":                           "snooze|2025-09-03||",
		"snooze until next Monday":                 "snooze|2025-08-25||",
		"Snooze for a month":                       "snooze|2025-09-20||",
		"snooze 1 Sep.":                            "snooze|2025-09-01||",
	} {
		a, err := Read(words, reading(date.Past), reading(date.Future))
		if err != nil {
			t.Errorf("%q: %v", words, err)
			continue
		}
		if got := shown(a); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

// shown writes an answer: outcome and what belongs to it, day, links, note.
func shown(a Answer) string {
	if a.Until != 0 {
		return "snooze|" + a.Until.String() + "||"
	}
	p := a.Proposal
	what := string(p.Outcome)
	if p.Extent != nil {
		what += " " + strconv.FormatFloat(*p.Extent, 'g', -1, 64)
	}
	if p.Reason != "" {
		what += " " + p.Reason
	}
	day := ""
	if p.Day != 0 {
		day = p.Day.String()
	}
	var links []string
	for _, e := range p.Evidence {
		links = append(links, e.URL)
	}
	return strings.Join([]string{what, day, strings.Join(links, " "), p.Note}, "|")
}

func TestReadRefuses(t *testing.T) {
	for words, want := range map[string]string{
		"": "there is no answer", "maybe": "is no answer", "yes 3/4/2025": "3 Apr 2025 or 4 Mar 2025", "snooze": "is not a day", "snooze a bit": "is not a day",
	} {
		if a, err := Read(words, reading(date.Past), reading(date.Future)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %+v, %v; want %q", words, a, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"yes 15 Aug https://example.org They met", "snooze until next Monday", "partial 30% 3/4", "no\x00", "void –"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if a, err := Read(s, reading(date.Past), reading(date.Future)); err == nil && a.Until == 0 && a.Proposal.Outcome == "" {
			t.Errorf("%q is neither an answer nor refused", s)
		}
		for _, l := range lines(Unquoted(s)) {
			if strings.TrimSpace(l.words) == "" {
				t.Errorf("%q: an answer without words", s)
			}
		}
	})
}

func TestUnquotedAndLines(t *testing.T) {
	for why, c := range map[string]struct {
		text string
		want []string
	}{
		"above the quote":      {"yes 15 Aug\nhttps://example.org/x\n\nOn Mon, 18 Aug 2025 at 09:00, Desk <desk@example.org> wrote:\n> 4 claims wait\n> no 1\n", []string{"0 yes 15 Aug https://example.org/x"}},
		"a header of two rows": {"no\n\nOn Mon, 18 Aug 2025 at 09:00, The desk of the paper\n<desk@example.org> wrote:\n> x\n", []string{"0 no"}},
		"below the quote":      {"On Monday Desk wrote:\n> 4 claims wait\n> void 3\n\n#3: yes 15 Aug\n4 no nothing came\n", []string{"3 yes 15 Aug", "4 no nothing came"}},
		"as Outlook has it":    {"2) partial 0.5 some of it\r\n\r\n________________________________\r\nFrom: Desk <desk@example.org>\r\nno more\r\n", []string{"2 partial 0.5 some of it"}},
		"a signature":          {"claim 7 no\n-- \nno. 1 newspaper\n", []string{"7 no"}},
		"a telephone":          {"yes\nSent from my telephone\n", []string{"0 yes"}},
		"politeness":           {"Dear desk,\nyes 15 Aug they met\n\nThanks,\nthe ministry\n", []string{"0 yes 15 Aug they met"}},
		"nothing":              {"Thank you, I shall look at it.\n> yes\n", nil},
	} {
		var got []string
		for _, l := range lines(Unquoted(c.text)) {
			got = append(got, strconv.FormatInt(int64(l.claim), 10)+" "+l.words)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, want %q", why, got, c.want)
		}
	}
}

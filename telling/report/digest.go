package report

import (
	"fmt"
	"io"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// Digest is what somebody is asked for verdicts on, in one message.
type Digest struct {
	Asked   []Asked
	Waiting int // claims that wait for a verdict, these and others
	New     int // of those, asked about for the first time
	Today   calendar.Day
	Zone    string // whose day today is
}

// Asked is one claim of a digest.
type Asked struct {
	claims.View
	Ahead  bool   // its window has not closed yet
	Answer string // the line that answers it; "" for the command
}

// Subject is the whole truth in one line: what waits, and what of it is new.
func (d Digest) Subject() string {
	ahead := 0
	for _, a := range d.Asked {
		if a.Ahead {
			ahead++
		}
	}
	var parts []string
	switch {
	case d.Waiting > 0 && d.New > 0:
		parts = append(parts, waits(d.Waiting), fmt.Sprintf("%d %s new today", d.New, isAre(d.New)))
	case d.Waiting > 0:
		parts = append(parts, waits(d.Waiting), "none is new today")
	default:
		parts = append(parts, "no claim waits for a verdict")
	}
	if ahead > 0 {
		parts = append(parts, fmt.Sprintf("%s about to close", Count(ahead, "window")+" "+isAre(ahead)))
	}
	return strings.Join(parts, "; ")
}

func waits(n int) string {
	if n == 1 {
		return "1 claim waits for a verdict"
	}
	return Count(n, "claim") + " wait for a verdict"
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// dated says whose day the digest is of.
func (d Digest) dated() string { return Day(d.Today) + ", " + d.Zone }

// rest says what waits and is not in the digest, "" for nothing.
func (d Digest) rest() string {
	n := d.Waiting
	for _, a := range d.Asked {
		if !a.Ahead {
			n--
		}
	}
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf("%d more %s: tracker due lists them.", n, waitVerb(n))
}

func waitVerb(n int) string {
	if n == 1 {
		return "waits"
	}
	return "wait"
}

// Write writes the digest as plain text. Nothing is wrapped: statements and
// addresses stay whole.
func (d Digest) Write(w io.Writer) {
	fmt.Fprintf(w, "%s\n%s\n", d.Subject(), d.dated())
	for _, a := range d.Asked {
		fmt.Fprintf(w, "\n%d  %s\n", a.ID, strings.Join(a.Words(), "\n   "))
	}
	if rest := d.rest(); rest != "" {
		fmt.Fprintf(w, "\n%s\n", rest)
	}
}

// sentence says who said what would happen or not, by when, and as what.
func (a Asked) sentence() string {
	ours := inSentence(oneLine(directed(singled(a.Statement, a.Quote), a.Polarity)))
	when := dates(a.Window.Earliest, a.Window.Latest)
	if a.Window.Phrase != "" {
		when += " (" + windowPhrase(oneLine(a.Window.Phrase), a.Window.Said) + ")"
	}
	return fmt.Sprintf("%s, %s, in our words: %s, %s; taken as a %s.", oneLine(a.Speaker), Day(a.StatedOn.Day()), ours, when, TakenWords(a.View))
}

// windowPhrase is the words of a window, and whose they are.
func windowPhrase(phrase string, said *bool) string {
	if said != nil && *said {
		return "“" + phrase + "”"
	}
	return phrase + ", in our words"
}

// Words are the sentence and the lines below it.
func (a Asked) Words() []string {
	list := []string{a.sentence()}
	for _, n := range a.notes() {
		list = append(list, strings.TrimSpace(n.Label+" "+n.Text))
	}
	return list
}

// note is a line below a claim.
type note struct{ Label, Text, URL string }

// notes are what decides a claim, and the line that answers it.
func (a Asked) notes() []note {
	var list []note
	if a.Quote != "" {
		list = append(list, note{Label: quoter(a.View), Text: "“" + oneLine(a.Quote) + "”"})
	}
	for _, p := range a.Appearances {
		list = append(list, note{Label: oneLine(p.Source) + ":", Text: oneLine(p.URL), URL: webURL(p.URL)})
	}
	if a.Criterion != "" {
		list = append(list, note{Label: "decided by:", Text: oneLine(singled(a.Criterion, a.Quote))})
	}
	if a.Condition != "" {
		list = append(list, note{Text: oneLine(Claim{Claim: a.Claim}.ConditionLine())})
	}
	if a.Ahead {
		return append(list, note{Label: "closes:", Text: Day(a.Window.Latest)})
	}
	if a.Window.Soft() {
		list = append(list, note{Label: "for review:", Text: fmt.Sprintf("%s; tracker accept %d makes the end hard, tracker snooze %d --until DATE waits", SoftEnd(a.Window), a.ID, a.ID)})
	}
	if a.Answer != "" {
		return append(list, note{Text: a.Answer})
	}
	return append(list, note{Text: fmt.Sprintf("tracker resolve %d yes|no|partial|unclear|void [--on DATE] --evidence URL", a.ID)})
}

// quoter says whose words a quote is where it is not the speaker's.
func quoter(v claims.View) string {
	if !v.Reported() {
		return ""
	}
	return "in the words of " + oneLine(reporter(v)) + ":"
}

package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
)

// BoardLine says of what a board was made: "139 claims by 71 speakers,
// recorded afterwards; 118 judged, as of 26 Nov 2026".
func BoardLine(b board.Board) string {
	d := b.Denominator
	by := ""
	if b.By == board.BySpeaker && len(b.Groups) > 1 {
		by = " by " + Count(len(b.Groups), "speaker")
	}
	judged := fmt.Sprintf("%d judged", d.Scored+d.NoNumber)
	if d.Unclear > 0 {
		judged += fmt.Sprintf(" and %d unclear", d.Unclear)
	}
	if s := Disputes(d); s != "" {
		judged += ", " + s
	}
	return fmt.Sprintf("%s%s%s; %s, as of %s", Count(d.Logged, "claim"), by, afterwards(b), judged, dayWords(b.AsOf))
}

// afterwards says how much of what was judged was recorded when its window was
// over already.
func afterwards(b board.Board) string {
	switch h := b.Denominator.Afterwards; {
	case h == 0:
		return ""
	case h == b.Denominator.Scored+b.Denominator.NoNumber:
		return ", recorded afterwards"
	default:
		return fmt.Sprintf(", %d of those judged recorded afterwards", h)
	}
}

// LeftOutLine says in one sentence what was not judged: "Left out: 9 vague and
// not accepted, 4 void."; "" when everything was.
func LeftOutLine(d board.Denominator) string {
	var parts []string
	for _, t := range []struct {
		n    int
		what string
	}{
		{d.Open, "not over yet"}, {d.Due, "over and without a verdict"}, {d.NotMatured, "judged before their time was over"},
		{d.Unaccepted, "vague and not accepted"}, {d.Untestable, "that could not be tested"}, {d.NotRead, "in a language that is not read"},
		{d.Voided(), "void"}, {d.Unclear, "unclear"}, {d.Withdrawn, "withdrawn"},
	} {
		if t.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", t.n, t.what))
		}
	}
	if parts == nil {
		return ""
	}
	return "Left out: " + strings.Join(parts, ", ") + "."
}

// byDesk says whose the second thoughts are: never those of who is judged.
const byDesk = " by the desk after the window had closed"

// SecondThoughts says what was taken back when it could be known what came of
// it, and what the share would be without: "2 withdrawn by the desk after the
// window had closed; were both wrong, the share right would be 62 %"; "" without any. hit is
// the share as it stands.
func SecondThoughts(a board.AfterFact, hit scoring.Hit) string {
	var parts []string
	n := 0
	for _, t := range []struct {
		n    int
		what string
	}{{a.Withdrawn, "withdrawn"}, {a.Void, "voided"}, {a.Unclear, "called unclear"}, {a.Amended, "changed"}, {a.Accepted, "accepted"}} {
		if t.n > 0 {
			n += t.n
			parts = append(parts, fmt.Sprintf("%d %s", t.n, t.what))
		}
	}
	if parts == nil {
		return ""
	}
	text := strings.Join(parts, ", ") + byDesk
	switch {
	case a.WorstShare == nil:
		return text
	case hit.Share != nil && *a.WorstShare == *hit.Share && a.N == hit.N:
		return text + "; no share hangs on it"
	}
	worst, still := fmt.Sprintf("%.0f", 100**a.WorstShare), ""
	if hit.Share != nil && fmt.Sprintf("%.0f", 100**hit.Share) == worst {
		still = "still "
	}
	return text + fmt.Sprintf("; were %s wrong, the share right would %sbe %s %%", all(n), still, worst)
}

// OutletsWords says of which rows how many numbers were read out of an outlet's
// words; "" for none.
func OutletsWords(rows []board.Group) string {
	var parts []string
	for _, g := range rows {
		if g.Reported > 0 {
			parts = append(parts, clean.Line(g.Name)+" "+ofScored(g))
		}
	}
	if parts == nil {
		return ""
	}
	return "Numbers out of an outlet's words, not the speaker's own: " + strings.Join(parts, ", ") + "."
}

func all(n int) string {
	switch n {
	case 1:
		return "it"
	case 2:
		return "both"
	}
	return "all of them"
}

// Choices says which choices of a board are not the usual ones, "" for none.
func Choices(p board.Policy) string {
	var parts []string
	if p.Windows != board.WindowsDefault {
		parts = append(parts, "windows "+string(p.Windows))
	}
	if p.Late.String() != "strict" {
		parts = append(parts, "late "+p.Late.String())
	}
	if p.Early != "" {
		parts = append(parts, "early "+string(p.Early))
	}
	if p.Type != "" {
		parts = append(parts, "only what is a "+string(p.Type))
	}
	if p.Weigh == board.WeighClaims || p.Updates != board.UpdatesMean {
		parts = append(parts, weighed(p))
	}
	if p.ExcludeHindsight {
		parts = append(parts, "without what was recorded afterwards")
	}
	if parts == nil {
		return ""
	}
	return "Chosen: " + strings.Join(parts, "; ") + "."
}

// DaysLong is a number of days as people say it: "9 days", "1.7 years".
func DaysLong(days int) string {
	if days > -400 && days < 400 {
		return Count(days, "day")
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(days)/365.25), ".0") + " years"
}

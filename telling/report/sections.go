package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
)

// summarySection is what the report says in one breath, and under which choices.
func (r Report) summarySection() section {
	s := section{ID: "summary", Heading: "What it comes to", List: r.Headlines}
	what := "All claims of the book"
	if r.Filter != "" {
		what = "Claims matching " + r.Filter
	}
	s.Paragraphs = given(what+".", r.boardLine, r.choices)
	return s
}

// boardSection has one row for each group.
func (r Report) boardSection() section {
	t := table{Caption: "One row for each " + string(r.By) + ". Square brackets: 95 % interval."}
	t.Heads = []head{{"Name", classProse}}
	if r.By == board.BySource {
		t.Heads = append(t.Heads, head{"Role", classProse})
	}
	t.Heads = append(t.Heads, head{"Scored of logged", classNumber}, head{"Right", classNumber}, head{"Brier", classNumber},
		head{"Brier by reading", classNumber}, head{"Untestable", classNumber}, head{"Hedged beyond testing", classNumber})
	if r.Leaderboard != nil {
		t.Heads = append(t.Heads, head{"Place", classNumber})
	}
	for _, g := range r.Groups {
		t.Rows = append(t.Rows, row{Cells: r.groupCells(g)})
	}
	return section{ID: "board", Heading: "The board", Table: &t, Paragraphs: r.boardNotes()}
}

// boardNotes says how to read the columns of the board.
func (r Report) boardNotes() []string {
	right := "Right: of the events on which the words took a side, each weighing the same, with the share that was right on each."
	if r.Policy.Weigh == board.WeighClaims {
		right = "Right: of the claims whose words took a side."
	}
	notes := []string{
		right + " Assertions, plans and promises say yes, doubts say no; possibilities and wishes take no side.",
		"Brier by reading: what the score would be at the kindest and at the harshest reading of the hedges.",
	}
	if r.Leaderboard != nil {
		notes = append(notes, placeNote(r.Leaderboard.Mode))
	}
	return notes
}

// placeNote says what a place compares: skill only where speakers spoke about
// the same events.
func placeNote(m scoring.Mode) string {
	note := "Place: the 95 % interval of the rank, for all speakers at once"
	if m == scoring.ModeSkill {
		return note + ", after allowing for how hard their events were."
	}
	return note + ". They spoke about different events: records are compared, not skill."
}

// nameOf is the name of a group for readers: that of an event is ours, and
// they are shown what was said to happen.
func (r Report) nameOf(g board.Group) string {
	i := slices.IndexFunc(r.Claims, func(c Claim) bool { return c.Event == g.Name })
	if r.By != board.ByEvent || i < 0 {
		return g.Name
	}
	return r.Claims[i].Statement
}

func (r Report) groupCells(g board.Group) [][]line {
	cells := [][]line{text(r.nameOf(g))}
	if r.By == board.BySource {
		cells = append(cells, text(g.Role))
	}
	cells = append(cells,
		text(fmt.Sprintf("%d of %d", g.Denominator.Scored, g.Denominator.Logged)),
		text(hits(g.Hit)),
		text(Interval(g.Brier, g.BrierLow, g.BrierHigh, false)),
		text(lowToHigh(g.BrierBest, g.BrierWorst, score)),
		text(percentage(g.Vagueness.Untestable)),
		text(percentage(g.Vagueness.HedgedBeyondTesting)))
	if r.Leaderboard != nil {
		cells = append(cells, text(rankRange(*r.Leaderboard, g.Name)))
	}
	return cells
}

// hits prints right claims of those that took a side, with the share.
func hits(h scoring.Hit) string {
	if h.N == 0 {
		return unknown
	}
	return fmt.Sprintf("%s = %s", h, Interval(h.Share, h.Low, h.High, true))
}

// rankRange prints a speaker's rank as an interval, never bare.
func rankRange(l scoring.Leaderboard, name string) string {
	for _, p := range l.Rows {
		if p.Name == name {
			return fmt.Sprintf("%d–%d of %d", p.RankLow, p.RankHigh, l.Ranked)
		}
	}
	return tooFew
}

// denominatorSection has one row for each bucket, the empty ones too.
func (r Report) denominatorSection() section {
	t := table{Caption: fmt.Sprintf("Each of the %d logged claims once, in the first bucket that applies.", r.Denominator.Logged),
		Heads: []head{{"Bucket", classProse}, {"Claims", classNumber}, {"Meaning", classProse}}}
	for _, b := range tallies(r.Denominator) {
		meaning := b.meaning
		switch b.name {
		case "unclear":
			meaning += reasons(r.UnclearReasons)
		case "untestable":
			meaning += r.alsoUnclear()
		}
		t.Rows = append(t.Rows, row{Cells: [][]line{text(b.name), text(strconv.Itoa(b.count)), text(meaning)}})
	}
	s := section{ID: "denominator", Heading: "What was left out, and why", Table: &t}
	switch {
	case r.Excluded > 0:
		s.Paragraphs = []string{fmt.Sprintf("Beside these, %d logged after their window had closed are excluded.", r.Excluded)}
	case r.Denominator.Hindsight > 0:
		s.Paragraphs = []string{fmt.Sprintf("Of the scored, %d were logged after their window had closed.", r.Denominator.Hindsight)}
	}
	if r.secondThoughts != "" {
		s.Paragraphs = append(s.Paragraphs, "Second thoughts: "+r.secondThoughts+".")
	}
	return s
}

// alsoUnclear says how many without an end the desk has called unclear too, so
// that the rows of claims and this table agree.
func (r Report) alsoUnclear() string {
	n := 0
	for _, c := range r.Claims {
		if c.Bucket == board.BucketUntestable && c.Standing == claims.StandsUnclear {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; of %d of them the desk has also said that it is unclear what happened", n)
}

// recomputeSection takes one claim through the arithmetic.
func (r Report) recomputeSection() section {
	return section{ID: "recompute", Heading: "How to recompute a line", List: r.Recomputed,
		Paragraphs: []string{"The figures of a claim follow from its line in the table; this one shows how."}}
}

// versionsSection names what the words were read with.
func (r Report) versionsSection() section {
	s := section{ID: "versions", Heading: "Method", Paragraphs: []string{"Policy: " + r.PolicySentence + "."}}
	if len(r.Rules) > 0 {
		s.List = append(s.List, "Deadline rules: "+strings.Join(r.Rules, ", "))
	}
	if len(r.Maps) > 0 {
		s.List = append(s.List, "Hedge lexicons: "+strings.Join(r.Maps, ", "))
	}
	if s.List == nil {
		s.Paragraphs = append(s.Paragraphs, "Every date and every probability was given by a person.")
	}
	return s
}

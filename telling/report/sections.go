package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"tracker/board"
	"tracker/scoring"
)

// summarySection is what the report says in one breath, and under which choices.
func (r Report) summarySection() section {
	s := section{ID: "summary", Heading: "What it comes to", List: r.Headlines}
	what := "All claims of the book"
	if r.Filter != "" {
		what = "Claims matching " + r.Filter
	}
	s.Paragraphs = []string{what + ", as of " + r.AsOf.String() + ".", "Policy: " + r.PolicySentence + "."}
	return s
}

// boardSection has one row for each group.
func (r Report) boardSection() section {
	t := table{Caption: "One row for each " + string(r.By) + ". Square brackets: 95 % interval, at the number of independent events."}
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
	notes := []string{
		"Right: of the claims whose every reading lies on one side of ½; one without a number takes the side it states.",
		"Brier by reading: what the score would be at the kindest and at the harshest reading of the hedges.",
	}
	if r.Leaderboard != nil {
		notes = append(notes, "Place: the 95 % interval of the rank, for all speakers at once, after allowing for how hard their events were.")
	}
	return notes
}

func (r Report) groupCells(g board.Group) [][]line {
	cells := [][]line{text(g.Name)}
	if r.By == board.BySource {
		cells = append(cells, text(g.Role))
	}
	cells = append(cells,
		text(fmt.Sprintf("%d of %d", g.Denominator.Scored, g.Denominator.Logged)),
		text(hits(g.Hit)),
		text(Interval(g.Brier, g.BrierLow, g.BrierHigh, false)),
		text(span(g.BrierBest, g.BrierWorst, score)),
		text(percentage(g.Vagueness.Untestable)),
		text(percentage(g.Vagueness.HedgedBeyondTesting)))
	if r.Leaderboard != nil {
		cells = append(cells, text(place(*r.Leaderboard, g.Name)))
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

// place prints a speaker's rank as an interval, never bare.
func place(l scoring.Leaderboard, name string) string {
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
		if b.name == "unclear" {
			meaning += reasons(r.UnclearReasons)
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
	return s
}

// chainsSection has one row for each deadline of each chain.
func (r Report) chainsSection() section {
	t := table{Caption: "Promises whose deadline was moved, one row for each deadline; slip is from the end before.",
		Heads: []head{{"Claim", classProse}, {"Speaker", classProse}, {"Event", classProse}, {"Stated on", classDate}, {"Words", classProse}, {"Window", classDate}, {"Slip", classNumber}}}
	s := section{ID: "chains", Heading: "Postponements", Table: &t}
	for _, c := range r.Chains {
		for _, l := range c.Links {
			t.Rows = append(t.Rows, row{Cells: [][]line{text(fmt.Sprintf("#%d", l.ID)), text(c.Speaker), text(c.Event),
				text(string(l.StatedOn)), text(cmp.Or(l.Phrase, unknown)), text(dates(l.Earliest, l.Latest)), text(slipped(l.SlipDays))}})
		}
		s.List = append(s.List, fmt.Sprintf("%s on %s: moved %s, by %s in all.", c.Speaker, c.Event, times(c.Postponements), slipped(c.SlipDays)))
	}
	return s
}

// slipped prints by how many days an end moved.
func slipped(n *int) string {
	if n == nil {
		return unknown
	}
	return Count(*n, "day")
}

// recomputeSection takes one claim through the arithmetic.
func (r Report) recomputeSection() section {
	return section{ID: "recompute", Heading: "How to recompute a line", List: r.Recomputed,
		Paragraphs: []string{"The figures of a claim follow from its line in the table; this one shows how."}}
}

// versionsSection names what the words were read with.
func (r Report) versionsSection() section {
	s := section{ID: "versions", Heading: "Rules and lexicons"}
	if len(r.Rules) > 0 {
		s.List = append(s.List, "Deadline rules: "+strings.Join(r.Rules, ", "))
	}
	if len(r.Maps) > 0 {
		s.List = append(s.List, "Hedge lexicons: "+strings.Join(r.Maps, ", "))
	}
	if s.List == nil {
		s.Paragraphs = []string{"Every date and every probability was given by a person."}
	}
	return s
}

package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
	"tracker/telling/chart"
)

// dotsSection is every judged claim as a dot.
func (r Report) dotsSection() section {
	return section{ID: "outcomes", Heading: "What became of it", Charts: []chart.Chart{r.dotsChart()}}
}

// peopleSection is what can be said about people, and no more.
func (r Report) peopleSection() section {
	s := section{ID: "people", Heading: "What can be said about people"}
	for _, text := range r.People {
		s.Intro = append(s.Intro, plain(text))
	}
	return s
}

// calibrationSection is what the words promised against what came.
func (r Report) calibrationSection() section {
	s := section{ID: "calibration", Heading: "Did the words hold?"}
	if r.Calibration != nil && r.Calibration.N > 0 {
		s.Charts = []chart.Chart{r.reliabilityChart(), r.discriminationChart()}
	}
	return s
}

// slipSection is by how much dates moved, and how long things took.
func (r Report) slipSection() section {
	return section{ID: "slips", Heading: "When promised things came", Charts: []chart.Chart{r.slipChart(), r.survivalChart()}}
}

// trendSection is the share right year by year.
func (r Report) trendSection() section {
	return section{ID: "trend", Heading: "Year by year", Charts: []chart.Chart{r.trendChart()}}
}

// summarySection is the figures in sentences.
func (r Report) summarySection() section {
	s := section{ID: "summary", Heading: "The figures in sentences"}
	for _, text := range r.Headlines {
		s.List = append(s.List, plain(text))
	}
	return s
}

// boardSection has one row for each group: ranked rows drawn, all of them in a
// table.
func (r Report) boardSection() section {
	s := section{ID: "board", Heading: "The board", Charts: []chart.Chart{r.forestChart()}}
	ranked, all := r.rankedGroups(), r.boardTable(r.Groups, "Every row, with every figure. Square brackets: 95 % interval.")
	rest := slices.DeleteFunc(slices.Clone(r.Groups), func(g board.Group) bool {
		return slices.ContainsFunc(ranked, func(k board.Group) bool { return k.Name == g.Name && k.Role == g.Role })
	})
	if r.Leaderboard == nil || len(rest) == 0 {
		s.Folds = []fold{{fmt.Sprintf("All %d rows with every figure", len(r.Groups)), all}}
	} else {
		s.Folds = []fold{
			{"The rows above with every figure", r.boardTable(ranked, "Rows with enough events to be compared. Square brackets: 95 % interval.")},
			{fmt.Sprintf("%s with fewer than %s that can be compared", Count(len(rest), string(r.By)), Count(r.Policy.MinEvents, "event")),
				r.boardTable(rest, "Rows with too few events to be compared. Square brackets: 95 % interval.")},
		}
	}
	if len(ranked) == 0 {
		s.Folds = s.Folds[1:]
	}
	for _, n := range r.boardNotes() {
		s.Notes = append(s.Notes, plain(n))
	}
	return s
}

// boardTable is some rows of the board with every figure.
func (r Report) boardTable(groups []board.Group, caption string) *table {
	t := &table{Caption: caption, Sortable: true, Heads: []head{{"Name", classProse}}}
	if r.By == board.BySource {
		t.Heads = append(t.Heads, head{"Role", classProse})
	}
	t.Heads = append(t.Heads, figureColumns...)
	ranked := r.Leaderboard != nil && slices.ContainsFunc(groups, func(g board.Group) bool { return r.Leaderboard.Place(g.Name) != nil })
	if ranked {
		t.Heads = append(t.Heads, head{"Place", classNumber})
	}
	t.Heads = append(t.Heads, head{"Remarks", classProse}, head{"Claims", classProse})
	for _, g := range groups {
		t.Rows = append(t.Rows, row{r.groupCells(g, ranked)})
	}
	return t
}

// boardNotes says how to read the columns of the board.
func (r Report) boardNotes() []string {
	right := "Right: of the events on which the words took a side, each weighing the same, with the share that was right on each."
	if r.Policy.Weigh == board.WeighClaims {
		right = "Right: of the claims whose words took a side."
	}
	notes := []string{
		right + " Assertions, plans and promises say yes, doubts say no; possibilities and wishes take no side.",
		"Brier: 0 is best, always saying 50 % earns 0.25; by reading: what it would be at the kindest and at the harshest reading of the words.",
	}
	notes = append(notes, wideNote, reportedNote)
	if r.Leaderboard != nil && len(r.Leaderboard.Rows) > 0 {
		notes = append(notes, placeNote(r.Leaderboard.Mode))
	}
	return notes
}

// wideNote says what a column counts that could be taken for a reproach.
const wideNote = "Too wide to test: of the scored claims, the share whose words of confidence can be read as numbers more than 40 percentage points apart, " +
	"so that hardly any outcome speaks for or against them. Careful words are no fault."

// reportedNote says of which numbers it is not known that the speaker chose the
// words.
const reportedNote = "In an outlet's words: of the scored claims, how many numbers were read out of what an outlet wrote of what was said, because the speaker's own words are not recorded. " +
	"It is named at each of them."

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
	if statement := r.all.first[g.Name]; r.By == board.ByEvent && statement != "" {
		return statement
	}
	return g.Name
}

// rowName is the name of a group where no column has its role.
func (r Report) rowName(g board.Group) string {
	if r.By == board.BySource {
		return r.nameOf(g) + ", " + g.Role
	}
	return r.nameOf(g)
}

// idsOf are the claims behind a row of the board that can be led to.
func (r Report) idsOf(g board.Group) []claims.ID {
	return r.groupOf(g).ids
}

// groupOf are the claims of a row of the board.
func (r Report) groupOf(g board.Group) *group {
	return groupOf(r.all.rows, board.RowName{Role: g.Role, Name: g.Name})
}

// nameCell is the name of a row, and where it leads.
func nameCell(name, href string) []line { return []line{leading(name, href)} }

func (r Report) groupCells(g board.Group, ranked bool) [][]line {
	cells := [][]line{nameCell(r.nameOf(g), r.rowHref(r.By, g.Name, r.idsOf(g)))}
	if r.By == board.BySource {
		cells = append(cells, text(g.Role))
	}
	cells = append(cells, r.figureCells(g)...)
	if ranked {
		cells = append(cells, text(rankRange(*r.Leaderboard, g.Name)))
	}
	return append(cells, text(orNothing(strings.Join(remarks(g), "; "))), []line{{Refs: r.refs(r.idsOf(g)...)}})
}

// figureColumns are the heads of figureCells.
var figureColumns = []head{{"Scored of recorded", classNumber}, {"Right", classNumber}, {"No side", classNumber}, {"Brier", classNumber}, {"Brier by reading", classNumber},
	{"Could not be tested", classNumber}, {"Too wide to test", classNumber}, {"In an outlet's words", classNumber}}

// figureCells are the figures of a row.
func (r Report) figureCells(g board.Group) [][]line {
	return [][]line{
		text(fmt.Sprintf("%d of %d", g.Denominator.Scored, g.Denominator.Logged)),
		text(hits(g.Hit)),
		text(strconv.Itoa(g.Hit.NoSide)),
		text(Interval(g.Brier, g.BrierLow, g.BrierHigh, false)),
		text(lowToHigh(g.BrierBest, g.BrierWorst, score)),
		text(percentage(g.Vagueness.Untestable)),
		text(percentage(g.Vagueness.HedgedBeyondTesting)),
		text(ofScored(g)),
	}
}

// ofScored is how many of the scored were read out of an outlet's words.
func ofScored(g board.Group) string {
	if g.Denominator.Scored == 0 {
		return unknown
	}
	return fmt.Sprintf("%d of %d", g.Reported, g.Denominator.Scored)
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
	t := table{Caption: fmt.Sprintf("Each of the %d recorded claims once, in the first row that applies.", r.Denominator.Logged),
		Heads: []head{{"What", classProse}, {"Claims", classNumber}, {"Meaning", classProse}, {"Which", classProse}}}
	in := map[board.Bucket][]claims.ID{}
	for _, f := range r.all.facts {
		in[board.Buckets[f.bucket]] = append(in[board.Buckets[f.bucket]], f.id)
	}
	for _, b := range tallies(r.Denominator) {
		meaning := b.meaning
		switch b.name {
		case "unclear":
			meaning += reasons(r.UnclearReasons)
		case "untestable":
			meaning += r.alsoUnclear()
		}
		ids := in[board.Bucket(strings.ReplaceAll(b.name, " ", "_"))]
		t.Rows = append(t.Rows, row{[][]line{text(plainName(b.name)), text(strconv.Itoa(b.count)), text(meaning), {{Refs: r.refs(ids...)}}}})
	}
	s := section{ID: "denominator", Heading: "Everything that was recorded", Table: &t}
	switch {
	case r.Excluded > 0:
		s.Intro = []para{plain(fmt.Sprintf("Beside these, %d recorded when it could be known what came of them are excluded.", r.Excluded))}
	case r.Denominator.Hindsight > 0:
		s.Intro = []para{plain(fmt.Sprintf("Of the scored, %d were recorded when it could be known what came of them.", r.Denominator.Hindsight))}
	}
	return s
}

// alsoUnclear says how many without an end the desk has called unclear too, so
// that the rows of claims and this table agree.
func (r Report) alsoUnclear() string {
	n := r.all.alsoUnclear
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; of %d of them the desk has also said that it is unclear what happened", n)
}

// recomputeSection takes one claim through the arithmetic.
func (r Report) recomputeSection() section {
	s := section{ID: "recompute", Heading: "How to recompute a line"}
	if len(r.Recomputed) == 0 {
		return s
	}
	s.Intro = []para{plain("The figures of a claim follow from what stands at it; this one shows how.")}
	for _, text := range r.Recomputed {
		s.List = append(s.List, plain(text))
	}
	return s
}

package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
	"tracker/telling/report"
)

// Board writes a board: the table, what was left out and why, and the
// policy it rests on. In a pipe it is bare rows, and the sentences go to
// standard error.
func (sc *Screen) Board(b board.Board, o Look) {
	if !sc.TTYOut && b.Denominator.Logged > 0 {
		for g := range b.Rows() {
			sc.Printf("%s\n", strings.Join(plainRow(g), "\t"))
		}
		sc.Sayf("%s", report.PolicySentence(b))
		return
	}
	sc.DrawBoard(b, o)
}

// Look is how much of a board is shown.
type Look struct {
	Wide bool   // the terms and figures that most readers do without
	All  bool   // rows with few events too
	More string // what to type to see those; "" for what was typed, with --all
}

// DrawBoard writes the board as people read it: what became of promises, how
// what was said turned out, and what can be said about people.
func (sc *Screen) DrawBoard(b board.Board, o Look) {
	if b.Denominator.Logged == 0 {
		sc.Sayf("there are no claims to score")
		return
	}
	sc.Paragraph(report.BoardLine(b))
	sc.Printf("\n")
	rows := rowsShown(b, o.All)
	promised := slices.DeleteFunc(slices.Clone(rows), func(g board.Group) bool { return !g.Promises.Any() })
	if len(promised) > 0 {
		sc.drawColumns(promised, promiseColumns())
		sc.Printf("\n")
	}
	sc.drawColumns(rows, boardColumns(b, o.Wide, len(promised) > 0))
	if hidden := len(b.Groups) - len(rows); hidden > 0 {
		sc.Paragraph(fmt.Sprintf("%d more with fewer than %s: %s shows them", hidden, report.Count(b.Policy.MinEvents, "event"), cmp.Or(o.More, "--all")))
	}
	sc.Printf("\n")
	for _, s := range append(append(boardSentences(b), report.Remarks(rows)...), report.OutletsWords(rows)) {
		if s != "" {
			sc.Paragraph(s)
		}
	}
	if !o.Wide {
		sc.Paragraph(boardKey(b))
		return
	}
	for _, g := range rows {
		if s := report.Crowd(g.Crowd); s != "" {
			sc.Paragraph(clean.Line(g.Name) + ": " + s + ".")
		}
	}
	for _, line := range report.LeftOut(b.Denominator) {
		sc.Paragraph(line)
	}
	sc.Paragraph(boardLegend(b))
	sc.Paragraph(report.PolicySentence(b))
}

// boardSentences are what a board comes to.
func boardSentences(b board.Board) []string {
	var list []string
	switch {
	case b.RightBoard != nil:
		list = append(list, clean.Line("by the share right: "+b.RightBoard.Sentence))
	case b.Leaderboard != nil && b.Leaderboard.Sentence != "":
		list = append(list, clean.Line(b.Leaderboard.Sentence))
	}
	for _, s := range []string{report.LeftOutLine(b.Denominator), report.Choices(b.Policy)} {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}

// boardKey says in a line how to read the figures.
func boardKey(b board.Board) string {
	key := "right: events on which the side taken was right, of those with one; "
	if b.Policy.Weigh == board.WeighClaims {
		key = "right: of the claims that took a side; "
	}
	key += "Brier: 0 is best, 0.25 always saying 50 %; [ ]: 95 % interval; –: too few or unknown"
	if r := against(b); r != "" {
		key += "; skill: the part of the Brier score saved against " + referenceText(r)
	}
	return key
}

// boardColumn is one column of a board.
type boardColumn struct {
	head string
	cell func(board.Group) string
}

// boardColumns are the columns of a board, the name first; wide adds those
// that most readers do without.
func boardColumns(b board.Board, wide, promises bool) []boardColumn {
	head := string(b.By)
	if promises {
		head = "all by their words"
	}
	columns := []boardColumn{{head, func(g board.Group) string { return clean.Line(g.Name) }}}
	if b.By == board.BySource {
		columns = append(columns, boardColumn{"role", func(g board.Group) string { return g.Role }})
	}
	columns = append(columns,
		boardColumn{"right", func(g board.Group) string { return hitCell(g.Hit) }},
		boardColumn{"Brier", func(g board.Group) string { return brierCell(g.Figures) }})
	if against(b) != "" {
		columns = append(columns, boardColumn{"skill", func(g board.Group) string { return bssCell(g.BSS) }})
	}
	columns = append(columns,
		boardColumn{"no side", func(g board.Group) string { return strconv.Itoa(g.Hit.NoSide) }},
		boardColumn{"untestable", func(g board.Group) string { return share(g.Vagueness.Untestable) }})
	if !wide {
		return columns
	}
	ranks := rankColumns(b.Leaderboard, against(b) == "")
	if b.RightBoard != nil {
		ranks = rightColumns(b.RightBoard)
	}
	return append(append(columns, ranks...),
		boardColumn{"scored", func(g board.Group) string { return fmt.Sprintf("%d of %d", g.Denominator.Scored, g.Denominator.Logged) }},
		boardColumn{"events", func(g board.Group) string { return strconv.Itoa(g.Events) }},
		boardColumn{"Brier over readings", func(g board.Group) string { return readingsText(g.Figures) }},
		boardColumn{"beyond testing", func(g board.Group) string { return share(g.Vagueness.HedgedBeyondTesting) }},
		boardColumn{"early/on time/late", func(g board.Group) string {
			return fmt.Sprintf("%d/%d/%d", g.Timing.Early, g.Timing.OnTime, g.Timing.Late)
		}},
		boardColumn{"slips", func(g board.Group) string { return slipText(g.Timing) }})
}

// rankColumns are the columns of a leaderboard, none where nobody is ranked.
func rankColumns(l *scoring.Leaderboard, withSkill bool) []boardColumn {
	if l == nil || l.Ranked < 2 {
		return nil
	}
	rank := boardColumn{fmt.Sprintf("rank/%d", l.Ranked), func(g board.Group) string { return rankCell(l, g.Name) }}
	if !withSkill || l.Mode != scoring.ModeSkill {
		return []boardColumn{rank}
	}
	return []boardColumn{{"skill", func(g board.Group) string { return skillCell(l, g.Name) }}, rank}
}

// rightColumns are the columns of a board by the share right.
func rightColumns(l *scoring.RightBoard) []boardColumn {
	if l.Ranked < 2 {
		return nil
	}
	return []boardColumn{{fmt.Sprintf("rank/%d", l.Ranked), func(g board.Group) string {
		if p := rightPlace(l, g.Name); p != nil {
			return fmt.Sprintf("%d–%d", p.RankLow, p.RankHigh)
		}
		return "–"
	}}}
}

// rightPlace is the row of a speaker, nil for one who is not ranked.
func rightPlace(l *scoring.RightBoard, name string) *scoring.RightPlace {
	for i := range l.Rows {
		if l.Rows[i].Name == name {
			return &l.Rows[i]
		}
	}
	return nil
}

// narrowest is how narrow the column of names may become before a board is
// drawn in blocks.
const narrowest = 10

// nameWidth is how wide the column of names must be so that none breaks within
// a word of up to most columns.
func nameWidth(rows [][]string, most int) int {
	widest := narrowest
	for _, row := range rows {
		for _, word := range strings.Fields(row[0]) {
			if w := text.StringWidth(word); w <= most {
				widest = max(widest, w)
			}
		}
	}
	return widest
}

// atSpaces breaks a name at spaces, and within a word that is wider than n.
func atSpaces(name string, n int) string {
	lines := strings.Split(Wrap(name, n), "\n")
	for i, line := range lines {
		lines[i] = text.WrapHard(line, n)
	}
	return strings.Join(lines, "\n")
}

// drawColumns draws the rows of a board.
func (sc *Screen) drawColumns(groups []board.Group, columns []boardColumn) {
	rows, heads := make([][]string, len(groups)), make([]string, len(columns))
	for k, c := range columns {
		heads[k] = c.head
		for i, g := range groups {
			rows[i] = append(rows[i], c.cell(g))
		}
	}
	sc.drawRows(heads, rows)
}

// drawRows draws rows as a table whose names are wrapped, never cut, or as
// blocks.
func (sc *Screen) drawRows(heads []string, rows [][]string) {
	used := 0
	for k, head := range heads[1:] {
		widest := text.StringWidth(head)
		for _, row := range rows {
			widest = max(widest, text.StringWidth(row[k+1]))
		}
		used += widest + 2
	}
	if sc.Width-used < nameWidth(rows, sc.Width/3) {
		sc.drawBlocks(rows, heads)
		return
	}
	t := table.NewWriter()
	t.SetStyle(PlainStyle(sc.Colour))
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 1, WidthMax: sc.Width - used, WidthMaxEnforcer: atSpaces}})
	head := table.Row{}
	for _, h := range heads {
		head = append(head, h)
	}
	t.AppendHeader(head)
	for _, row := range rows {
		cells := table.Row{}
		for _, cell := range row {
			cells = append(cells, cell)
		}
		t.AppendRow(cells)
	}
	for line := range strings.SplitSeq(t.Render(), "\n") {
		sc.Printf("%s\n", strings.TrimRight(line, " "))
	}
}

// drawBlocks draws the rows of a board under its heading, one under the other,
// figure by figure, without those that are not known.
func (sc *Screen) drawBlocks(rows [][]string, heads []string) {
	sc.Printf("%s\n", Wrap(heads[0], sc.Width))
	for _, row := range rows {
		if row[0] != "" {
			sc.Printf("%s\n", sc.Paint(Wrap(row[0], sc.Width), text.Bold))
		}
		for k, cell := range row[1:] {
			if cell != "–" {
				sc.Printf("  %s %s\n", heads[k+1], cell)
			}
		}
	}
}

// against is the reference of the board's skill, "" when none was asked for.
func against(b board.Board) scoring.Reference {
	if len(b.Groups) == 0 || b.Groups[0].BSS == nil {
		return ""
	}
	return b.Groups[0].BSS.Against
}

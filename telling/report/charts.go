package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
	"tracker/telling/chart"
)

// charts are those of a report, by name, in the order of the page.
var charts = []struct {
	name string
	make func(Report) chart.Chart
}{
	{"dots", Report.dotsChart},
	{"forest", Report.forestChart},
	{"reliability", Report.reliabilityChart},
	{"discrimination", Report.discriminationChart},
	{"slip", Report.slipChart},
	{"survival", Report.survivalChart},
	{"trend", Report.trendChart},
}

// ChartNames lists the charts.
var ChartNames = func() []string {
	var list []string
	for _, c := range charts {
		list = append(list, c.name)
	}
	return list
}()

// Chart makes one of the charts, nil where no chart has the name; it is empty
// where there is nothing to draw.
func (r Report) Chart(name string) *chart.Chart {
	for _, c := range charts {
		if c.name == name {
			return new(c.make(r))
		}
	}
	return nil
}

// ChartSource is the line under a chart that stands alone.
func (r Report) ChartSource() string {
	who := r.Title
	if r.Desk.Name != "" {
		who = r.Desk.Name + ": " + who
	}
	return who + ". As of " + dayWords(r.AsOf) + ". " + Count(r.Denominator.Logged, "claim") + " recorded."
}

// dotsChart is a dot for each judged claim.
func (r Report) dotsChart() chart.Chart {
	byKind := make([][]*fact, len(fates)+1)
	for i := range r.all.facts {
		f := &r.all.facts[i]
		byKind[f.kind] = append(byKind[f.kind], f)
	}
	n := 0
	var groups []chart.DotGroup
	var parts []string
	for i, f := range fates {
		list, before := byKind[i+1], r.all.piles.before(i+1)
		g := chart.DotGroup{Kind: f.kind, Name: f.words, N: r.all.piles.kinds[i+1]}
		if g.N == 0 {
			continue
		}
		n += g.N
		slices.SortStableFunc(list, func(a, b *fact) int { return int(a.latest - b.latest) })
		var ids []claims.ID
		for _, c := range list {
			g.Marks, ids = append(g.Marks, r.mark(c, before[c.latest]+int(c.tie))), append(ids, c.id)
		}
		g.Refs = r.refs(ids...)
		groups = append(groups, g)
		parts = append(parts, fmt.Sprintf("%d %s", g.N, f.words))
	}
	where := ""
	if r.pages == nil && r.short() {
		where = ", where that stands on this page"
	}
	return chart.Dots{Title: fmt.Sprintf("What became of %s whose time is over", Count(n, "statement")), Says: upper(strings.Join(parts, "; ")) + ".", Where: where, Groups: groups}.Chart()
}

// forestChart is the board's ranked rows, in the order of what it shows, the
// share; where rows are not ranked, all that have one.
func (r Report) forestChart() chart.Chart {
	f := chart.Forest{Title: "How often each was right, of what took a side",
		Note: "Dot: the share; line: where it may lie, 19 times in 20. Each event counts once. No side: the words say neither yes nor no; not testable: by when is not known."}
	for _, g := range r.rankedGroups() {
		if g.Hit.Share == nil {
			continue
		}
		ids := r.idsOf(g)
		f.Rows = append(f.Rows, chart.ForestRow{Name: r.rowName(g), Href: r.rowHref(r.By, g.Name, ids), Of: g.Hit.String(), Share: *g.Hit.Share, Low: *g.Hit.Low, High: *g.Hit.High,
			NoSide: g.Hit.NoSide, Untestable: g.Denominator.Untestable, Refs: r.refs(ids...)})
	}
	slices.SortStableFunc(f.Rows, func(a, b chart.ForestRow) int { return cmp.Compare(b.Share, a.Share) })
	f.Says = r.rankedSays(len(f.Rows))
	if all := len(f.Rows); all > mostDrawn {
		f.Rows, f.Note = f.Rows[:mostDrawn], f.Note+fmt.Sprintf(" The first %d of %d.", mostDrawn, all)
	}
	return f.Chart()
}

// rankedSays says who is in the picture.
func (r Report) rankedSays(rows int) string {
	if r.Leaderboard == nil || rows == 0 {
		return ""
	}
	text := fmt.Sprintf("The %s who spoke of at least %s, in the order of the share; all others stand in the list below.", Count(rows, "speaker"), Count(r.Policy.MinEvents, "event"))
	if rows > 1 && len(r.Leaderboard.Named) == 0 {
		text += " No difference between them could be shown: who stands first or last may be chance."
	}
	return text
}

// rankedGroups are the rows that have a place, the best first; all of a board
// whose rows are not ranked. Without numbers nobody has a place: then they are
// those that took a side on as many events.
func (r Report) rankedGroups() []board.Group {
	if r.Leaderboard == nil {
		return r.Groups
	}
	var list []board.Group
	for _, p := range r.Leaderboard.Rows {
		if i := slices.IndexFunc(r.Groups, func(g board.Group) bool { return g.Name == p.Name }); i >= 0 {
			list = append(list, r.Groups[i])
		}
	}
	if len(list) > 0 || r.all.numbered > 0 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(r.Groups), func(g board.Group) bool { return g.Hit.N < r.Policy.MinEvents })
}

// reliabilityChart is what was said against what came.
func (r Report) reliabilityChart() chart.Chart {
	c := chart.Reliability{Title: "What the words said, read as numbers, and how much of it came",
		Note: "Each dot is statements with numbers close to each other; its area is how many. On the broken line as much came as was said; under it less came."}
	if r.Calibration == nil {
		return c.Chart()
	}
	cal := r.Calibration
	c.Says = calibrationSays(*cal)
	if cal.Corp != nil {
		for _, b := range cal.Corp.Blocks {
			c.Curve = append(c.Curve, chart.Step{From: b.PMin, To: b.PMax, Share: b.CEP})
		}
	}
	for _, b := range cal.Band {
		c.Band = append(c.Band, chart.Range{At: b.P, Low: b.Low, High: b.High})
	}
	for _, b := range cal.Bins {
		ids := r.numbered(func(f *fact) bool { return binOf(f.p) == int(b.Lo*10+.5) })
		c.Dots = append(c.Dots, chart.Bin{From: b.Lo, To: b.Hi, Mean: b.MeanP, Share: b.Freq, Low: b.WilsonLow, High: b.WilsonHigh, Came: amount(b.Freq * float64(b.N)), N: b.N,
			Href: r.firstHref(ids), Refs: r.refs(ids...)})
	}
	return c.Chart()
}

// binOf is the tenth of the scale that a number lies in, as bins have it.
func binOf(p float64) int { return min(9, int(10*p+1e-9)) }

// numbered are the claims with a number that the figures of calibration count.
func (r Report) numbered(which func(*fact) bool) []claims.ID {
	var ids []claims.ID
	for i := range r.all.facts {
		if f := &r.all.facts[i]; f.counts && which(f) {
			ids = append(ids, f.id)
		}
	}
	return ids
}

// calibrationSays is the finding in plain words.
func calibrationSays(c board.Calibrated) string {
	if c.Citl == nil {
		return "Too few statements with a number to compare."
	}
	text := fmt.Sprintf("Read as numbers, the words of %s add up to %.1f (%.0f–%.0f) in time; %s came in time.", Count(c.N, "statement"), c.Citl.Expected, c.Low, c.High, amount(c.Citl.Observed))
	switch {
	case c.Corp == nil:
		return text + fmt.Sprintf(" They are about %s, too few for a curve.", Count(c.Events, "event"))
	case c.Corp.PValue == nil:
		return text
	case *c.Corp.PValue < 0.001:
		return text + " If the numbers held, chance would hardly bring that about (p < 0.001)" + testedOver(c)
	case *c.Corp.PValue < 0.05:
		return text + fmt.Sprintf(" If the numbers held, chance would seldom bring that about (p = %.3f)", *c.Corp.PValue) + testedOver(c)
	case c.Power != nil && *c.Power < 0.5:
		return text + " With so few, nobody can tell whether that is chance."
	}
	return text + fmt.Sprintf(" If the numbers held, chance may bring that about (p = %.2f)", *c.Corp.PValue) + testedOver(c)
}

// testedOver says what a test of the numbers is over: it speaks of no speaker.
func testedOver(c board.Calibrated) string {
	return fmt.Sprintf(": one test over all, %s, whoever spoke, denials and possibilities too. It is about what the words are read as, and about no one speaker.", Count(c.Events, "event"))
}

// discriminationChart is the numbers given to what came and to what did not.
func (r Report) discriminationChart() chart.Chart {
	d := chart.Discrimination{Title: "Were surer words kept for what came?",
		Note: "Every mark is a statement with a number, piled up over it. The further the two piles lie apart, the better the words told what would come from what would not. " +
			"Counted is what happened, also where the words spoke against it: that is not the same as who was right."}
	rows := []chart.Numbers{{Name: "happened in its window", Kind: chart.InTime}, {Name: "did not happen in it", Kind: chart.Never}}
	ids := map[chart.Kind]*[10][]claims.ID{}
	for k := range rows {
		rows[k].Bins, ids[rows[k].Kind] = make([]chart.NumberBin, 10), &[10][]claims.ID{}
		for i, n := range r.all.piles.numbers[k] {
			rows[k].Bins[i].N = n
			rows[k].N += n
		}
	}
	for i := range r.all.facts {
		f := &r.all.facts[i]
		at, ok := f.came()
		if !ok {
			continue
		}
		b := &rows[at].Bins[binOf(f.p)]
		m := r.mark(f, int(f.piled))
		m.Kind = rows[at].Kind
		b.Marks = append(b.Marks, m)
		ids[m.Kind][binOf(f.p)] = append(ids[m.Kind][binOf(f.p)], f.id)
	}
	for k, row := range rows {
		for i := range row.Bins {
			rows[k].Bins[i].Refs = r.refs(ids[row.Kind][i]...)
		}
	}
	d.Rows = rows
	if cal := r.Calibration; cal != nil {
		d.Rows[0].Mean, d.Rows[1].Mean = cal.MeanYes, cal.MeanNo
		if cal.MeanYes != nil && cal.MeanNo != nil {
			d.Says = fmt.Sprintf("Read as numbers, the words gave %.0f %% on average to what came in time, and %.0f %% to what did not.", 100**cal.MeanYes, 100**cal.MeanNo)
		}
	}
	return d.Chart()
}

// trendChart is the share right by the year in which the windows ended.
func (r Report) trendChart() chart.Chart {
	t := chart.Trend{Title: "How often what took a side was right, year by year", Note: "By the year in which the window ended; each event counts once in a year. n, or of: events."}
	low, high := 1.0, 0.0
	for _, y := range r.Years {
		ids := r.ledTo(y.IDs)
		p := chart.Period{Name: fmt.Sprint(y.Year), Of: hitWords(y.Hit), N: y.Hit.N, Href: r.firstHref(ids), Refs: r.refs(ids...)}
		if y.Hit.N > 0 {
			p.Share, p.Low, p.High = y.Hit.Share, y.Hit.Low, y.Hit.High
			low, high = max(0, min(low, *y.Hit.High)), max(high, *y.Hit.Low)
		}
		t.Periods = append(t.Periods, p)
	}
	t.Says = yearsSay(r.Years, low >= high)
	return t.Chart()
}

// enoughInYear is how many events a year needs for its share to be looked at.
const enoughInYear = 5

// yearsSay says what can be told of the years beside each other: that
// intervals overlap is no test.
func yearsSay(years []board.Year, overlap bool) string {
	enough := 0
	for _, y := range years {
		if y.Hit.N >= enoughInYear {
			enough++
		}
	}
	switch {
	case enough < 2:
		return "Too few events a year to tell one from another."
	case overlap:
		return "The intervals of all years overlap, and no test was made: whether years differ is not known."
	}
	return "The intervals of some years do not overlap, and no test was made: other things were spoken of in each."
}

// hitWords is "4 of 9", a dash for none.
func hitWords(h scoring.Hit) string {
	if h.N == 0 {
		return unknown
	}
	return h.String()
}

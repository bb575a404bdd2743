package report

import (
	"tracker/board"
)

// sourcesSection is the board by source: who carried claims, and, apart from
// them, outlets that made their own. The two are never added.
func (r Report) sourcesSection() section {
	s := section{ID: "sources", Heading: "By source"}
	if r.By == board.BySource || len(r.Sources) == 0 {
		return s
	}
	s.Intro = []para{plain("An outlet that carries a claim is not the one that made it: a row of carriers says how what they passed on came out. Outlets that spoke for themselves stand in a table of their own, and the two are never added.")}
	for _, t := range []struct{ role, summary, caption string }{
		{board.Carrier, " that carried claims", "Who carried claims. Square brackets: 95 % interval."},
		{board.Asserter, " that made claims of their own", "Outlets that made claims of their own. Square brackets: 95 % interval."},
	} {
		x := r.sourceTable(t.role, t.caption)
		s.Folds = append(s.Folds, fold{Count(len(x.Rows), "source") + t.summary, x})
	}
	return s
}

func (r Report) sourceTable(role, caption string) *table {
	t := &table{Caption: caption, Sortable: true, Heads: []head{{"Source", classProse}, {"Scored of recorded", classNumber}, {"Right", classNumber}, {"No side", classNumber},
		{"Brier", classNumber}, {"Brier by reading", classNumber}, {"Could not be tested", classNumber}, {"Too wide to test", classNumber}, {"Claims", classProse}}}
	for _, g := range r.Sources {
		if g.Role != role {
			continue
		}
		ids := r.all.sources[board.RowName{Role: g.Role, Name: g.Name}]
		cells := append([][]line{nameCell(g.Name, r.rowHref(board.BySource, g.Name, ids))}, r.figureCells(g)...)
		t.Rows = append(t.Rows, row{append(cells, []line{{Refs: r.refs(ids...)}})})
	}
	return t
}

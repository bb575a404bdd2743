package report

import (
	"fmt"

	"tracker/board"
)

// sourcesSection is who carried claims, and, apart from them, outlets that made
// their own. The two are never added, and only who made a claim has figures:
// what came of it says nothing about who passed it on.
func (r Report) sourcesSection() section {
	s := section{ID: "sources", Heading: "By source"}
	if r.By == board.BySource || len(r.Sources) == 0 {
		return s
	}
	s.Intro = []para{plain("An outlet that carries a claim is not the one that made it, and what came of the claim says nothing about the outlet: who carried claims has no figures. Outlets that spoke for themselves stand in a table of their own.")}
	for _, t := range []struct {
		summary string
		table   *table
	}{{" that carried claims", r.carriersTable()}, {" that made claims of their own", r.assertersTable()}} {
		s.Folds = append(s.Folds, fold{Count(len(t.table.Rows), "source") + t.summary, t.table})
	}
	return s
}

// carriersTable is who carried which claims.
func (r Report) carriersTable() *table {
	t := &table{Caption: "Who carried claims.", Sortable: true, Heads: []head{{"Source", classProse}, {"Carried", classNumber}, {"Claims", classProse}}}
	for _, g := range r.Sources {
		if g.Role == board.Carrier {
			name, all := r.sourceCell(g)
			t.Rows = append(t.Rows, row{[][]line{name, text(fmt.Sprint(all.n)), {{Refs: r.refs(all.ids...)}}}})
		}
	}
	return t
}

// assertersTable is what came of the claims that outlets made.
func (r Report) assertersTable() *table {
	t := &table{Caption: "Outlets that made claims of their own. Square brackets: 95 % interval.", Sortable: true, Heads: append(r.figureHeads("Source"), head{"Claims", classProse})}
	for _, g := range r.Sources {
		if g.Role == board.Asserter {
			name, all := r.sourceCell(g)
			t.Rows = append(t.Rows, row{append(append([][]line{name}, r.figureCells(g)...), []line{{Refs: r.refs(all.ids...)}})})
		}
	}
	return t
}

// sourceCell is the name of a source, and its claims.
func (r Report) sourceCell(g board.Group) ([]line, *group) {
	all := groupOf(r.all.sources, board.RowName{Role: g.Role, Name: g.Name})
	return nameCell(g.Name, r.rowHref(board.BySource, g.Name, all.ids)), all
}

// figureHeads are the heads of a name and its figures.
func (r Report) figureHeads(name string) []head {
	return append([]head{{name, classProse}}, figureColumns...)
}

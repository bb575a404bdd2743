package report

import (
	"html/template"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/telling/chart"
)

// Front is what stands on the first page of a site.
type Front struct {
	Page  page
	Fates []fateChoice
}

// Front is the page without its claims and events, which stand on pages of
// their own.
func (r Report) Front() Front { return Front{r.page(), r.fateWords()} }

// HasChart reports whether a chart stands on the first page.
func (f Front) HasChart(name string) bool {
	for _, s := range f.Page.Sections {
		if slices.ContainsFunc(s.Charts, func(c chart.Chart) bool { return c.Name == name && !c.Empty() }) {
			return true
		}
	}
	return false
}

// Below is the report as pages in the folders of the site show it.
func (r Report) Below() Report {
	r.up = "../"
	return r
}

// Whose says whose table it is.
func (r Report) Whose() template.HTML { return runsHTML(r.byline()[0]) }

// FateWords are the outcomes that a reader can choose among.
func (r Report) FateWords() []fateChoice { return r.fateWords() }

// EventCount is how many events the claims are about.
func (r Report) EventCount() int {
	return len(r.all.events)
}

// SourceCount is how many sources carried claims or made them, each once.
func (r Report) SourceCount() int {
	names := map[string]bool{}
	for _, g := range r.Sources {
		names[g.Name] = true
	}
	return len(names)
}

// WithoutClaims is the report without its claims, which have JSON of their own
// on a site.
func (r Report) WithoutClaims() Report {
	r.Claims = []Claim{}
	return r
}

// Fate is what became of a claim, in the shapes of the charts.
func (c *Claim) Fate() chart.Kind { return c.fate() }

// RecordGroups are the rows of a name, as boards have them: of a source what it
// said itself, for what it carried is not its own.
func (r Report) RecordGroups(by board.Grouping, name string) []board.Group {
	list := []board.Group{}
	if by == board.BySource {
		for _, g := range r.Sources {
			if g.Name == name && g.Role == board.Asserter {
				list = append(list, g)
			}
		}
	} else if i, has := r.groupAt[name]; has && by == r.By {
		list = append(list, r.Groups[i])
	}
	return list
}

// Record is the row of a name with every figure, nil where there is none.
func (r Report) Record(by board.Grouping, name string) *table {
	groups := r.RecordGroups(by, name)
	if len(groups) == 0 {
		return nil
	}
	if by == board.BySource {
		t := &table{Caption: "What it said itself. Square brackets: 95 % interval. " + wideNote, Heads: r.figureHeads("Source")}
		t.Rows = []row{{append([][]line{text(name)}, r.figureCells(groups[0])...)}}
		return t
	}
	t := r.boardTable(groups, "Square brackets: 95 % interval. "+wideNote)
	t.Sortable, t.Rows[0].Cells[0] = false, text(name)
	return t.without("Claims")
}

// without is the table but for a column.
func (t *table) without(name string) *table {
	i := slices.IndexFunc(t.Heads, func(h head) bool { return h.Name == name })
	if i < 0 {
		return t
	}
	t.Heads = slices.Delete(t.Heads, i, i+1)
	for k := range t.Rows {
		t.Rows[k].Cells = slices.Delete(t.Rows[k].Cells, i, i+1)
	}
	return t
}

// RecordWords is what came of the claims of a speaker, in a few words.
func (r Report) RecordWords(name string) string {
	if i, has := r.groupAt[name]; has && r.By == board.BySpeaker {
		return record(r.Groups[i])
	}
	return ""
}

// CorrectionList are the corrections of one claim, and CorrectionsOf a table of
// them, nil for none.
func (r Report) CorrectionList(id claims.ID) []Correction {
	list := []Correction{}
	if r.corrected[id] == 0 {
		return list
	}
	for _, c := range r.Corrections {
		if c.ID == id {
			list = append(list, c)
		}
	}
	return list
}

func (r Report) CorrectionsOf(id claims.ID) *table {
	only := r
	if only.Corrections = r.CorrectionList(id); len(only.Corrections) == 0 {
		return nil
	}
	return only.correctionsSection().Table.without("Claim")
}

// Moved says which dates of a chain stand before and after that of a claim.
func (r Report) Moved(id claims.ID) []template.HTML {
	at, moved := r.chainOf[id]
	if !moved {
		return nil
	}
	var list []template.HTML
	links := r.Chains[at].Links
	i := slices.IndexFunc(links, func(l Link) bool { return l.ID == id })
	if i > 0 {
		list = append(list, runsHTML(para{{Text: "It gave another date than before: ", Refs: r.refs(links[i-1].ID)}}))
	}
	if i+1 < len(links) {
		list = append(list, runsHTML(para{{Text: "Another date was given later: ", Refs: r.refs(links[i+1].ID)}}))
	}
	return list
}

// DayWords is a day as readers are shown it.
func DayWords(d calendar.Day) string { return dayWords(d) }

// Style and Script are those of the page, for the pages of a site.
func (r Report) Style() string { return pageCSS + chart.Style + r.running() }
func Script() string           { return pageScript }

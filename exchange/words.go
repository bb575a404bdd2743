package exchange

import (
	"slices"
	"strings"
)

// Words are what words in the cells of a column stand for, by the words in
// small letters: a desk's own ratings, or "high" for 80%. "" is an empty cell.
type Words map[string]string

// of is what a cell says.
func (w Words) of(cell string) string {
	if len(w) == 0 {
		return cell
	}
	if says, ok := w[wordForm(cell)]; ok {
		return says
	}
	return cell
}

// wordForm is the form in which cells are compared.
func wordForm(cell string) string { return strings.ToLower(strings.Join(strings.Fields(cell), " ")) }

// takeWords takes the mappings that are about words of a column: those to
// COLUMN:WORD where no column is called that.
func (p *Plan) takeWords() {
	for _, m := range p.o.Maps {
		if i, word := p.wordOf(m.Title); i >= 0 {
			c := &p.Columns[i]
			if c.Words == nil {
				c.Words = Words{}
			}
			c.Words[wordForm(word)] = m.Member
		}
	}
}

// wordOf is the column and the word that COLUMN:WORD names, -1 for none. Titles
// may have a colon themselves; the longest that fits counts.
func (p *Plan) wordOf(title string) (at int, word string) {
	titled := func(title string) int {
		return slices.IndexFunc(p.Columns, func(c Column) bool { return plain(c.Title) == plain(title) })
	}
	if titled(title) >= 0 {
		return -1, ""
	}
	for i := strings.LastIndexByte(title, ':'); i > 0; i = strings.LastIndexByte(title[:i], ':') {
		if at := titled(title[:i]); at >= 0 {
			return at, title[i+1:]
		}
	}
	return -1, ""
}

package report

import (
	"fmt"
	"strings"

	"tracker/clean"
)

// markdown renders the page in GitHub's dialect.
func (r Report) markdown() []byte {
	var b strings.Builder
	p := r.page()
	fmt.Fprintf(&b, "# %s\n", clean.Markdown(p.Title))
	for _, s := range p.Sections {
		fmt.Fprintf(&b, "\n## %s\n", clean.Markdown(s.Heading))
		for _, text := range s.Paragraphs {
			fmt.Fprintf(&b, "\n%s\n", clean.Markdown(text))
		}
		for i, text := range s.List {
			if i == 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "- %s\n", clean.Markdown(text))
		}
		if s.Table != nil {
			s.Table.markdown(&b)
		}
	}
	return []byte(b.String())
}

func (t table) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n\n", clean.Markdown(t.Caption))
	names, rules := "|", "|"
	for _, h := range t.Heads {
		names += " " + clean.Markdown(h.Name) + " |"
		if h.Class == classNumber {
			rules += " ---: |"
		} else {
			rules += " --- |"
		}
	}
	fmt.Fprintf(b, "%s\n%s\n", names, rules)
	for _, r := range t.Rows {
		b.WriteByte('|')
		for _, cell := range r.Cells {
			fmt.Fprintf(b, " %s |", markdownCell(cell))
		}
		b.WriteByte('\n')
	}
}

// markdownCell puts the lines of a cell under one another.
func markdownCell(cell []line) string {
	lines := make([]string, 0, len(cell))
	for _, l := range cell {
		text := clean.Markdown(l.Text)
		if l.URL != "" {
			text = "[" + text + "](" + strings.ReplaceAll(l.URL, "&", "&amp;") + ")"
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "<br>")
}

package report

import (
	"fmt"
	"strings"

	"tracker/clean"
	"tracker/telling/chart"
)

// markdown renders the page in GitHub's dialect: the pictures as their figures.
func (r Report) markdown() []byte {
	var b strings.Builder
	p := r.page()
	fmt.Fprintf(&b, "# %s\n", clean.Markdown(p.Title))
	for _, t := range p.Byline {
		fmt.Fprintf(&b, "\n%s\n", markdownPara(t))
	}
	if p.Lead != "" {
		fmt.Fprintf(&b, "\n%s\n", clean.Markdown(p.Lead))
	}
	for _, s := range p.Sections {
		s.markdown(&b)
	}
	for i, t := range p.Footer {
		if i == 0 {
			b.WriteString("\n---\n")
		}
		fmt.Fprintf(&b, "\n%s\n", markdownPara(t))
	}
	return []byte(b.String())
}

func (s section) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n", clean.Markdown(s.Heading))
	for _, t := range s.Intro {
		fmt.Fprintf(b, "\n%s\n", markdownPara(t))
	}
	for i, t := range s.List {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "- %s\n", markdownPara(t))
	}
	for _, c := range s.Charts {
		if !c.Empty() {
			fmt.Fprintf(b, "\n### %s\n\n%s\n", clean.Markdown(c.Title), clean.Markdown(c.Says))
			chartTable(c).markdown(b)
		}
	}
	if s.Table != nil {
		s.Table.markdown(b)
	}
	for _, f := range s.Folds {
		if len(f.Table.Rows) > 0 {
			f.Table.markdown(b)
		}
	}
	for _, t := range s.Notes {
		fmt.Fprintf(b, "\n%s\n", markdownPara(t))
	}
	for _, p := range s.Read {
		fmt.Fprintf(b, "\n%s:\n\n", clean.Markdown(p.Why))
		p.Card.markdown(b)
	}
	for _, p := range s.People {
		fmt.Fprintf(b, "\n### %s\n\n%s\n\n", clean.Markdown(p.Name), clean.Markdown(p.Record))
		for _, k := range p.Cards {
			k.markdown(b)
		}
	}
}

// markdown is a claim as an item with its parts under it.
func (k Card) markdown(b *strings.Builder) {
	parts := given(fmt.Sprintf("#%d %s, %s:", k.ID, k.Speaker, k.Said), quoted(k.Quote), k.Reported, "in our words: "+k.Ours, sign(k.Kind, k.Call).Sign+" "+k.Standing, k.Why, k.replyLine())
	for i, s := range parts {
		parts[i] = clean.Markdown(s)
	}
	fmt.Fprintf(b, "- %s\n", strings.Join(parts, "<br>"))
	for _, p := range k.Parts {
		fmt.Fprintf(b, "  - #%d %s: %s\n", k.ID, p.Name, markdownCell(p.Lines))
	}
}

// replyLine is what is said against the verdict, as a line.
func (k *Card) replyLine() string {
	if k.Reply == "" {
		return ""
	}
	return "Disputed: " + k.Reply
}

// chartTable is the figures of a chart as a table of the page.
func chartTable(c chart.Chart) *table {
	t := &table{Caption: c.Note}
	for _, h := range c.Table.Heads {
		class := classProse
		if h.Number {
			class = classNumber
		}
		t.Heads = append(t.Heads, head{h.Name, class})
	}
	for _, r := range c.Table.Rows {
		var cells [][]line
		for _, cell := range r {
			var lines []line
			if cell.Text != "" {
				lines = text(cell.Text)
			}
			for _, ref := range cell.Refs {
				lines = append(lines, leading(ref.Text, ref.Href))
			}
			cells = append(cells, lines)
		}
		t.Rows = append(t.Rows, row{cells})
	}
	return t
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
	sep := "<br>"
	for _, l := range cell {
		if l.To != "" && l.Text != "" && l.Text[0] == '#' {
			sep = ", "
		}
		lines = append(lines, markdownLine(l))
	}
	return strings.Join(lines, sep)
}

// markdownPara is texts and links, one after another.
func markdownPara(p para) string {
	var b strings.Builder
	for _, l := range p {
		text := markdownLine(l)
		if strings.HasPrefix(l.Text, " ") {
			b.WriteByte(' ')
		}
		b.WriteString(text)
		if strings.HasSuffix(l.Text, " ") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// markdownLine is a text with its link. A claim goes by its number.
func markdownLine(l line) string {
	text := clean.Markdown(strings.TrimSpace(l.Text))
	if l.URL != "" {
		text = "[" + text + "](" + strings.ReplaceAll(l.URL, "&", "&amp;") + ")"
	}
	var ids []string
	for _, ref := range l.Refs {
		ids = append(ids, ref.Text)
	}
	if len(ids) > 0 && text != "" {
		text += " "
	}
	return text + strings.Join(ids, ", ")
}

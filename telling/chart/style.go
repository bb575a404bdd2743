package chart

import (
	_ "embed"
	"strings"
)

// Style is the style sheet of charts in a page, whose colours the page gives
// as variables.
//
//go:embed chart.css
var Style string

// colours are those of a chart on paper.
var colours = strings.NewReplacer("var(--ink)", "#1b1f24", "var(--soft)", "#57606a", "var(--paper)", "#ffffff", "var(--line)", "#d0d7de", "var(--band)", "#dbe7f3",
	"var(--in-time)", "#0b6e99", "var(--late)", "#b35900", "var(--never)", "#a8071a", "var(--aside)", "#6b4ba1", "var(--curve)", "#1b1f24")

// printed is the style of a chart that stands alone: programs that draw SVG
// know no variables.
func printed() string { return colours.Replace(Style) }

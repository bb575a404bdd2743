package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"tracker/clean"
	"tracker/telling/chart"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageScript string
)

// pageTemplate draws a page; a test executes it. It is parsed when the first
// page is drawn, because every other command would wait for it too.
var pageTemplate = sync.OnceValue(Templates)

// Templates are the page and the pieces it is made of, which pages of a site
// are made of too.
func Templates() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{"line": oneLine, "spaced": spaced, "unbroken": unbroken, "mark": mark, "sign": sign, "svg": svg, "figures": chartTable,
		"lines": linesHTML, "classes": classes, "runs": runsHTML, "quoted": quoted, "language": language, "address": address}).Parse(pageHTML))
}

// html renders the page as one file: no font, no picture and nothing fetched.
// Its content security policy allows its own style sheet and its own script, by
// their hashes, and nothing else; without the script only sorting and filtering
// are missing.
func (r Report) html() ([]byte, error) {
	style := pageCSS + chart.Style + r.running()
	var b bytes.Buffer
	err := pageTemplate().Execute(&b, map[string]any{
		"Page":   r.page(),
		"Style":  template.CSS(style),
		"Script": template.JS(pageScript),
		"Fates":  r.fateWords(),
		"Policy": "default-src 'none'; style-src " + hashOf(style) + "; script-src " + hashOf(pageScript) + "; base-uri 'none'; form-action 'none'",
	})
	if err != nil {
		return nil, fmt.Errorf("render the report as HTML: %w", err)
	}
	return b.Bytes(), nil
}

// hashOf is a source of a content security policy that allows one text.
func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// running is the style of the margins of printed pages: where they are from,
// and their numbers. What is from outside is written as escapes alone.
func (r Report) running() string {
	return "@page { @bottom-left { content: \"" + cssText(r.ChartSource()) + "\"; } }\n"
}

// cssText is a text in a string of a style sheet, every character escaped.
func cssText(s string) string {
	var b strings.Builder
	for i, c := range []rune(oneLine(s)) {
		if i == 140 {
			b.WriteString("\\2026 ")
			break
		}
		fmt.Fprintf(&b, "\\%x ", c)
	}
	return b.String()
}

// fateWords are the outcomes that a reader can choose among.
func (r Report) fateWords() []fateChoice {
	var list []fateChoice
	for i, f := range fates {
		if r.all.piles.kinds[i+1] > 0 {
			list = append(list, fateChoice{f.kind, f.words})
		}
	}
	return list
}

type fateChoice struct {
	Kind  chart.Kind
	Words string
}

// svg draws a chart for wide and for narrow pages; one of them is shown.
func svg(c chart.Chart) template.HTML {
	return template.HTML(`<div class="drawn-wide">` + c.SVG(chart.Wide, c.Name+"-wide") + `</div>` + "\n" + `<div class="drawn-narrow">` + c.SVG(chart.Narrow, c.Name+"-narrow") + `</div>`)
}

// oneLine is text from outside as one line without controls; the template
// escapes it for its place.
func oneLine(s string) string { return clean.Line(strings.Join(strings.Fields(s), " ")) }

// language is that of a quote, for the lang attribute: "" where nobody said.
func language(s string) string {
	for _, c := range s {
		if !(c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return ""
		}
	}
	return s
}

// address is a link of ours, whose scheme is one of those that webURL and reach
// let through.
func address(s string) template.URL { return template.URL(s) }

// mark is the sign and the style of a call. Signs differ in shape, so that
// nothing hangs on colour; unclear and void share neither with wrong.
func mark(c call) (m struct{ Sign, Class string }) {
	switch c {
	case callRight:
		m.Sign, m.Class = "✓", "right"
	case callWrong:
		m.Sign, m.Class = "✗", "wrong"
	case callUnclear:
		m.Sign, m.Class = "?", "aside"
	case callVoid:
		m.Sign, m.Class = "∅", "aside"
	default:
		m.Sign, m.Class = "·", "none"
	}
	return m
}

// sign is what became of a claim in the shapes of the charts.
func sign(k chart.Kind, c call) (m struct{ Sign, Class string }) {
	switch m.Class = string(k); k {
	case chart.InTime:
		m.Sign = "●"
	case chart.Early:
		m.Sign = "◀"
	case chart.Late:
		m.Sign = "▶"
	case chart.InPart:
		m.Sign = "◢"
	case chart.Never:
		m.Sign = "✕"
	case chart.NoSide:
		m.Sign = "□"
	case chart.Unclear:
		m.Sign = "◇"
	default:
		return mark(c)
	}
	return m
}

// spaced is oneLine that keeps a space on either side: part of a paragraph.
func spaced(s string) string {
	one := oneLine(s)
	if strings.HasPrefix(s, " ") {
		one = " " + one
	}
	if strings.HasSuffix(s, " ") && one != " " {
		one += " "
	}
	return one
}

// unbroken keeps numbers and their units on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " %", "\u00a0%") }

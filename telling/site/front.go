package site

import (
	"cmp"
	"context"

	"tracker/telling/chart"
	"tracker/telling/report"
)

// firstPage is what the site begins with.
type firstPage struct {
	frame
	Front    report.Front
	Speakers int
	Claims   int64
	Charts   []chartLine
}

type chartLine struct{ Name, Href, Picture, Embed string }

// front writes the first page, its twin, and what every page uses; last of all
// the file that says that the folder holds a site.
func (w *writer) front(context.Context) error {
	var d desk
	p := firstPage{frame: w.frame("index.html", "website"), Front: w.opening, Speakers: len(w.index.names[inSpeakers]), Claims: w.total}
	p.Up, p.Title, p.Says, p.Twin, p.Feed = "", w.first.Title, w.first.Lead, "index.json", "claims/index.xml"
	p.Charts = w.drawable
	if err := cmp.Or(w.first.Err(), w.draw("index.html", "first", p)); err != nil {
		return err
	}
	if err := w.twin(&d, "index.json", w.first.WithoutClaims()); err != nil {
		return err
	}
	for name, text := range map[string]string{"site.css": w.first.Style() + siteCSS, "site.js": report.Script() + searchScript} {
		if err := w.file(name, []byte(text)); err != nil {
			return err
		}
	}
	return w.twin(&d, markFile, Mark{Schema, w.first.Title, w.first.AsOf.String(), w.total, len(w.index.names[inSpeakers]), len(w.index.names[inSources]), len(w.index.names[inEvents])})
}

// Mark says of a folder that a site stands in it, and how large it is.
type Mark struct {
	Schema   string `json:"schema"`
	Title    string `json:"title"`
	AsOf     string `json:"as_of"`
	Claims   int64  `json:"claims"`
	Speakers int    `json:"speakers"`
	Sources  int    `json:"sources"`
	Events   int    `json:"events"`
}

// chartPage is a chart alone.
type chartPage struct {
	frame
	Chart      *chart.Chart
	Whole      string
	WholeWords string
}

// ChartTwin is the JSON beside it.
type ChartTwin struct {
	Schema string     `json:"schema"`
	Kind   string     `json:"kind"`
	Name   string     `json:"name"`
	Title  string     `json:"title"`
	Says   string     `json:"says"`
	Note   string     `json:"note"`
	AsOf   string     `json:"as_of"`
	Heads  []string   `json:"heads"`
	Rows   [][]string `json:"rows"`
}

// charts writes a page for each chart of the first page, the picture as a file,
// and its figures.
func (w *writer) charts(context.Context) error {
	var d desk
	w.opening = w.first.Front()
	for _, name := range report.ChartNames {
		if !w.opening.HasChart(name) {
			continue
		}
		if err := w.chart(&d, w.below.Chart(name)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) chart(d *desk, c *chart.Chart) error {
	stem := inCharts + "/" + c.Name
	p := chartPage{w.frame(stem+".html", "article"), c, "../index.html#chart-" + c.Name, "The whole table"}
	p.Title = c.Title
	embed := w.iframe(stem+".html", c.Title, chartHeight)
	w.drawable = append(w.drawable, chartLine{c.Title, stem + ".html", stem + ".svg", embed})
	if err := w.draw(stem+".html", "chart-page", p); err != nil {
		return err
	}
	if err := w.file(stem+".svg", c.File(w.first.ChartSource())); err != nil {
		return err
	}
	if err := w.oembed(d, stem, c.Title, embed, chartHeight); err != nil {
		return err
	}
	heads, rows := c.Figures()
	return w.twin(d, stem+".json", ChartTwin{Schema, "chart", c.Name, c.Title, c.Says, c.Note, w.first.AsOf.String(), heads, rows})
}

package screen

import (
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// Claim writes a claim, seen at now in a zone, as a block of labelled lines.
func (sc *Screen) Claim(v claims.View, now claims.Instant, zone *time.Location) {
	c := v.Claim
	id := ID(c.ID)
	sc.Printf("%s\n", sc.Paint(id+"  "+sc.Indented(clean.Line(c.Statement), len(id)+2), text.Bold))
	line := func(label, value string) {
		if value != "" {
			sc.Printf("  %-10s  %s\n", label, sc.Indented(clean.Line(value), 14))
		}
	}
	for _, p := range c.Proposed {
		line("proposed", strings.TrimPrefix(report.ProposedLine(&c, p), "proposed "))
		line("", report.ProposedBecause(p))
		line("", "tracker resolve "+id+" confirm takes it, tracker resolve "+id+" drop does not")
	}
	line("", report.Understood(v))
	if c.Quote != "" {
		lines(line, "quote", "“"+strings.Trim(c.Quote, "“”\"")+"”"+report.QuotedFrom(v))
	}
	line("speaker", c.Speaker+" ("+string(c.SpeakerKind)+")")
	for _, l := range c.Attribution {
		line(string(l.Role), l.Entity)
	}
	for _, a := range c.Appearances {
		line("source", strings.TrimSpace(a.Source+"  "+a.URL))
		line("archived", a.ArchiveURL)
	}
	line("said", report.StatedLine(c.StatedOn)+report.HindsightLine(v))
	line("noted", report.NotedLine(v))
	line("event", c.Event)
	line("tags", strings.Join(c.Tags, " "))
	line("type", string(v.Type))
	line("polarity", report.PolarityLine(c))
	line("hedge", report.HedgeLine(c.AsSaid())+report.NumberFrom(v))
	line("window", report.WindowLine(c.Window))
	for _, a := range c.Window.Alternatives {
		line("or", report.Days(a.Earliest, a.Latest)+": "+a.Why)
	}
	line("if", c.Condition)
	line("criterion", c.Criterion)
	if c.BaselineP != nil {
		line("baseline", report.BaselineLine(c))
	}
	lines(line, "notes", c.Notes)
	line("follows", report.FollowsLine(c))
	line("status", report.StatusLine(v, now))
	line("standing", report.StandingWords(v.Standing))
	if c.Verdict != nil {
		verdictLines(v, zone, line)
	}
	line("uid", string(c.UID))
}

// lines writes a text that may have several, the first behind its label.
func lines(line func(label, value string), label, text string) {
	for part := range strings.Lines(text) {
		line(label, strings.TrimRight(part, "\r\n"))
		label = ""
	}
}

// verdictLines writes the verdict that counts.
func verdictLines(c claims.View, zone *time.Location, line func(label, value string)) {
	v := c.Verdict
	line("verdict", report.JudgedLine(c.Side, c.Window, v))
	lines(line, "because", v.Note)
	for _, x := range v.Evidence {
		line("evidence", x.URL+x.File)
		if x.SHA256 != "" {
			line("", "sha256 "+x.SHA256)
		}
	}
	line("given", v.At.Time(zone).Format("2 Jan 2006 15:04 MST")+" by "+v.By)
}

// standingCell is where a claim with a verdict stands, and of another what it
// waits for.
func standingCell(c claims.Claim, now claims.Instant, by claims.Judging) string {
	status := c.Status(now)
	if c.Verdict == nil || status != claims.Resolved {
		return string(status)
	}
	s, _ := c.Standing(now, by)
	return report.StandingWords(s)
}

// standingName is the standing of a claim as programs read it.
func standingName(c claims.Claim, now claims.Instant, by claims.Judging) string {
	s, _ := c.Standing(now, by)
	return string(s)
}

// Ends says when a claim's window ends, for a table.
func Ends(c claims.Claim, now claims.Instant) string {
	if c.Window.Latest == 0 {
		return "no deadline"
	}
	today := c.Today(now)
	if c.Verdict != nil || c.Window.Latest < today-400 {
		return c.Window.Latest.String()
	}
	return report.Distance(c.Window.Latest, today)
}

// ID prints the number of a claim.
func ID(id claims.ID) string { return strconv.FormatInt(int64(id), 10) }

// Proposed says, before a table of claims on a terminal, what has been proposed
// for them; a table for programs has it in its JSON.
func (sc *Screen) Proposed(list []claims.Claim) {
	if !sc.TTYOut {
		return
	}
	for i := range list {
		c := &list[i]
		for _, p := range c.Proposed {
			sc.Paragraph(ID(c.ID) + ": " + report.ProposedLine(c, p) + "; tracker resolve " + ID(c.ID) + " confirm")
		}
	}
}

package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

type showOptions struct {
	ref  string
	json bool
}

func newShow(e *env) *cobra.Command {
	o := &showOptions{}
	cmd := &cobra.Command{
		Use:               "show ID",
		Short:             "Show one claim whole",
		Long:              "Show one claim whole: what was said, by whom, how it was understood, the verdict and its evidence.\nID is the short number, the uid, or the beginning of a uid, past its first dash.",
		Example:           "  tracker show 1\n  tracker show 1 --json",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: e.completeIDs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.ref = args[0]
			return show(cmd.Context(), e, o)
		},
	}
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	return cmd
}

func show(ctx context.Context, e *env, o *showOptions) error {
	_, c, err := e.claim(ctx, o.ref)
	if err != nil {
		return err
	}
	if o.json {
		return e.printJSON(struct {
			Schema string      `json:"schema"`
			Claim  claims.View `json:"claim"`
		}{"tracker.show/1", e.view(c)})
	}
	e.printClaim(c)
	return nil
}

// printClaim writes a claim as a block of labelled lines.
func (e *env) printClaim(c claims.Claim) {
	v := e.view(c)
	c = v.Claim
	id := idText(c.ID)
	e.printf("%s\n", e.paint(id+"  "+e.Indented(clean.Line(c.Statement), len(id)+2), text.Bold))
	line := func(label, value string) {
		if value != "" {
			e.printf("  %-10s  %s\n", label, e.Indented(clean.Line(value), 14))
		}
	}
	line("", report.Understood(v))
	if c.Quote != "" {
		line("quote", "“"+strings.Trim(c.Quote, "“”\"")+"”"+quotedFrom(v))
	}
	line("speaker", c.Speaker+" ("+string(c.SpeakerKind)+")")
	for _, l := range c.Attribution {
		line(string(l.Role), l.Entity)
	}
	for _, a := range c.Appearances {
		line("source", strings.TrimSpace(a.Source+"  "+a.URL))
	}
	line("said", statedText(c)+hindsightText(v))
	line("event", c.Event)
	line("tags", strings.Join(c.Tags, " "))
	line("type", string(v.Type))
	line("polarity", polarityText(c))
	line("hedge", hedgeText(c.Hedge))
	line("window", windowText(c.Window))
	for _, a := range c.Window.Alternatives {
		line("or", span(a.Earliest, a.Latest)+": "+a.Why)
	}
	line("if", c.Condition)
	line("criterion", c.Criterion)
	if c.BaselineP != nil {
		line("baseline", percent(*c.BaselineP))
	}
	line("notes", c.Notes)
	line("follows", followsText(c))
	line("status", e.statusText(v))
	line("standing", report.StandingWords(v.Standing))
	if c.Verdict != nil {
		e.printVerdict(c, line)
	}
	line("uid", string(c.UID))
}

// quotedFrom says whose words a quote is when it is not the speaker's.
func quotedFrom(v claims.View) string {
	switch {
	case v.WordsBy != claims.ByReport:
		return ""
	case len(v.Appearances) > 0:
		return " (" + v.Appearances[0].Source + "'s words, not the speaker's)"
	}
	return " (the report's words, not the speaker's)"
}

// printVerdict writes the verdict that counts.
func (e *env) printVerdict(c claims.Claim, line func(label, value string)) {
	v := c.Verdict
	line("verdict", verdictText(c))
	line("because", v.Note)
	for _, x := range v.Evidence {
		line("evidence", x.URL+x.File)
		if x.SHA256 != "" {
			line("", "sha256 "+x.SHA256)
		}
	}
	line("given", v.At.Time(e.Zone).Format("2 Jan 2006 15:04 MST")+" by "+v.By)
}

// verdictText says what happened, against the window.
func verdictText(c claims.Claim) string {
	v := c.Verdict
	s := string(v.Outcome)
	if v.Extent != nil {
		s += " " + strconv.FormatFloat(*v.Extent, 'g', 4, 64)
	}
	if v.Reason != "" {
		s += ", " + v.Reason
	}
	if v.Day != 0 {
		s += ", on " + longDay(v.Day)
	}
	switch slip := c.Window.Slip(v.Day); {
	case v.Happened() && v.Day == 0:
		s += ", day not known, counted as on time"
	case v.Timing == claims.Late:
		s += ", " + plural(slip, "day") + " late"
	case v.Timing == claims.Early:
		s += ", " + plural(-slip, "day") + " early"
	case v.Timing == claims.OnTime:
		s += ", on time"
	}
	return s
}

func statedText(c claims.Claim) string {
	if t := c.StatedOn.Time(); !t.IsZero() {
		return longDay(c.StatedOn.Day()) + " at " + t.Format("15:04 -07:00")
	}
	return longDay(c.StatedOn.Day())
}

func hindsightText(v claims.View) string {
	if v.Hindsight {
		return ", recorded here when it could be known what came of it"
	}
	return ""
}

func polarityText(c claims.Claim) string {
	if c.Polarity == claims.WillNot {
		return "says it will not happen"
	}
	return ""
}

func followsText(c claims.Claim) string {
	switch {
	case c.Supersedes != "":
		return "supersedes " + string(c.Supersedes)
	case c.Repeats != "":
		return "repeats " + string(c.Repeats)
	}
	return ""
}

// statusText says where a claim stands and what comes next.
func (e *env) statusText(v claims.View) string {
	today := v.Today(e.instant())
	switch v.Status {
	case claims.Withdrawn:
		return "withdrawn: " + v.Withdrawn
	case claims.Disputed:
		return "disputed: " + v.Disputed
	case claims.Snoozed:
		return "snoozed until " + longDay(v.SnoozedUntil)
	case claims.Due:
		return fmt.Sprintf("due, window closed %s; tracker resolve %d", distance(v.Window.Latest, today), v.ID)
	case claims.Open:
		if v.Window.Latest != 0 {
			return "open, window closes " + distance(v.Window.Latest, today)
		}
	}
	return string(v.Status)
}

func idText(id claims.ID) string { return strconv.FormatInt(int64(id), 10) }

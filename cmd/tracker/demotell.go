package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// heading starts a part of the story.
func (d *demo) heading(format string, args ...any) {
	d.printf("\n%s\n\n", d.paint(fmt.Sprintf(format, args...), text.Bold))
}

func (d *demo) tellBeginning(context.Context) error {
	first, last := d.lines[0].Draft.StatedOn, d.lines[len(d.lines)-1].Draft.StatedOn
	d.printf("%s\n", d.paint("tracker: who said what would happen, by when, and whether it did", text.Bold))
	d.printf("%s\n", screen.Wrap(fmt.Sprintf("%d public statements made from %s to %s, each logged on its own day by an injected clock. "+
		"Deadlines and hedges are read out of the words.", len(d.lines), first[:4], last[:4]), d.Width))
	return nil
}

// tellDue shows what waits for a verdict on the day of the look around, and
// one claim as the desk is asked about it.
func (d *demo) tellDue(ctx context.Context) error {
	d.heading("What was due on %s", report.Day(demoLook))
	list, _, err := d.book.Due(ctx, d.instant(), claims.Filter{}, store.Page{})
	if err != nil {
		return err
	}
	rows := make([][]string, 0, len(list))
	for _, c := range list {
		rows = append(rows, []string{idText(c.ID), screen.Ends(c, d.instant()), screen.Shorten(c.Speaker, 22), c.Window.Phrase, clean.Line(c.Statement)})
	}
	d.DrawTable(d.Out, []string{"id", "closed", "speaker", "phrase", "statement"}, rows)
	d.heading("One of them, as tracker resolve asks")
	asked, err := d.book.Claim(ctx, idText(d.ids["s11"]))
	if err != nil {
		return err
	}
	d.showClaim(asked)
	d.printf("\nDid it happen? (yes, no, partial, unclear, void; skip, snooze, back, quit) %s\n", d.paint("yes", text.FgGreen))
	d.printf("On which day (like 2025-08-15; Enter if nobody knows)? %s\n", d.paint("2025-08-15", text.FgGreen))
	return nil
}

// tellVerdicts shows every claim with what came of it.
func (d *demo) tellVerdicts(ctx context.Context) error {
	b, err := d.board(ctx, board.BySpeaker, board.WindowsDefault)
	if err != nil {
		return err
	}
	d.heading("The verdicts, claim by claim, as of %s", report.Day(demoEnd))
	for _, c := range report.New(b, report.Options{}).Claims {
		said := c.Quote
		if said == "" {
			said = c.Statement
		}
		d.printf("%s\n", text.Snip(fmt.Sprintf("%3d  %s, %s: %s", c.ID, c.StatedOn, clean.Line(c.Speaker), clean.Line(said)), d.Width, "…"))
		d.printf("     %s\n", d.verdictLine(c))
	}
	return nil
}

// verdictLine is what a claim said and what came of it; where there is no room
// the result stands below, behind the probability.
func (d *demo) verdictLine(c report.Claim) string {
	said := fmt.Sprintf("%-9s %-34s %-22s", hedgeShort(c.Hedge), report.Days(c.Window.Earliest, c.Window.Latest), happenedText(c.Verdict))
	result := d.resultText(c)
	if 5+len(said)+1+text.StringWidthWithoutEscSequences(result) > d.Width {
		return strings.TrimRight(said, " ") + "\n" + strings.Repeat(" ", 15) + result
	}
	return said + " " + result
}

// hedgeShort is the probability of the words, for a table.
func hedgeShort(h claims.Hedge) string {
	if h.P == nil {
		return "no number"
	}
	return percent(*h.P)
}

// happenedText is what happened, for a table.
func happenedText(v *report.Verdict) string {
	switch {
	case v == nil:
		return "no verdict"
	case v.Reason != "":
		return string(v.Outcome)
	case v.Day == 0:
		return string(v.Outcome)
	}
	return string(v.Outcome) + ", " + report.Day(v.Day)
}

// resultText says whether a claim was right and what it scores, or why it
// does not.
func (d *demo) resultText(c report.Claim) string {
	if c.Y == nil {
		return d.paint("not scored: "+notScored(c), text.Faint)
	}
	s := "takes no side"
	switch {
	case c.Right != nil && *c.Right:
		s = d.paint("right", text.FgGreen)
	case c.Right != nil:
		s = d.paint("wrong", text.FgRed)
	case *c.Y == 0.5:
		s = "half right"
	}
	if v := c.Verdict; v.DaysLate != nil && *v.DaysLate > 0 {
		s += ", " + plural(*v.DaysLate, "day") + " late"
	} else if v.DaysLate != nil && *v.DaysLate < 0 {
		s += ", " + plural(-*v.DaysLate, "day") + " early"
	}
	if c.Brier == nil {
		return s + ", no number"
	}
	return fmt.Sprintf("%s, Brier %.4f", s, *c.Brier)
}

// notScored says in a few words why a claim does not count.
func notScored(c report.Claim) string {
	switch c.Bucket {
	case board.BucketUntestable:
		return "no deadline to test"
	case board.BucketUnclear, board.BucketVoid:
		return c.Verdict.Reason
	case board.BucketUnaccepted:
		return report.SoftEnd(c.Window)
	}
	return strings.ReplaceAll(string(c.Bucket), "_", " ")
}

// tellBoards shows the boards, and what another choice of windows changes.
func (d *demo) tellBoards(ctx context.Context) error {
	for _, by := range []board.Grouping{board.BySpeaker, board.BySource} {
		b, err := d.board(ctx, by, board.WindowsDefault)
		if err != nil {
			return err
		}
		d.heading("The board by %s", by)
		d.drawBoard(b, false)
	}
	def, err := d.board(ctx, board.BySpeaker, board.WindowsDefault)
	if err != nil {
		return err
	}
	all, err := d.board(ctx, board.BySpeaker, board.WindowsAll)
	if err != nil {
		return err
	}
	d.heading("The same board with --windows all: vague phrases and lower bounds count too")
	d.drawBoard(all, false)
	d.printf("\n%s\n", screen.Wrap("What differs: "+differenceText(def, all), d.Width))
	return nil
}

// differenceText says what counting every window changes.
func differenceText(def, all board.Board) string {
	return fmt.Sprintf("%s scored instead of %d, right %s instead of %s, mean Brier %s instead of %s. "+
		"The claims that come in are vague or lower bounds, whose soft end nobody has accepted.",
		plural(all.Denominator.Scored, "claim"), def.Denominator.Scored, hitText(all.Overall.Hit), hitText(def.Overall.Hit),
		brierText(all.Overall), brierText(def.Overall))
}

// tellChain shows how the telescope's launch slipped.
func (d *demo) tellChain(ctx context.Context) error {
	b, err := d.board(ctx, board.BySpeaker, board.WindowsDefault)
	if err != nil {
		return err
	}
	for _, chain := range board.Chains(b.Judged) {
		first := chain.Links[0].Claim
		if first.Event != "jwst-launch" {
			continue
		}
		d.heading("How one promise slipped: %s (%s)", first.Statement, first.Speaker)
		for i, j := range chain.Links {
			slip := ""
			if i > 0 {
				slip = fmt.Sprintf("  %+5d days", j.Claim.Window.Latest-chain.Links[i-1].Claim.Window.Latest)
			}
			d.printf("  %s  %-27s → %-24s%s\n", j.Claim.StatedOn, j.Claim.Window.Phrase, report.Days(j.Claim.Window.Earliest, j.Claim.Window.Latest), slip)
		}
		last := chain.Links[len(chain.Links)-1].Claim
		days, _ := chain.SlipDays() // every window of this chain has an end
		d.printf("\n  %d postponements, %d days in all; launched %s.\n", chain.Postponements(), days, report.Day(last.Verdict.Day))
	}
	return nil
}

func (d *demo) tellEnd(context.Context) error {
	d.heading("Published")
	for _, format := range []string{"html", "md", "csv"} {
		d.printf("  %s\n", filepath.Join(d.dir, "accuracy."+format))
	}
	db := filepath.Join(d.dir, "book.db")
	d.heading("Look closer, or go on with your own book")
	d.printf("  tracker --db %s show %d\n", db, d.ids["s11"])
	d.printf("  tracker --db %s explain tesla\n", db)
	d.printf("  tracker --db %s check\n", db)
	d.printf("  tracker add        # asks, question by question\n")
	d.printf("  tracker due\n  tracker resolve\n  tracker score\n  tracker report -o accuracy.html\n")
	return nil
}

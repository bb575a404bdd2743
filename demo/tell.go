package demo

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
	"tracker/telling/screen"
)

// heading starts a part of the story.
func (d *demo) heading(format string, args ...any) {
	d.Printf("\n%s\n\n", d.Paint(fmt.Sprintf(format, args...), text.Bold))
}

// line prints one line of the story, cut to the width.
func (d *demo) line(format string, args ...any) {
	d.Printf("%s\n", text.Snip(clean.Line(fmt.Sprintf(format, args...)), d.Width, "…"))
}

// keyed returns the claims with some keys, in the order of the keys.
func (d *demo) keyed(keys ...string) []claims.View {
	var out []claims.View
	for _, key := range keys {
		i := slices.IndexFunc(d.all, func(v claims.View) bool { return v.Key == key })
		out = append(out, d.all[i])
	}
	return out
}

// about returns the claims on an event by the day they were stated.
func (d *demo) about(event string) []claims.View {
	var out []claims.View
	for _, v := range d.all {
		if v.Event == event {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b claims.View) int { return strings.Compare(string(a.StatedOn), string(b.StatedOn)) })
	return out
}

func (d *demo) tellBeginning(context.Context) error {
	first, last := d.all[0].StatedOn.Day(), d.all[0].StatedOn.Day()
	for _, v := range d.all {
		first, last = min(first, v.StatedOn.Day()), max(last, v.StatedOn.Day())
	}
	d.Printf("%s\n", d.Paint("tracker: who said what would happen, by when, and whether it did", text.Bold))
	d.Paragraph(fmt.Sprintf("This is an archive: %d public statements of %d to %d, recorded afterwards, on %s, when it could be known what came "+
		"of nearly all of them. Quotation marks stand around words that the source has; the rest is ours.",
		len(d.all), first.Year(), last.Year(), report.Day(day)))
	return nil
}

// tellReading shows one statement as it is read, and what became of it.
func (d *demo) tellReading(context.Context) error {
	d.heading("A statement is read, and judged when its time is over")
	for _, v := range d.keyed("n021") {
		d.line("“%s”", v.Quote)
		d.Paragraph(report.Understood(v))
		d.Paragraph(report.VerdictSentence(v))
	}
	return nil
}

// became is what became of a claim, for a list.
func became(v claims.View) string { return report.StandingWords(v.Standing) }

// words are the words of confidence and of time that a claim was read from,
// in brackets where the quote does not have them.
func words(v claims.View) string {
	var parts []string
	hedge := v.AsSaid()
	for _, w := range []struct {
		words string
		said  *bool
	}{{hedge.Words, hedge.Said}, {v.Window.Phrase, v.Window.Said}} {
		switch {
		case w.words == "":
		case w.said != nil && *w.said:
			parts = append(parts, w.words)
		default:
			parts = append(parts, "["+w.words+"]")
		}
	}
	return strings.Join(parts, " … ")
}

func (d *demo) tellSummit(context.Context) error {
	list := d.about("trump-putin-summit-2025")
	d.heading("One event, %d statements: %s", len(list), list[0].Statement)
	rows := make([][]string, 0, len(list))
	for _, v := range list {
		rows = append(rows, []string{v.StatedOn.Day().String(), screen.Shorten(v.Speaker, 20), screen.Shorten(words(v), 31), became(v)})
	}
	d.DrawTable(d.Out, []string{"said on", "who", "in the words", "became"}, rows)
	d.Paragraph(fmt.Sprintf("They met on %s. “Could” takes no side, a vague or open end counts once somebody accepts it, and what has no date "+
		"cannot be tested: none of these can be right by being unclear. Words in brackets are not in the quote.", report.Day(list[0].Verdict.Day)))
	return nil
}

// tellLaunch shows how the telescope's launch slipped.
func (d *demo) tellLaunch(ctx context.Context) error {
	b, err := d.Board(ctx)
	if err != nil {
		return err
	}
	for _, chain := range board.Chains(b.Judged) {
		first := chain.Links[0].Claim
		if first.Event != "jwst-launch" {
			continue
		}
		d.heading("One launch that slipped: %s (%s)", first.Statement, first.Speaker)
		for i, j := range chain.Links {
			slip := ""
			if i > 0 {
				slip = fmt.Sprintf("%+5d days", j.Claim.Window.Latest-chain.Links[i-1].Claim.Window.Latest)
			}
			d.line("  %s  %-27s → %-24s%s", j.Claim.StatedOn, j.Claim.Window.Phrase, report.Days(j.Claim.Window.Earliest, j.Claim.Window.Latest), slip)
		}
		days, _ := chain.SlipDays() // every window of this chain has an end
		d.Paragraph(fmt.Sprintf("One promise, moved %s, by %d days in all. It launched on %s, and is judged by its first date.",
			times(chain.Postponements()), days, report.Day(first.Verdict.Day)))
	}
	return nil
}

// times says how often.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func (d *demo) tellPledges(context.Context) error {
	d.heading("Pledges and goals: kept, kept late, broken")
	for _, v := range d.keyed("n016", "p34", "p33", "n066") {
		d.Paragraph(report.VerdictSentence(v))
	}
	return nil
}

// tellQuestion shows forecasts on one event, which can be compared.
func (d *demo) tellQuestion(context.Context) error {
	list := d.about("clinton-wins-2016")
	d.heading("Several answers to one question")
	d.Paragraph(list[0].Statement + "?")
	for _, v := range list {
		p, _, _, _ := v.Probability()
		d.line("  %-32s gave %4s, Brier %.2f", clean.Line(v.Speaker), report.Percent(p), p*p)
	}
	d.Paragraph("It did not happen. All three took its side and were wrong; who had left more room for it lost less. Three claims on one " +
		"event are one draw, so nothing is said about who is the better forecaster.")
	return nil
}

func (d *demo) tellBoard(ctx context.Context) error {
	b, err := d.Board(ctx)
	if err != nil {
		return err
	}
	d.heading("The board")
	d.Draw(b, d.on("score --all"))
	return nil
}

func (d *demo) tellEnd(context.Context) error {
	d.heading("Published")
	for _, format := range []string{"html", "md", "csv"} {
		d.Printf("  %s\n", filepath.Join(d.dir, "accuracy."+format))
	}
	d.heading("Look closer, or go on with your own book")
	for _, command := range []string{fmt.Sprint("show ", d.keyed("n021")[0].ID), "list type:promise", `explain "Philip Lowe"`, "score --all"} {
		d.Printf("  %s\n", d.on(command))
	}
	d.Printf("  tracker add        # asks, question by question\n")
	d.Printf("  tracker due\n  tracker resolve\n  tracker score\n  tracker report -o accuracy.html\n")
	return nil
}

// on is a command as it is typed for the demo's book.
func (d *demo) on(command string) string {
	return "tracker --db " + screen.Word(filepath.Join(d.dir, "book.db")) + " " + command
}

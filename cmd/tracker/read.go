package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/exchange"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/store"
	"tracker/telling/screen"
)

type deadlineOptions struct {
	words string
	said  string
	json  bool
	lines bool
}

func newDeadline(e *env) *cobra.Command {
	o := &deadlineOptions{}
	cmd := &cobra.Command{
		Use:   "deadline PHRASE…",
		Short: "What window does a phrase give?",
		Long: `Say what the tracker would understand: the window, the rule, other readings. The phrase may stand
inside a sentence.

--jsonl reads lines like {"id":"1","phrase":"next week","statement_date":"2025-08-06"} from standard
input (statement_date a date or an instant) and writes the reading of each, in order. It never makes a
book, and knows dated events only from a book that --db or TRACKER_DB names.`,
		Example: "  tracker deadline \"as early as next week\" --said 2025-08-06\n  tracker deadline --json by mid-March",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = strings.Join(args, " ")
			return readDeadline(cmd.Context(), e, o)
		},
	}
	cmd.Flags().StringVar(&o.said, "said", "", "`DATE` or instant of the statement (default today)")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&o.lines, "jsonl", false, "read and write lines of JSON")
	return cmd
}

// namedBook opens the book that the user has named, nil when none is.
func (e *env) namedBook(ctx context.Context) (*store.Book, error) {
	if e.NamedBook() == "" {
		return nil, nil
	}
	return e.book(ctx)
}

func readDeadline(ctx context.Context, e *env, o *deadlineOptions) error {
	if o.words == "" && !o.lines {
		return usage("there is no phrase").WithHint(`tracker deadline "as early as next week" --said 2025-08-06`)
	}
	b, err := e.namedBook(ctx)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	if o.lines {
		return e.deadlineLines(ctx, r)
	}
	if err := claims.Text("phrase", o.words, 1<<20); err != nil {
		return err
	}
	said, err := claims.ReadStated(cmp.Or(o.said, "today"), e.Dates(date.Past))
	if err != nil {
		return err
	}
	m, note, err := e.saidMoment(said)
	if err != nil {
		return err
	}
	reading := r.Deadlines.Read(o.words, saidOn(m))
	if o.json {
		return e.JSON(struct {
			Schema string `json:"schema"`
			exchange.PhraseLine
			Phrase string `json:"phrase"`
		}{"tracker.deadline/1", exchange.NewPhraseLine(nil, reading), reading.Phrase})
	}
	if note != "" {
		e.Sayf("%s", note)
	}
	e.Reading(reading, m.Day())
	return nil
}

// saidMoment reads when a phrase was said, today when it does not say. An
// instant counts in its own offset, unless --zone says where.
func (e *env) saidMoment(s string) (claims.Moment, string, error) {
	zone := e.Zone
	if t, err := time.Parse(time.RFC3339, s); err == nil && !e.ZoneGiven() {
		zone = t.Location()
	}
	return claims.ParseMoment(cmp.Or(s, e.Today().String()), zone, false)
}

// saidOn is a moment as the deadline room wants it.
func saidOn(m claims.Moment) deadline.Said { return deadline.Said{On: m.Day(), At: m.Time()} }

// deadlineLines reads phrases from standard input, one JSON object a line.
func (e *env) deadlineLines(ctx context.Context, r *claims.Reader) error {
	out := bufio.NewWriter(e.Out)
	err := exchange.AnswerPhrases(screen.Interruptible{Context: ctx, In: e.In}, out, func(phrase, said string) (deadline.Reading, error) {
		m, _, err := e.saidMoment(said)
		return r.Deadlines.Read(phrase, saidOn(m)), err
	})
	return errors.Join(out.Flush(), err)
}

func newHedge(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "hedge [WORDS…]",
		Short: "What probability do words of confidence stand for?",
		Long: `Say which probability range the tracker reads in words of confidence, and where the number comes from:
a survey, a published standard, or an assumption nobody has tested. The words may stand inside a sentence.

Without words it lists the lexicon in force. In a pipe the columns are words, p, low, high, kind and
source, separated by tabs; --lexicon and --scale choose another, docs/hedges.md says how to write one.`,
		Example: "  tracker hedge good chance\n  tracker hedge --json \"9 out of 10\"",
		RunE: func(_ *cobra.Command, args []string) error {
			lexicon, err := e.Hedges()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return e.Lexicon(lexicon, asJSON)
			}
			return readHedge(e, lexicon, strings.Join(args, " "), asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	e.lexiconFlags(cmd)
	return cmd
}

func readHedge(e *env, lexicon *hedge.Lexicon, words string, asJSON bool) error {
	if err := claims.Text("words", words, 1<<20); err != nil {
		return err
	}
	r := lexicon.Read(words)
	found := lexicon.Find(words)
	if r.Kind == hedge.None && found.Kind != hedge.None {
		r = found
	}
	if asJSON {
		return e.JSON(r)
	}
	e.Hedge(words, r, found, lexicon)
	return nil
}

package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/scoring"
	"tracker/store"
)

// demoClaims are public statements with what came of them.
//
//go:embed demo.jsonl
var demoClaims string

// The days of the demo: the one it stops at to look around, and its last.
var (
	demoLook = calendar.Date(2025, 8, 18)
	demoEnd  = calendar.Date(2026, 1, 18)
)

func newDemo(e *env) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "The whole main job on real statements",
		Long: `Show the whole main job on real public statements: each is logged on the day it was made, by an
injected clock; what falls due is asked for and judged; then come the board, what was left out and why, and
a published report. Everything it writes is in ./tracker-demo or the directory that --dir names; a demo
that is there already is made anew.`,
		Example: "  tracker demo\n  tracker demo --dir /tmp/demo",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), e, dir) },
	}
	cmd.Flags().StringVar(&dir, "dir", "tracker-demo", "`DIR` to write to")
	return cmd
}

// demo is a run of the demo.
type demo struct {
	*env
	dir    string
	book   *store.Book
	reader *claims.Reader
	lines  []exchange.Line
	ids    map[string]claims.ID // by key
}

func runDemo(ctx context.Context, e *env, dir string) error {
	d := &demo{env: e, dir: dir, ids: map[string]claims.ID{}}
	if !e.TTYOut {
		e.Width = 100
	}
	utc, err := claims.Zone("UTC")
	if err != nil {
		return err
	}
	e.Zone = utc
	if err := d.open(ctx); err != nil {
		return err
	}
	steps := []func(context.Context) error{d.tellBeginning, d.live, d.tellVerdicts, d.tellBoards, d.tellChain, d.publish, d.tellEnd}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// demoFiles are all the files a demo writes.
var demoFiles = []string{"book.db", "book.db-wal", "book.db-shm", "accuracy.html", "accuracy.md", "accuracy.csv"}

// open makes the scratch book and reads the statements, in the order in which
// they were made.
func (d *demo) open(ctx context.Context) error {
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return claims.Refuse("dir", "%v", files.Pathless(err)).WithHint("tracker demo --dir DIR writes elsewhere")
	}
	for _, name := range demoFiles {
		os.Remove(filepath.Join(d.dir, name))
	}
	b, _, err := store.Create(ctx, filepath.Join(d.dir, "book.db"))
	if err != nil {
		return err
	}
	d.opened, d.book = b, b
	if d.reader, err = d.env.reader(ctx, b); err != nil {
		return err
	}
	d.reader.Actor = "demo"
	for l, err := range exchange.ReadJSONL(strings.NewReader(demoClaims), "demo.jsonl") {
		if err != nil {
			return err
		}
		d.lines = append(d.lines, l)
	}
	slices.SortStableFunc(d.lines, func(a, b exchange.Line) int { return strings.Compare(a.Draft.StatedOn, b.Draft.StatedOn) })
	return nil
}

// live lets the days pass: claims are logged on their day, and on the 18th of
// every month the desk judges what is due and known.
func (d *demo) live(ctx context.Context) error {
	next := 0
	for day := calendar.Date(2010, 6, 1); day <= demoEnd; day++ {
		d.Now = day.Start(d.Zone).Add(12 * 60 * 60 * 1e9)
		for ; next < len(d.lines) && d.lines[next].Draft.StatedOn <= day.String(); next++ {
			if err := d.log(ctx, d.lines[next]); err != nil {
				return err
			}
		}
		if _, _, dom := day.Civil(); dom != 18 {
			continue
		}
		if day == demoLook {
			if err := d.tellDue(ctx); err != nil {
				return err
			}
		}
		if err := d.judgeKnown(ctx, day); err != nil {
			return err
		}
	}
	return nil
}

// log logs one statement as tracker add would.
func (d *demo) log(ctx context.Context, l exchange.Line) error {
	c, _, err := d.reader.Claim(l.Draft, d.instant())
	if err != nil {
		return fmt.Errorf("%s: %w", l.Draft.Key, err)
	}
	if l.Supersedes != "" {
		earlier, err := d.book.Claim(ctx, idText(d.ids[l.Supersedes]))
		if err != nil {
			return err
		}
		if err := c.Supersede(earlier); err != nil {
			return err
		}
	}
	c, err = d.book.Add(ctx, store.NewCommand("add", "demo", d.instant()), c)
	d.ids[l.Draft.Key] = c.ID
	return err
}

// judgeKnown gives the verdicts that can be given on a day: on what is due,
// and at the end on what has no deadline.
func (d *demo) judgeKnown(ctx context.Context, day calendar.Day) error {
	for _, l := range d.lines {
		id, logged := d.ids[l.Draft.Key]
		if !logged || l.Verdict == nil || l.Verdict.Day > day {
			continue
		}
		c, err := d.book.Claim(ctx, idText(id))
		if err != nil {
			return err
		}
		if c.Verdict != nil || c.Status(d.instant()) != claims.Due && (day != demoEnd || c.Window.Latest != 0) {
			continue
		}
		v := *l.Verdict
		v.By, v.At = "demo", d.instant()
		_, err = d.book.Change(ctx, store.NewCommand("resolve", "demo", d.instant()), []claims.ID{id}, "", func(c *claims.Claim) error {
			judged, err := c.Judge(v, day)
			if err != nil {
				return err
			}
			return c.Resolve(judged)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", l.Draft.Key, err)
		}
	}
	return nil
}

// board scores the demo's book as of its last day.
func (d *demo) board(ctx context.Context, by board.Grouping, windows board.Windows) (board.Board, error) {
	f := &boardFlags{by: string(by), windows: string(windows), late: "strict", hindsight: "include", minEvents: scoring.DefaultMinEvents}
	return d.env.board(ctx, d.book, f, nil)
}

// publish writes the report in three formats.
func (d *demo) publish(ctx context.Context) error {
	var errs []error
	for _, format := range []string{"html", "md", "csv"} {
		o := &reportOptions{boardFlags: boardFlags{by: "speaker", windows: "default", late: "strict", hindsight: "include",
			minEvents: scoring.DefaultMinEvents}, file: filepath.Join(d.dir, "accuracy."+format), title: "Who said what would happen: the demo"}
		quiet := *d.env
		quiet.Err = io.Discard
		errs = append(errs, writeReport(ctx, &quiet, o))
	}
	return errors.Join(errs...)
}

package main

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/files"
	"tracker/scoring"
	"tracker/settings"
	"tracker/store"
	"tracker/telling/screen"
)

// demoClaims are public statements with their words, where these stand, and
// what came of them.
//
//go:embed demo.jsonl
var demoClaims string

// demoDay is the day on which the archive was recorded.
var demoDay = calendar.Date(2026, 11, 26)

func newDemo(e *env) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "The whole main job on real statements",
		Long: `Show the whole main job on real public statements: how one is read, what became of it, a launch that
slipped, two pledges, forecasts that can be compared, the board, and a published report. It is an archive,
recorded afterwards by a fixed clock, and says so. Everything it writes is in ./tracker-demo or the
directory that --dir names; a demo that is there already is made anew.`,
		Example: "  tracker demo\n  tracker demo --dir /tmp/demo",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), e, dir) },
	}
	cmd.Flags().StringVar(&dir, "dir", "tracker-demo", "`DIR` to write to")
	return cmd
}

// demo is a run of the demo, over a book of its own.
type demo struct {
	*env
	dir  string
	book *store.Book
	all  []claims.View // every claim, in the order of the statements
}

func runDemo(ctx context.Context, e *env, dir string) error {
	utc, err := claims.Zone("UTC")
	if err != nil {
		return err
	}
	s := &settings.Settings{Zone: utc, Now: demoDay.Start(utc).Add(12 * 60 * 60 * 1e9), Fixed: true}
	s.Config.Actor = "demo"
	e.Settings = s // nobody's configuration changes the demo
	if !e.TTYOut {
		e.Width = 100
	}
	d := &demo{env: e, dir: dir}
	if err := d.record(ctx); err != nil {
		return err
	}
	steps := []func(context.Context) error{d.tellBeginning, d.tellReading, d.tellSummit, d.tellLaunch, d.tellPledges, d.tellQuestion, d.tellBoard,
		d.publish, d.tellEnd}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// demoFiles are all the files a demo writes.
var demoFiles = []string{"statements.jsonl", "book.db", "book.db-wal", "book.db-shm", "accuracy.html", "accuracy.md", "accuracy.csv"}

// record makes the book and imports the statements into it, as tracker import
// would.
func (d *demo) record(ctx context.Context) error {
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return claims.Refuse("dir", "%v", files.Pathless(err)).WithHint("tracker demo --dir DIR writes elsewhere")
	}
	for _, name := range demoFiles {
		os.Remove(filepath.Join(d.dir, name))
	}
	file := filepath.Join(d.dir, "statements.jsonl")
	if err := os.WriteFile(file, []byte(demoClaims), 0o644); err != nil {
		return claims.Refuse("dir", "%v", files.Pathless(err)).WithHint("tracker demo --dir DIR writes elsewhere")
	}
	b, _, err := store.Create(ctx, filepath.Join(d.dir, "book.db"))
	if err != nil {
		return err
	}
	d.opened, d.book = b, b
	if err := importFile(ctx, d.quiet(), &importOptions{file: file}); err != nil {
		return err
	}
	for c, err := range b.All(ctx, claims.Filter{}, d.instant()) {
		if err != nil {
			return err
		}
		d.all = append(d.all, d.view(c))
	}
	return nil
}

// quiet is the demo's env without its sentences.
func (d *demo) quiet() *env {
	e := *d.env
	e.Screen = &screen.Screen{}
	*e.Screen = *d.Screen
	e.Err, e.TTYErr, e.TTYIn = io.Discard, false, false
	return &e
}

// board scores the demo's book.
func (d *demo) board(ctx context.Context, by board.Grouping) (board.Board, error) {
	f := &boardFlags{by: string(by), windows: "default", late: "strict", hindsight: "include", minEvents: scoring.DefaultMinEvents}
	return d.env.board(ctx, d.book, f, nil)
}

// publish writes the report in three formats.
func (d *demo) publish(ctx context.Context) error {
	var errs []error
	for _, format := range []string{"html", "md", "csv"} {
		o := &reportOptions{boardFlags: boardFlags{by: "speaker", windows: "default", late: "strict", hindsight: "include",
			minEvents: scoring.DefaultMinEvents}, file: filepath.Join(d.dir, "accuracy."+format), title: "Who said what would happen: an archive recorded afterwards"}
		errs = append(errs, writeReport(ctx, d.quiet(), o))
	}
	return errors.Join(errs...)
}

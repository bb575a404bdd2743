package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/demo"
	"tracker/intake"
	"tracker/settings"
	"tracker/store"
	"tracker/telling/screen"
)

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

func runDemo(ctx context.Context, e *env, dir string) error {
	e.settleDemo()
	f := boardFlags{Typed: board.Untyped()}
	return demo.Run(ctx, demo.Program{
		Screen: e.Screen, Now: e.Instant(), View: e.view,
		Opened: func(b *store.Book) { e.opened = b },
		Import: func(ctx context.Context, file string) error {
			return importFile(ctx, e.quiet(), intake.Options{File: file})
		},
		Board: func(ctx context.Context) (board.Board, error) { return e.board(ctx, e.opened, &f, nil) },
		Draw:  func(b board.Board, more string) { e.DrawBoard(b, screen.Look{More: more}) },
		Publish: func(ctx context.Context, file, title string) error {
			return writeReport(ctx, e.quiet(), &reportOptions{boardFlags: f, file: file, title: title})
		},
	}, dir)
}

// settleDemo takes the demo's clock and no settings: nobody's configuration
// changes the demo.
func (e *env) settleDemo() {
	e.Settings = &settings.Settings{Zone: time.UTC, Now: demo.Now(), Fixed: true}
	e.Config.Actor, e.Config.Desk.Name = "demo", demo.Desk
	if !e.TTYOut {
		e.Width = 100
	}
}

// quiet is e without its sentences.
func (e *env) quiet() *env {
	q := *e
	q.Screen = &screen.Screen{}
	*q.Screen = *e.Screen
	q.Err, q.TTYErr, q.TTYIn = io.Discard, false, false
	return &q
}

package main

import (
	"cmp"
	"context"
	"iter"
	"runtime/debug"

	"github.com/spf13/cobra"

	"tracker/board"
	"tracker/claims"
	"tracker/completion"
	"tracker/reading/date"
	"tracker/store"
	"tracker/telling/screen"
)

// boardFlags are the choices a board rests on; score and report share them.
type boardFlags struct {
	board.Typed
	spare int // memory that may lie about, in percent of what is held; 0 for little
}

// register adds every flag of a board.
func (f *boardFlags) register(cmd *cobra.Command) {
	f.registerPolicy(cmd)
	s := cmd.Flags()
	s.StringVar(&f.By, "by", f.By, "`ROWS`: speaker, source, event, tag, hedge or lead")
	s.IntVar(&f.MinEvents, "min-events", f.MinEvents, "`N` events a speaker needs to be ranked")
	completion.Fixed(cmd, "by", "speaker", "source", "event", "tag", "hedge", "lead")
}

// registerPolicy adds the flags that say which claims count, and how; rows are
// speakers.
func (f *boardFlags) registerPolicy(cmd *cobra.Command) {
	f.Typed = board.Untyped()
	s := cmd.Flags()
	s.StringVar(&f.Windows, "windows", string(board.WindowsDefault), "`WHICH` windows count: default, all or exact")
	s.StringVar(&f.Late, "late", "strict", "`CREDIT` for what came late: strict, linear:30d or decay:14d")
	s.StringVar(&f.Early, "early", "", "`HOW` what came early is judged: strict (never as said) or credit (always; promises and plans)")
	s.StringVar(&f.Weigh, "weigh", string(board.WeighEvents), "`WHAT` weighs the same in means and shares: events or claims")
	s.StringVar(&f.Updates, "updates", string(board.UpdatesMean), "`WHICH` of several statements by one speaker on one question counts: mean, first or last")
	s.StringVar(&f.Type, "type", "", "only claims of `TYPE`: promise, plan or forecast")
	s.StringVar(&f.Hindsight, "hindsight", "include", "`HOW` claims logged after their window closed are treated: include or exclude")
	s.StringVar(&f.Since, "since", "", "only what was stated on `DATE` or later")
	s.StringVar(&f.Until, "until", "", "only what was stated on `DATE` or earlier")
	completion.Fixed(cmd, "windows", "default", "all", "exact")
	completion.Fixed(cmd, "late", "strict", "linear:30d", "decay:14d")
	completion.Fixed(cmd, "hindsight", "include", "exclude")
	completion.Fixed(cmd, "early", "strict", "credit")
	completion.Fixed(cmd, "weigh", "events", "claims")
	completion.Fixed(cmd, "updates", "mean", "first", "last")
	completion.Fixed(cmd, "type", "promise", "plan", "forecast")
}

// board scores the claims of a book that the arguments mean, and keeps them
// whole.
func (e *env) board(ctx context.Context, b *store.Book, f *boardFlags, args []string) (board.Board, error) {
	return e.boardOf(ctx, f, args, b.All, board.From{})
}

// figures is board for its figures alone: it reads only what they rest on,
// which is much faster.
func (e *env) figures(ctx context.Context, b *store.Book, f *boardFlags, args []string) (board.Board, error) {
	return e.part(ctx, b, f, args, board.PartAll)
}

// part is figures for a part of the board.
func (e *env) part(ctx context.Context, b *store.Book, f *boardFlags, args []string, part board.Part, speakers ...string) (board.Board, error) {
	return e.boardOf(ctx, f, args, f.scorable(b), board.From{FiguresOnly: true, Part: part, Speakers: speakers})
}

// choosing is part for a board whose other choices are tried.
func (e *env) choosing(ctx context.Context, b *store.Book, f *boardFlags, args []string, part board.Part) (board.Board, error) {
	return e.boardOf(ctx, f, args, f.scorable(b), board.From{FiguresOnly: true, Part: part, Choices: true,
		Alone: func() (map[claims.ID]claims.UID, error) { return b.Alone(ctx) }})
}

// scorable reads what the figures of a board rest on.
func (f *boardFlags) scorable(b *store.Book) claimsOf {
	if f.NeedsParts() {
		return b.ScorableParts
	}
	return b.Scorable
}

// placeOf is the part of the board that says where a speaker stands, with the
// speaker's claims whole.
func (e *env) placeOf(ctx context.Context, b *store.Book, f *boardFlags, args []string, speaker string) (board.Board, error) {
	return e.boardOf(ctx, f, args, b.Scorable, board.From{FiguresOnly: true, Part: board.PartPlace, Speakers: []string{speaker},
		Whole: func(f claims.Filter) iter.Seq2[claims.Claim, error] { return b.All(ctx, f, e.Instant()) }})
}

// claimsOf reads the claims that a filter means.
type claimsOf func(context.Context, claims.Filter, claims.Instant) iter.Seq2[claims.Claim, error]

func (e *env) boardOf(ctx context.Context, f *boardFlags, args []string, read claimsOf, from board.From) (board.Board, error) {
	if _, _, err := f.Policy(); err != nil {
		return board.Board{}, err
	}
	lexicon, err := e.Hedges()
	if err != nil {
		return board.Board{}, err
	}
	filter, err := e.filter(args)
	if err != nil {
		return board.Board{}, err
	}
	if filter, err = f.Filter(filter, e.Dates(date.Past)); err != nil {
		return board.Board{}, err
	}
	debug.SetGCPercent(cmp.Or(f.spare, 20)) // what a board keeps of many claims has no pointers to follow
	progress := e.Progress(-1, "reading claims")
	defer progress.Done()
	from.Claims = func(f claims.Filter) iter.Seq2[claims.Claim, error] {
		return screen.Counted(progress, read(ctx, f, e.Instant()))
	}
	from.Filter, from.Lexicon, from.Today, from.Ended = filter, lexicon, e.Today(), func() bool { return ctx.Err() != nil }
	scored, err := f.Board(from)
	return scored, cmp.Or(err, ctx.Err())
}

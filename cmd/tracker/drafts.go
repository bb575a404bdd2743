package main

import (
	"context"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/drafting"
	"tracker/drafting/second"
	"tracker/store"
)

func newDrafts(e *env) *cobra.Command {
	o := drafting.Options{}
	cmd := &cobra.Command{
		Use:   "draft ARTICLE",
		Short: "Log what an article promises, draft by draft",
		Long: `Read an article and propose the claims in it: who says that what will happen, by when, how surely. On a
terminal it asks about each; what is accepted becomes a claim, at once. What was answered is remembered:
the same file again asks only about the rest. Drafts with a deadline come first, the others with --all.

ARTICLE is a text, Markdown, a page saved by a browser (.html, .mhtml) or a mail (.eml); - is standard
input, where a text may be pasted (Ctrl-D ends it). Nothing is fetched. The day and the outlet are taken
from the page where it says them, and shown, else asked for; they are never guessed.

In a pipe, and with --dry-run, the drafts are only listed. --json prints all of them as tracker import takes
them: tracker draft F --json | tracker import - logs them all. docs/drafts.md names the rules.`,
		Example: "  tracker draft article.txt --said 2025-08-06 --source \"Evening News\"\n  tracker draft page.html --dry-run --all\n  tracker draft article.txt --said 2025-08-06 --source \"Evening News\" --json | tracker import - --dry-run",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.File = args[0]
			return e.drafts(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.Said, "said", "", "`DATE` of the article (default: as the page says)")
	cmd.Flags().StringVar(&o.Source, "source", "", "the `OUTLET` that carried it (default: as the page says)")
	cmd.Flags().StringVar(&o.Author, "author", "", "the `NAME` of who wrote it, for what it says as I (default: as the page or its byline says)")
	cmd.Flags().StringVar(&o.URL, "url", "", "`URL` where the source has it (default: as the page says)")
	cmd.Flags().BoolVar(&o.All, "all", false, "also drafts without a deadline")
	cmd.Flags().BoolVar(&o.Again, "again", false, "also drafts that were dropped before")
	cmd.Flags().BoolVar(&o.Alone, "alone", false, "ask no second reader, whatever the configuration says")
	cmd.Flags().BoolVar(&o.JSON, "json", false, "print all drafts as JSON, and log none")
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, "list the drafts, and log none")
	cmd.RegisterFlagCompletionFunc("source", e.offers().Names("source"))
	e.lexiconFlags(cmd)
	return cmd
}

func (e *env) drafts(ctx context.Context, o drafting.Options) error {
	b, err := e.draftBook(ctx, o)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	p := drafting.Program{Dialogue: e.dialogue(r), In: e.In}
	if p.Second, err = e.secondReader(o.Alone); err != nil {
		return err
	}
	if b != nil {
		p.Book = draftedBook{b, e, r}
	}
	return drafting.Run(ctx, p, o)
}

// secondReader is who reads articles beside the rules, nil for nobody.
func (e *env) secondReader(alone bool) (drafting.Second, error) {
	s := e.Config.Draft
	if s.Reader == "" || alone {
		return nil, nil
	}
	r := &second.Reader{Address: s.Reader, Model: s.Model, Limit: s.Limit()}
	if err := r.Check(); err != nil {
		return nil, usage("the reader of [draft] %v", err).WithHint(`reader = "http://127.0.0.1:11434/api/chat", or an address with https`)
	}
	var err error
	r.Key, err = s.Key()
	return r, err
}

// draftBook is the book that drafts go to; nil where one would have to be made
// and nothing is logged, and where drafts are only printed and none is named.
func (e *env) draftBook(ctx context.Context, o drafting.Options) (*store.Book, error) {
	switch {
	case o.JSON:
		return e.namedBook(ctx)
	case o.Asks(e.TTYIn):
		return e.book(ctx)
	}
	return e.bookThere(ctx)
}

// draftedBook is a book as drafting sees it.
type draftedBook struct {
	*store.Book
	e *env
	r *claims.Reader
}

func (b draftedBook) Log(ctx context.Context, d claims.Draft) (string, error) {
	kind, err := b.SpeakerKind(ctx, d.Speaker)
	if err != nil {
		return "", err
	}
	if kind != "" {
		d.SpeakerKind = kind
	}
	near, err := b.e.spelled(ctx, b.Book, b.r, &d)
	if err != nil {
		return "", err
	}
	c, _, err := b.r.Claim(d, b.e.Instant())
	if err != nil {
		return "", err
	}
	cmd := b.e.command("draft")
	if c, err = b.Add(ctx, cmd, c); err == nil {
		b.e.Sayf("logged %d: %s", c.ID, c.Statement)
		b.e.dialogue(b.r).WarnMisspelt(near)
	}
	return cmd.UID, err
}

func (b draftedBook) Drop(ctx context.Context, d claims.Drafted) (string, error) {
	cmd := b.e.command("draft drop")
	return cmd.UID, b.DropDraft(ctx, cmd, d)
}

func (b draftedBook) TakeBack(ctx context.Context, command string) error {
	_, err := b.Undo(ctx, b.e.command("undo"), command, nil)
	return err
}

// Package drafting takes the claims of an article into a book: it reads the file
// that somebody saved, proposes what it finds draft by draft, and logs what a
// person accepts. What was answered is remembered, so that the same file again
// asks only about the rest. What a book is, and who is asked, it is handed.
//
//	err := drafting.Run(ctx, drafting.Program{Dialogue: d, Book: book, In: in}, drafting.Options{File: "article.txt"})
package drafting

import (
	"context"
	"io"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/telling/dialogue"
	"tracker/telling/report"
)

// Options say which article is read, and where and when it was published: Said
// as a person typed it. What is left out is taken from the file, where that says
// it.
type Options struct {
	File, Said, Source, URL, Author string

	All    bool // also drafts without a deadline
	Again  bool // also drafts that were dropped before
	Alone  bool // ask no second reader
	JSON   bool // print all, log none
	DryRun bool // list them, log none
}

// Asks reports whether a person is to be asked about each draft.
func (o Options) Asks(terminal bool) bool { return terminal && !o.JSON && !o.DryRun }

// Program is what drafting needs of the program.
type Program struct {
	*dialogue.Dialogue
	Book   Book   // nil where there is none and nothing is logged
	Second Second // nil for none
	In     io.Reader
}

// Book is where claims go. Every change is a command of its own, whose id is
// returned.
type Book interface {
	// Similar returns the claims that one may be again.
	Similar(ctx context.Context, c claims.Claim) ([]claims.Claim, error)
	// Same returns the claim that one is in this book.
	Same(ctx context.Context, c *claims.Claim) (same claims.Claim, ok bool, err error)
	// Answered returns which drafts of an article were accepted or dropped.
	Answered(ctx context.Context, sha256 string) ([]claims.Drafted, error)
	// Log logs a claim.
	Log(ctx context.Context, d claims.Draft) (command string, err error)
	// Drop remembers that a draft is no claim.
	Drop(ctx context.Context, d claims.Drafted) (command string, err error)
	// TakeBack takes back a command.
	TakeBack(ctx context.Context, command string) error
}

// Run reads an article, and asks about what it finds or lists it.
func Run(ctx context.Context, p Program, o Options) error {
	ask := p.AskUntil
	if !p.TTYIn || o.JSON {
		ask = nil
	}
	if o.File == "-" && p.TTYIn {
		p.Remarkf("paste the article; Ctrl-D on a line of its own ends it")
	}
	found, err := Read(ctx, o, p.In, p.Reader, p.Dates(date.Past), ask)
	if err != nil {
		return err
	}
	for _, t := range found.Taken {
		p.Remarkf("%s", t)
	}
	if !found.File.English() {
		p.Remarkf("warning: this does not read like English, and nothing else is read: what is promised in it is for tracker add")
	}
	if err := p.asked(ctx, found); err != nil {
		return err
	}
	if o.JSON {
		return p.JSON(found.Document())
	}
	list, err := p.fresh(ctx, found, o)
	switch {
	case err != nil || len(list) == 0:
		return err
	case o.Asks(p.TTYIn):
		return p.ask(ctx, list)
	}
	p.tell(list)
	return nil
}

// fresh are the drafts of a reading that were not answered before, in words.
func (p Program) fresh(ctx context.Context, found *Reading, o Options) ([]dialogue.Found, error) {
	answers, err := p.answers(ctx, found.File.SHA256)
	if err != nil {
		return nil, err
	}
	var list []dialogue.Found
	before, undated := 0, 0
	for i := range found.Found {
		d := &found.Found[i]
		one := found.draft(i)
		known, err := p.known(ctx, answers, one.Draft, o.Again)
		switch {
		case err != nil:
			return nil, err
		case known:
			before++
		case !d.Dated() && !o.All:
			undated++
		default:
			list = append(list, one)
		}
	}
	p.say(len(found.Found), before, undated, len(list))
	if n := len(found.Left); o.All && n > 0 {
		p.Remarkf("the rules left out %s more that look ahead; --json says which and why", report.Count(n, "place"))
	}
	return list, nil
}

// say says how many drafts there are, and why some are not asked about.
func (p Program) say(found, before, undated, left int) {
	switch {
	case found == 0:
		p.Remarkf("nothing was found in it that looks ahead")
		return
	case before > 0:
		p.Remarkf("%d of %d were answered before", before, found)
	}
	if undated > 0 {
		p.Remarkf("%s without a deadline left out; --all has them", report.Count(undated, "draft"))
	}
	if left == 0 {
		p.Remarkf("nothing is left to answer")
	}
}

// ask walks through drafts.
func (p Program) ask(ctx context.Context, list []dialogue.Found) error {
	p.Remarkf("%s; Ctrl-C leaves what was accepted in the book", report.Count(len(list), "draft"))
	d, err := p.Drafts(ctx, p, list)
	if err != nil {
		return err
	}
	left := len(list) - d.Accepted - d.Dropped
	p.Remarkf("%d accepted, %d dropped, %d left for later", d.Accepted, d.Dropped, left)
	if d.Accepted+d.Dropped > 0 {
		p.Sayf("hint: tracker undo takes back the last answer; tracker list shows the book")
	}
	return nil
}

// tell lists drafts and logs none.
func (p Program) tell(list []dialogue.Found) {
	p.ListDrafts(list)
	p.Remarkf("nothing was logged")
	p.Sayf("hint: the same on a terminal, without --dry-run, asks about each; with --json | tracker import - it logs them all")
}

// draft is what was found as number i, in words.
func (r *Reading) draft(i int) dialogue.Found {
	at := r.Passage(i)
	return dialogue.Found{Draft: r.From.Claim(&r.Found[i]), Above: at.Above, Before: at.Before, Sentence: at.Sentence, After: at.After, Below: at.Below,
		Why: r.Why(i), Again: r.Found[i].Again, Nobody: r.Found[i].SpeakerRule == "outlet"}
}

// Package draft reads an article and proposes the claims in it: who says that
// what will happen, by when, how surely and on what condition. It knows words,
// quotations and who speaks; it knows no claim, no book and no file format, and
// what it proposes is nothing until a person accepts it.
//
//	r := draft.Reader{Deadlines: deadlines, Hedges: hedge.Builtin()}
//	for _, d := range r.Read(draft.Article{Text: text, Said: deadline.Said{On: day}, Source: "Evening News"}) {
//		// d.Quote "The bridge will open in May", d.Speaker "The ministry", d.Why [will attributed dated]
//	}
//
// An article is read in steps, one file each: its blocks (layout.go), sentences
// (sentence.go) and quotations (quotation.go), who is said to speak
// (attribution.go, names.go, speaker.go, beside.go), the words that look ahead (cue.go and
// the files of its tiers), what forbids them (filter.go), and what each draft
// says (propose.go, window.go, statement.go, score.go). Every step leaves the
// id of its rule in Why; Rules says what each means.
package draft

import (
	"cmp"
	"slices"
	"sync"

	"tracker/calendar"
	"tracker/reading/clause"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/reading/undertaking"
)

// Version names the rules; it is kept with what was accepted.
const Version = "draft-2026.1"

// Article is a text to be read. Spans of drafts are bytes of the file that it
// was taken from: those of Text itself where Pieces is empty.
type Article struct {
	Text   string
	Pieces []Piece
	Said   deadline.Said // when it was published
	Source string        // the outlet
	Title  string        // where Text does not begin with it
	Author string        // who wrote it, where it is known
}

// Draft is one claim that is proposed.
type Draft struct {
	Span, Within clause.Span // bytes of the file: of Quote, and of Sentence
	Quote        string      // the words of the claim, verbatim
	Sentence     string
	Spoken       bool // Quote is the speaker's own words, not the outlet's
	Statement    string

	Speaker     string // never empty: the outlet where nobody else is named
	SpeakerKind string // person, institution, outlet or anonymous, as far as the article shows
	SpeakerRule string // the rule that found them
	Sure        Sureness
	Chain       []Link // from the origin to the publisher

	Hedge     hedge.Reading
	Window    deadline.Reading
	Said      calendar.Day // when it was said: the article's day, or an earlier one that the sentence names
	Condition string
	WillNot   bool
	Type      undertaking.Type
	Again     bool // a pledge reported again, whose day is not the article's

	Score float64  // 0 to 1: how likely it is worth logging
	Why   []string // ids of Rules
}

// Link is one step of an attribution; Role is origin, relay or publisher.
type Link struct{ Entity, Role string }

// Sureness says how surely a speaker was found.
type Sureness string

const (
	Certain Sureness = "certain" // named beside the words
	Likely  Sureness = "likely"  // carried over from what stands near
	Guess   Sureness = "guess"   // nobody else is named
)

// Reader reads articles. It is safe for concurrent use.
type Reader struct {
	Deadlines *deadline.Reader
	Hedges    *hedge.Lexicon
	Ended     func() bool // whether nobody wants an article any more: the rest of it is left; nil for never

	rooms sync.Pool // of *clause.Text, so that an article costs no buffers
}

// Dated reports whether d has a window that ends.
func (d *Draft) Dated() bool { return d.Window.Latest != 0 }

// Read proposes the claims of an article, those with a deadline first and of
// these the likeliest to be worth it; nil where there are none. It never panics.
func (r *Reader) Read(a Article) []Draft {
	all, _ := r.Examine(a)
	return all
}

// Examine is Read that also returns what looks ahead and was left out, in the
// order of the text but what is said twice, which comes last.
func (r *Reader) Examine(a Article) ([]Draft, []LeftOut) {
	p := newPage(r, a)
	defer r.rooms.Put(p.taken)
	kept, again := merged(p.draftAll())
	p.repeated(again)
	all := bestFirst(kept)
	for i := range all {
		all[i].Span, all[i].Within = a.File(all[i].Span), a.File(all[i].Within)
	}
	for i := range p.left {
		p.left[i].Span, p.left[i].Within = a.File(p.left[i].Span), a.File(p.left[i].Within)
	}
	return all, p.left
}

// bestFirst is the drafts in their order, nil for none.
func bestFirst(all []*Draft) []Draft {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(x, y *Draft) int {
		return cmp.Or(cmp.Compare(boolRank(y.Dated()), boolRank(x.Dated())), cmp.Compare(y.Score, x.Score))
	})
	best := make([]Draft, len(all))
	for i, d := range all {
		best[i] = *d
	}
	return best
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

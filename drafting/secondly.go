package drafting

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tracker/drafting/second"
	"tracker/reading/clause"
	"tracker/reading/draft"
)

// maxSent is how much text is sent to a second reader, in bytes.
const maxSent = 200 << 10

// Second is a reader of articles beside the rules.
type Second interface {
	Host() string
	Ask(ctx context.Context, text string, drafts []string) (second.Opinion, error)
}

// asked asks the second reader, where there is one, and adds what it points at.
// Whatever goes wrong there leaves the reading as it is.
func (p Program) asked(ctx context.Context, found *Reading) error {
	text := found.From.Text
	if p.Second == nil {
		return nil
	}
	if len(text) > maxSent {
		p.Remarkf("warning: the article is too long for the second reader, and is not sent")
		return nil
	}
	p.Remarkf("sending %d bytes of the article to the second reader at %s (--alone does not)", len(text), p.Second.Host())
	quotes := make([]string, len(found.Found))
	for i := range found.Found {
		quotes[i] = found.Found[i].Quote
	}
	o, err := p.Second.Ask(ctx, text, quotes)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		p.Remarkf("warning: no second reading: %v", err)
		return nil
	}
	rules := &draft.Reader{Deadlines: p.Reader.Deadlines, Hedges: p.Reader.Hedges}
	found.order(o.Order)
	added, unfound := found.point(rules, o.Words)
	p.Remarkf("the second reader pointed at %d more; %d that it named do not stand in the article", added, unfound)
	return nil
}

// maxPointed is how many words of a second reader are looked up.
const maxPointed = 200

// point adds drafts of words that stand in the article and in no draft yet. It
// counts those, and the words that do not stand there.
func (r *Reading) point(rules *draft.Reader, words []string) (added, unfound int) {
	for _, w := range words[:min(len(words), maxPointed)] {
		w = strings.TrimSpace(w)
		at := strings.Index(r.From.Text, w)
		if at < 0 || len(w) < 8 {
			unfound++
			continue
		}
		span := clause.Span{Start: at, End: at + len(w)}
		if r.has(r.From.File(span)) {
			continue
		}
		if d, ok := rules.Pointed(r.From.Article, span); ok {
			r.Found = append(r.Found, d)
			added++
		}
	}
	slices.SortStableFunc(r.Found, datedFirst)
	return added, unfound
}

// has reports whether a draft has some of the bytes of a file already.
func (r *Reading) has(s clause.Span) bool {
	return slices.ContainsFunc(r.Found, func(d draft.Draft) bool { return min(d.Span.End, s.End) > max(d.Span.Start, s.Start) })
}

// order puts the drafts with some numbers, from 1, before the others, those with
// a deadline still first.
func (r *Reading) order(numbers []int) {
	place := map[int]int{}
	for i, n := range numbers {
		if _, twice := place[n-1]; !twice {
			place[n-1] = i - len(numbers)
		}
	}
	type placed struct {
		draft.Draft
		at int
	}
	list := make([]placed, len(r.Found))
	for i, d := range r.Found {
		list[i] = placed{d, place[i]}
	}
	slices.SortStableFunc(list, func(a, b placed) int { return cmp.Or(datedFirst(a.Draft, b.Draft), cmp.Compare(a.at, b.at)) })
	for i := range list {
		r.Found[i] = list[i].Draft
	}
}

func datedFirst(a, b draft.Draft) int {
	switch {
	case a.Dated() == b.Dated():
		return 0
	case a.Dated():
		return -1
	}
	return 1
}

package draft

import (
	"runtime"
	"sync"
	"sync/atomic"

	"tracker/reading/deadline"
)

// portion is some sentences of a page, from first to end-1, with what was found
// in them.
type portion struct {
	first, end int
	drafts     []*Draft
	left       []LeftOut
}

// fewest is how many sentences are worth a portion of their own.
const fewest = 2

// draftAll are the drafts of all sentences, in the order of the text, read on all
// processors at the same time.
func (p *page) draftAll() []*Draft {
	workers := max(1, min(runtime.GOMAXPROCS(0), len(p.sentences)/fewest))
	if workers == 1 {
		return p.drafted([]portion{{end: len(p.sentences)}}, 1)
	}
	return p.drafted(p.portions(4*workers), workers)
}

// drafted are the drafts of the portions of a page. It does not change while they
// are read: what a worker remembers is in a copy.
func (p *page) drafted(portions []portion, workers int) (all []*Draft) {
	var next atomic.Int64
	work := func() {
		own := *p
		own.scratch = p.emptyRoom()
		defer p.rooms.Put(own.scratch)
		for k := next.Add(1) - 1; int(k) < len(portions); k = next.Add(1) - 1 {
			own.draft(&portions[k])
		}
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	for _, in := range portions {
		all, p.left = append(all, in.drafts...), append(p.left, in.left...)
	}
	return all
}

// draft reads one portion.
func (p *page) draft(in *portion) {
	p.left, p.last = nil, deadline.Reading{}
	for n := in.first; n < in.end && !p.ended(); n++ {
		in.drafts = p.drafts(in.drafts, n)
	}
	in.left = p.left
}

// portions are at most so many and one, each of which can be read by itself: none
// begins with words that count from a time before them.
func (p *page) portions(most int) []portion {
	size := max(fewest, len(p.sentences)/most)
	all := []portion{{}}
	for n := range p.sentences {
		if n-all[len(all)-1].first >= size && !p.leans(n) {
			all[len(all)-1].end = n
			all = append(all, portion{first: n})
		}
	}
	all[len(all)-1].end = len(p.sentences)
	return all
}

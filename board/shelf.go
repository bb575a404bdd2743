package board

import (
	"iter"
	"strconv"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// entries are the claims that count, in the order given, each in the few dozen
// bytes of a small entry: what many claims share is kept once.
type entries struct {
	chunks    [][]smallEntry
	n         int
	texts     shelf[string]
	readings  shelf[reading]
	results   shelf[result]
	links     map[int32]linkage // by place; few claims have any
	questions []string          // by number
	shared    []bool            // which chunks are also those of other entries; nil for none
}

// noText is the place of the empty text.
const noText = 0

func newEntries() *entries {
	l := &entries{}
	l.texts.put("")
	return l
}

// chunkSize is how many small entries are made room for at a time: a slice that
// grows would be twice as large while it is copied.
const chunkSize = 4096

// smallEntry is an entry; texts, reading and result are places on shelves.
type smallEntry struct {
	id                                    claims.ID
	speaker, event, hedge, words, stated  int32
	reading, result                       int32
	question                              int32 // -1 for none
	start, end                            int32 // of the window
	number, sided, right, denies, against bool
	absent                                bool // it does not count, and only under a choice could: see trials
}

// reading is what words of confidence, or a number, gave an event, and what an
// outsider would have.
type reading struct {
	p, low, high, baseline float64
	crowd                  bool // there is a baseline
	on                     calendar.Day
}

// result is what came of a claim, in its window and at all.
type result struct{ happened, ever float64 }

// linkage is what ties a claim to others.
type linkage struct {
	uid, repeats claims.UID
	chain, link  int
}

// shelf keeps each value once.
type shelf[T comparable] struct {
	list   []T
	places map[T]int32
}

func (s *shelf[T]) put(v T) int32 {
	at, known := s.places[v]
	if !known {
		if s.places == nil {
			s.places = map[T]int32{}
		}
		at = int32(len(s.list))
		s.list, s.places[v] = append(s.list, v), at
	}
	return at
}

// add puts an entry at the end, and returns its place.
func (l *entries) add(e *entry) int {
	at := l.n
	if at%chunkSize == 0 {
		l.chunks = append(l.chunks, make([]smallEntry, 0, chunkSize))
	}
	s := smallEntry{id: e.id, speaker: l.texts.put(e.Speaker), event: l.texts.put(e.Event), hedge: l.texts.put(e.Hedge), words: l.texts.put(e.words),
		stated: l.texts.put(string(e.stated)), question: -1, start: int32(e.window.Start), end: int32(e.window.End),
		result: l.results.put(result{e.happened, e.ever}), number: e.number, sided: e.right != nil, denies: e.denies, against: e.Against}
	s.right = s.sided && *e.right
	r := reading{p: e.P, low: e.Low, high: e.High, on: e.baselineOn, crowd: e.Baseline != nil}
	if r.crowd {
		r.baseline = *e.Baseline
	}
	s.reading = l.readings.put(r)
	if e.uid != "" || e.repeats != "" {
		if l.links == nil {
			l.links = map[int32]linkage{}
		}
		l.links[int32(at)] = linkage{uid: e.uid, repeats: e.repeats}
	}
	last := &l.chunks[len(l.chunks)-1]
	*last = append(*last, s)
	l.n++
	return at
}

func (l *entries) small(i int) *smallEntry { return &l.chunks[i/chunkSize][i%chunkSize] }

// at is the entry at a place.
func (l *entries) at(i int) entry {
	s := l.small(i)
	e := entry{Forecast: l.forecast(s), number: s.number, id: s.id, stated: claims.Moment(l.texts.list[s.stated]),
		baselineOn: l.readings.list[s.reading].on, window: s.window(), words: l.texts.list[s.words], denies: s.denies}
	if s.sided {
		e.right = &s.right
	}
	r := l.results.list[s.result]
	e.happened, e.ever = r.happened, r.ever
	if k, linked := l.links[int32(i)]; linked {
		e.uid, e.repeats, e.chain, e.link = k.uid, k.repeats, k.chain, k.link
	}
	return e
}

func (s *smallEntry) window() scoring.Window {
	return scoring.Window{Start: int(s.start), End: int(s.end)}
}

// forecast is an entry as scoring has it; without P, Low and High where there is
// no number.
func (l *entries) forecast(s *smallEntry) scoring.Forecast {
	r := &l.readings.list[s.reading]
	f := scoring.Forecast{Speaker: l.texts.list[s.speaker], Event: l.texts.list[s.event], Hedge: l.texts.list[s.hedge], P: r.p, Low: r.low, High: r.high,
		Against: s.against}
	if s.number {
		f.Y, f.Weight = l.results.list[s.result].happened, 1
	}
	if r.crowd {
		f.Baseline = &r.baseline
	}
	if s.question >= 0 {
		f.Question = l.questions[s.question]
	}
	return f
}

// all yields the entries with their places.
func (l *entries) all() iter.Seq2[int, *smallEntry] {
	return func(yield func(int, *smallEntry) bool) {
		for i := range l.n {
			if !yield(i, l.small(i)) {
				return
			}
		}
	}
}

// ask notes which of the questions about its event an entry is on.
func (l *entries) ask(i, question int) {
	l.nameQuestions(question + 1)
	l.change(i).question = int32(question)
}

// nameQuestions names the first n questions about an event.
func (l *entries) nameQuestions(n int) {
	for len(l.questions) < n {
		l.questions = append(l.questions, strconv.Itoa(len(l.questions)))
	}
}

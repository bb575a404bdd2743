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
	list      pile[smallEntry]
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

// smallEntry is an entry in 40 bytes; texts, reading and result are places on
// shelves.
type smallEntry struct {
	id                     claims.ID
	speaker, event, stated int32
	reading, result        int32
	question               int32 // noQuestion for none
	start, end             int32 // of the window
}

// What stands where a question has a number: none, because the entry has no
// event, and none because it does not count, and only under a choice could: see
// trials.
const (
	noQuestion int32 = -1
	isAbsent   int32 = -2
)

func (s *smallEntry) absent() bool { return s.question == isAbsent }

// setAbsent lets an entry count or not. One that counts again has no question.
func (s *smallEntry) setAbsent(absent bool) {
	switch {
	case absent:
		s.question = isAbsent
	case s.absent():
		s.question = noQuestion
	}
}

// reading is what words of confidence, or a number, gave an event, and what an
// outsider would have.
type reading struct {
	hedge, words           int32 // places on the shelf of texts
	p, low, high, baseline float64
	on                     calendar.Day
	crowd                  bool // there is a baseline
}

// result is what came of a claim, in its window and at all, and how that is
// held against what was said.
type result struct {
	happened, ever                        float64
	number, sided, right, denies, against bool
}

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
	s := smallEntry{id: e.id, speaker: l.texts.put(e.Speaker), event: l.texts.put(e.Event), stated: l.texts.put(string(e.stated)),
		question: noQuestion, start: int32(e.window.Start), end: int32(e.window.End)}
	s.result = l.results.put(result{happened: e.happened, ever: e.ever, number: e.number, sided: e.right != nil, right: e.right != nil && *e.right,
		denies: e.denies, against: e.Against})
	r := reading{hedge: l.texts.put(e.Hedge), words: l.texts.put(e.words), p: e.P, low: e.Low, high: e.High, on: e.baselineOn, crowd: e.Baseline != nil}
	if r.crowd {
		r.baseline = *e.Baseline
	}
	s.reading = l.readings.put(r)
	at := l.list.add(s)
	if e.uid != "" || e.repeats != "" {
		if l.links == nil {
			l.links = map[int32]linkage{}
		}
		l.links[int32(at)] = linkage{uid: e.uid, repeats: e.repeats}
	}
	return at
}

func (l *entries) small(i int) *smallEntry { return l.list.at(i) }

// len is how many there are.
func (l *entries) len() int { return l.list.n }

// read and came are how an entry was read, and what came of it.
func (l *entries) read(s *smallEntry) *reading { return &l.readings.list[s.reading] }
func (l *entries) came(s *smallEntry) *result  { return &l.results.list[s.result] }

// at is the entry at a place.
func (l *entries) at(i int) entry {
	s := l.small(i)
	read, came := l.read(s), l.came(s)
	e := entry{Forecast: l.forecast(s), number: came.number, id: s.id, stated: claims.Moment(l.texts.list[s.stated]),
		baselineOn: read.on, window: s.window(), words: l.texts.list[read.words], happened: came.happened, ever: came.ever, denies: came.denies}
	if came.sided {
		e.right = &came.right
	}
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
	r, came := l.read(s), l.came(s)
	f := scoring.Forecast{Speaker: l.texts.list[s.speaker], Event: l.texts.list[s.event], Hedge: l.texts.list[r.hedge], P: r.p, Low: r.low, High: r.high,
		Against: came.against}
	if came.number {
		f.Y, f.Weight = came.happened, 1
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
		for i := range l.len() {
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

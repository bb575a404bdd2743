package draft

import (
	"sort"
	"strings"

	"tracker/reading/clause"
	"tracker/reading/deadline"
)

// page is an article being read: its blocks, sentences and quotations, and who
// has been named in it so far.
type page struct {
	*Reader
	Article
	blocks     []block
	sentences  []sentence
	quotations []quotation
	texts      []*clause.Text // of each sentence
	taken      *clause.Text   // the room for the words of all
	room       clause.Text    // what is left of it
	scratch    *clause.Text   // of what is read once
	speaks     [][]attribution
	voices     []voice // of each quotation
	cast       *cast
	casts      []cast           // as it stood after each sentence
	last       deadline.Reading // the window of the draft before
	lastOf     int              // its sentence
	read       struct {         // the deadlines of a whole sentence, of which several drafts ask
		n                int
		said             deadline.Said
		phrases          deadline.Phrases
		deadline.Reading // the one that governs
	}
	left    []LeftOut
	written bool    // has prose, so that headings only say it again
	turns   int     // how many blocks are somebody's turn
	would   []voice // who is reported, of each sentence that only goes on
	retold  []bool  // whether a sentence goes on telling what was years ago
	author  string  // who speaks where the article says "I"
}

func newPage(r *Reader, a Article) *page {
	p := &page{Reader: r, Article: a, blocks: blocks(a.Text), taken: r.emptyRoom()}
	p.room = *p.taken
	p.read.n = -1
	p.voiced()
	for n := range p.blocks {
		b := &p.blocks[n]
		if b.kind == skipped || r.ended() {
			continue
		}
		p.written = p.written || b.kind == prose
		found := len(p.quotations)
		p.quotations = append(p.quotations, quotations(a.Text, b.Span, n)...)
		if b.signer != "" && len(p.quotations) == found { // marked otherwise
			p.quotations = append(p.quotations, quotation{b.Span, n, false})
		}
		b.first = len(p.sentences)
		for _, s := range sentences(a.Text, b.Span) {
			p.sentences = append(p.sentences, sentence{s, n})
			p.texts = append(p.texts, p.cut(s))
		}
		b.last = len(p.sentences)
	}
	p.transcript()
	p.authored()
	p.pastYears()
	p.attribute()
	return p
}

// ended reports whether nobody wants the article any more.
func (r *Reader) ended() bool { return r.Ended != nil && r.Ended() }

// emptyRoom is room for words, that of a text that was read before if there is one.
func (r *Reader) emptyRoom() *clause.Text {
	if t, ok := r.rooms.Get().(*clause.Text); ok {
		return t
	}
	return new(clause.Text)
}

// cut cuts a sentence, into the room for words that those before it have left.
func (p *page) cut(s clause.Span) *clause.Text {
	text := p.Text[s.Start:s.End]
	if need := len(text)/4 + 4; cap(p.room.Words) < need {
		room := max(need, min(len(p.Text)-s.Start, 1<<14)/4, 1<<10)
		p.room = clause.Text{Words: make([]clause.Word, 0, room), Of: make([]int, 0, room), Clauses: make([]clause.Clause, 0, room/8)}
		if room > cap(p.taken.Words) {
			*p.taken = p.room
		}
	}
	t := p.room
	t.Cut(text)
	p.room.Words, t.Words = parted(p.room.Words, t.Words)
	p.room.Of, t.Of = parted(p.room.Of, t.Of)
	p.room.Clauses, t.Clauses = parted(p.room.Clauses, t.Clauses)
	return &t
}

// parted is the room that is left behind what was written in it, and what was
// written; all of the room where it was too small.
func parted[T any](room, written []T) (left, kept []T) {
	n := len(written)
	if n > cap(room) {
		return room, written
	}
	return room[n:n], written[:n:n]
}

// voiced counts the turns, and gives back to the text what stands before a colon
// and is nobody: "Elsewhere: the statistics office".
func (p *page) voiced() {
	times := map[string]int{}
	for n := range p.blocks {
		times[p.blocks[n].by]++
	}
	for n := range p.blocks {
		switch b := &p.blocks[n]; {
		case strings.TrimSpace(b.by) == "":
			b.by = ""
		case b.kind == heading && n == 0 && !isVoice(b.by), times[b.by] < 2 && !isVoice(b.by):
			b.by, b.Start = "", b.named
		case b.kind != heading:
			p.turns++
		}
	}
}

// transcript gives the turns of a transcript to the blocks that go on with
// them. A single name before a colon makes none.
func (p *page) transcript() {
	if p.turns < 2 {
		return
	}
	by, names, answers := "", new(cast), p.interviewee()
	for n := range p.blocks {
		switch b := &p.blocks[n]; {
		case b.by != "":
			if isAnswerer(b.by) && answers != "" {
				b.by = answers
			}
			b.by = names.turn(b.by)
			by = b.by
		case b.kind == prose && by != "":
			b.by = by
		}
	}
}

// quoted is the number of the quotation in which a byte of the article stands,
// -1 for none.
func (p *page) quoted(offset int) int {
	i := sort.Search(len(p.quotations), func(i int) bool { return p.quotations[i].Start > offset }) - 1
	if i >= 0 && offset < p.quotations[i].End {
		return i
	}
	return -1
}

// asked reports whether the sentence or the quotation of a cue is a question.
func (p *page) asked(n int, c cue) bool {
	s := p.sentences[n]
	if asks(p.Text[s.Start:s.End]) {
		return true
	}
	from := s.Start + p.texts[n].Words[c.at].Start
	if q := p.quoted(from); q >= 0 {
		return asks(p.Text[from:min(p.quotations[q].End, s.End)])
	}
	return false
}

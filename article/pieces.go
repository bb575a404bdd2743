package article

import (
	"sort"

	"tracker/reading/clause"
	"tracker/reading/draft"
)

// layer is a text made of another, and where its parts stand in that. Without
// pieces it is the other.
type layer struct {
	text   string
	pieces []draft.Piece
}

// sharp is how many pieces say where a text stands; beyond it a piece stands
// for a whole paragraph.
const sharp = 200_000

// over returns upper, which was made of lower's text, as made of what lower was
// made of.
func over(upper, lower layer) layer {
	if len(lower.pieces) == 0 {
		return upper
	}
	if len(upper.pieces) == 0 {
		return layer{upper.text, lower.pieces}
	}
	out := layer{text: upper.text}
	for _, p := range upper.pieces {
		if !even(p) || len(out.pieces) > sharp {
			out.pieces = append(out.pieces, draft.Piece{Text: p.Text, File: lower.file(p.File)})
			continue
		}
		out.pieces = append(out.pieces, lower.split(p)...)
	}
	return out
}

// split takes an even piece down through the pieces it stands over.
func (t layer) split(p draft.Piece) (list []draft.Piece) {
	for i := t.at(p.File.Start); i < len(t.pieces) && t.pieces[i].Text.Start < p.File.End; i++ {
		q := t.pieces[i]
		from, to := max(p.File.Start, q.Text.Start), min(p.File.End, q.Text.End)
		if to <= from {
			continue
		}
		list = append(list, draft.Piece{Text: clause.Span{Start: p.Text.Start + from - p.File.Start, End: p.Text.Start + to - p.File.Start}, File: t.file(clause.Span{Start: from, End: to})})
	}
	return list
}

// file is the span of what t was made of that a span of its text stands for.
func (t layer) file(s clause.Span) clause.Span {
	if len(t.pieces) == 0 || s.End <= s.Start {
		return s
	}
	first, last := t.pieces[t.at(s.Start)], t.pieces[t.at(s.End-1)]
	span := clause.Span{Start: first.File.Start, End: last.File.End}
	if even(first) {
		span.Start += max(s.Start-first.Text.Start, 0)
	}
	if even(last) {
		span.End = last.File.Start + min(s.End, last.Text.End) - last.Text.Start
	}
	return span
}

// at is the number of the piece in which a byte of the text stands, or the last
// before it.
func (t layer) at(offset int) int {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].Text.Start > offset })
	return max(i-1, 0)
}

func even(p draft.Piece) bool { return p.Text.End-p.Text.Start == p.File.End-p.File.Start }

// weaver makes a layer piece by piece.
type weaver struct {
	text   []byte
	pieces []draft.Piece
	past   int // bytes of what it is made of that were passed
}

// add appends text that stands in bytes from to to of what it is made of.
// Pieces of the same kind that adjoin become one.
func (w *weaver) add(text string, from, to int) {
	if text == "" {
		return
	}
	p := draft.Piece{Text: clause.Span{Start: len(w.text), End: len(w.text) + len(text)}, File: clause.Span{Start: from, End: to}}
	w.text = append(w.text, text...)
	if n := len(w.pieces); n > 0 {
		last := &w.pieces[n-1]
		if last.Text.End == p.Text.Start && last.File.End == from && (even(*last) && even(p) || n > sharp) {
			last.Text.End, last.File.End = p.Text.End, to
			return
		}
	}
	w.pieces = append(w.pieces, p)
}

// copy appends bytes of what it is made of as they are.
func (w *weaver) copy(of string, from, to int) {
	if to > from {
		w.add(of[from:to], from, to)
		w.past = to
	}
}

// put appends text that stands nowhere.
func (w *weaver) put(text string) { w.text = append(w.text, text...) }

func (w *weaver) layer() layer { return layer{string(w.text), w.pieces} }

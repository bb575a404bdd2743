package draft

import (
	"sort"

	"tracker/reading/clause"
)

// Piece says where a part of an article's text stands in its file. Where both
// parts have the same length, byte stands for byte; else the whole for the
// whole, as a character for its entity. Pieces are in the order of the text.
type Piece struct{ Text, File clause.Span }

// File is the span of the file that a span of the text was taken from.
func (a Article) File(s clause.Span) clause.Span {
	if len(a.Pieces) == 0 || s.End <= s.Start {
		return s
	}
	first, last := a.piece(s.Start), a.piece(s.End-1)
	span := clause.Span{Start: first.File.Start, End: last.File.End}
	if first.even() {
		span.Start += max(s.Start-first.Text.Start, 0)
	}
	if last.even() {
		span.End = last.File.Start + min(s.End, last.Text.End) - last.Text.Start
	}
	return span
}

// piece is the one in which a byte of the text stands, or the last before it.
func (a Article) piece(offset int) Piece {
	i := sort.Search(len(a.Pieces), func(i int) bool { return a.Pieces[i].Text.Start > offset })
	return a.Pieces[max(i-1, 0)]
}

func (p Piece) even() bool { return p.Text.End-p.Text.Start == p.File.End-p.File.Start }

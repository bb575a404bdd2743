// Package board turns claims into boards: which claims count, in which bucket
// each is counted, which side it took and whether it was right, the rows it
// belongs to, the chains it is a link of, and how far the conclusions rest on
// the choices made. It decides all that and leaves every figure to scoring. It
// knows no clock, no file and no SQL, and must not learn how a table is drawn.
//
//	b := board.Score(slices.Values(list), board.BySpeaker, board.Policy{Windows: board.WindowsDefault}, today, board.Options{})
//	b.Denominator.Scored // of b.Denominator.Logged
//	b.Groups[0].Brier    // of the first speaker, nil without a scored claim
package board

// Package site makes the pages of a report that people publish: one for each
// speaker, source, event and claim, which link to each other, with a twin in
// JSON, feeds, pieces to embed, and a search that needs no server. It knows
// addresses, files and the order of pages; it must not know books, clocks or
// the command line: a report is handed in, and the words and the markup of a
// claim are those of telling/report.
//
//	pages := site.NewAddresses(families)
//	r := report.New(board, report.Options{Pages: pages})
//	tally, err := site.Write(ctx, "public", site.Order{Report: r, Pages: pages})
//
// A site is written beside its folder and takes its place when all of it is
// there (place.go). What one claim gives to many pages is kept in a file, not
// in memory (shelf.go).
package site

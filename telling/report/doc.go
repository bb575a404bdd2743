// Package report shows a scored book to others: the same report as CSV for a
// researcher, as Markdown for a wiki, as JSON for a program and as one HTML
// page for readers. It knows how figures are put into words and how text from
// outside is made harmless in each format. It must not know stores, files,
// clocks or the command line, and computes no score: those come in a
// board.Board.
//
//	r := report.New(board, report.Options{Title: "Summit watch", Filter: "event:summit"})
//	err := r.Write(os.Stdout, report.Markdown)
//
// New works everything out once (report.go, claim.go, chain.go). Markdown and
// HTML draw the same page of sections and tables (page.go), so neither can say
// what the other does not.
package report

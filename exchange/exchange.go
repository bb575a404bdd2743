// Package exchange knows the formats in which claims and journals leave a
// book and come back: JSON Lines and CSV for claims, JSON Lines for the
// journal, CSV for tables of forecasts (forecasts.go, which counts them while it
// reads). docs/format.md describes them. It reads strictly and says what is
// wrong with each line; whether a claim is allowed, and what its words mean,
// is for claims to decide. It knows no book, no SQL, no clock and no files:
// it is handed readers and writers.
//
//	for line, err := range exchange.ReadJSONL(f, "book.jsonl") {
//		if err != nil {
//			return err // book.jsonl:3: window.latest: "2026-02-30" is not a day of the calendar
//		}
//		c, remarks, err := reader.Claim(line.Draft, now)
//		...
//	}
//
// There is one table of members (members.go). The JSON decoder (decode.go, on
// the scanner of scan.go), the CSV reader and writer and Differences all walk
// it, so that a member added there is read, written and compared everywhere.
package exchange

import "tracker/claims"

// Line is one claim of a file, as given.
type Line struct {
	Number     int             // the line (JSONL), or the first line of the record (CSV), from 1
	Draft      claims.Draft    // Supersedes and Repeats stay empty: see below
	Verdict    *claims.Verdict // as given, not yet judged; nil without one
	Supersedes string          // uid or key of another claim, as given
	Repeats    string          // likewise
	Basis      Basis           // what the outcome of Verdict is about
	Derived    []Derived       // what the file says that follows from the rest; valid until the next line
}

package deadline

// Unit is the unit of a Span.
type Unit string

// The units of the vague table. Counts are multiples of the unit that the
// phrase itself names ("a few weeks").
const (
	Days   Unit = "days"
	Months Unit = "months"
	Years  Unit = "years"
	Counts Unit = "counts"
)

// Span is a row's window, counted from the statement, both ends inclusive.
type Span struct {
	From, To int
	Unit     Unit
}

// VagueRow is one convention about a vague wording.
type VagueRow struct {
	// Key is the stable name of the row, by which a configuration replaces it.
	Key string
	// Words are the wordings that the row covers.
	Words []string
	// Span is the window.
	Span Span
	// Source is "survey of 46 readers" or "convention".
	Source string
}

// VagueTable returns the built-in table.
func VagueTable() []VagueRow { return nil }

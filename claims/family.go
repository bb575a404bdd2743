package claims

// Family is a name that goes by more than one: renamed, merged, or with an
// alias.
type Family struct {
	Event bool     // the name of an event; else of a speaker or source
	Shown string   // what people see
	Names []string // all of them, in the order in which they came into the book
}

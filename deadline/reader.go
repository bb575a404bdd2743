package deadline

import (
	"iter"
)

// Reader reads deadlines. It is safe for concurrent use.
type Reader struct{ opts Options }

// New returns a Reader. It refuses a vague table whose spans run backwards.
func New(o Options) (*Reader, error) { return &Reader{opts: o}, nil }

// Read finds the deadline of a phrase or a sentence. It never panics; a text
// without a deadline gives class none.
func (r *Reader) Read(text string, said Said) Reading { return none(said) }

// Scan yields every deadline phrase of a text, in order.
func (r *Reader) Scan(text string, said Said) iter.Seq[Reading] {
	return func(yield func(Reading) bool) {}
}

func none(said Said) Reading {
	return Reading{Relation: NoBound, Earliest: said.On, Granularity: NoGranularity,
		Class: ClassNone, Rule: "none", Alternatives: []Alternative{}}
}

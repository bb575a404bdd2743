package scoring

import (
	"cmp"
	"iter"
)

// Forecast is one scored claim, or one row of a table of forecasts.
type Forecast struct {
	Speaker string
	Event   string // claims on one event are not independent; "" is an event of its own

	// Question tells claims on one event apart whose windows differ: with the
	// same words here they stand or fall with the same window. A table of
	// forecasts leaves it empty: an event is one question there.
	Question string
	Later    bool // a later version in a chain, or a repeat: in the sums of calibration, not in means weighed by event

	P, Low, High float64 // probability of the event, 0..1; Low = High = P without a range
	Y            float64 // what happened: 0, 1, or a fraction
	Weight       float64 // above 0; 1 unless a weight column is given; 0, the zero value, counts as 1; with Options.ByEvent the share within its event

	Hedge   string // the words whose shared reading P comes from ("could"); "" for explicit numbers
	Against bool   // the words spoke against the event (will-not): P is one minus their reading

	Baseline *float64 // what an informed outsider would have said of the event, 0..1; nil when nobody asked
}

func (f Forecast) weight() float64 { return cmp.Or(f.Weight, 1) }

// Sided is one claim that took a side and was right or wrong. It needs no
// number.
type Sided struct {
	Event  string // "" is an event of its own
	Right  bool
	Weight float64 // above 0, within its event; 0, the zero value, counts as 1
}

// AllSided are claims that took a side, in an order; see Forecasts.
type AllSided = iter.Seq[Sided]

// BookEvents is the number of events a book needs before CORP, Murphy, AUC,
// ECE, Spiegelhalter and skill are given; hand it to Options.NeedEvents.
const BookEvents = 10

// Options are the choices of a report. The zero value is that of a table of
// forecasts: nothing is too few, and every default applies.
type Options struct {
	ByEvent    bool   // every event weighs the same in means, hit share and Brier, as in a book; otherwise every row
	NeedEvents int    // below this many events the figures of BookEvents are nil
	MinEvents  int    // events a speaker needs to be ranked; default 5
	Resamples  int    // bootstrap and permutation draws; default 2000
	Seed       uint64 // of the generator; default DefaultSeed

	onlySide  bool // of a gate only whether it is passed
	onlyNamed bool // of a contest only who is ranked, and which differences stand
	allDraws  bool // also where fewer would do: where a p-value is printed with two digits
}

// Defaults of Options.
const (
	DefaultMinEvents        = 5
	DefaultResamples        = 2000
	DefaultSeed      uint64 = 0x7472_6163_6b65_7221 // "tracker!" in ASCII
)

func (o Options) withDefaults() Options {
	if o.MinEvents <= 0 {
		o.MinEvents = DefaultMinEvents
	}
	if o.Resamples <= 0 {
		o.Resamples = DefaultResamples
	}
	if o.Seed == 0 {
		o.Seed = DefaultSeed
	}
	return o
}

// ptr returns a pointer to x, for figures that may be undefined.
func ptr(x float64) *float64 { return &x }

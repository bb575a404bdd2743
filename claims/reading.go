package claims

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// window settles the window of d: given days, or what the words say.
func (r *Reader) window(d Draft, said deadline.Said, zone *time.Location) (Window, *Error) {
	var w Window
	if d.Window != nil {
		w = *d.Window
		if w.Zone == "" {
			w.Zone = zone.String()
		}
	} else {
		if err := Text("deadline", d.Phrase, MaxText); err != nil {
			return w, err
		}
		reading := r.read(d, said)
		if reading.Refused != "" {
			return w, Refuse("deadline", "%s", reading.Refused).WithHint("give the days with --by DATE or --window A..B")
		}
		if reading.Rule == rulePast && strings.TrimSpace(d.Phrase) != "" {
			return w, Refuse("deadline", "%q was over before the statement of %s", short(d.Phrase), said.On).
				WithHint("check --said and the deadline; a claim is about what had not happened yet")
		}
		w = ReadWindow(reading, cmp.Or(r.Rules, deadline.Version), zone)
	}
	if d.Grace != nil {
		w.GraceDays = *d.Grace
	}
	if d.Accepted != nil {
		w.Accepted = *d.Accepted
	}
	return w.closed(zone), checkWindow(w, said.On)
}

// Timeless refuses words given as a deadline in which no rule finds a time, such
// as "soonish". Words that set none, such as "eventually", are read, and so may
// be those that hang on an event: "by the time the ice melts".
func (r *Reader) Timeless(phrase string) *Error {
	if err := Text("deadline", phrase, MaxText); err != nil {
		return err
	}
	phrase = strings.TrimSpace(phrase)
	reading := r.inField(phrase)
	if phrase == "" || opensTime(phrase) || reading.Rule != ruleNone || reading.Phrase != "" {
		return nil
	}
	return Refuse("deadline", "%q says nothing about when", short(phrase)).
		WithHint("a day, or words such as next week; without --deadline it is read from the quote")
}

// inField reads words given as a deadline, whenever they were said.
func (r *Reader) inField(phrase string) deadline.Reading {
	return r.Deadlines.Read(phrase, deadline.Said{On: calendar.Date(2000, time.January, 1), Field: true})
}

// Unread reports whether the claim has words of a deadline that set none.
func (w *Window) Unread() bool {
	return w.Phrase != "" && w.Latest == 0 && w.Class == deadline.ClassNone && (w.Rule == ruleNone || w.Rule == ruleUnread)
}

// opensTime reports whether a phrase begins like one that hangs on an event,
// which the book may come to know: "by the time the ice melts".
func opensTime(phrase string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(phrase)), " ")
	return rest != "" && slices.Contains([]string{"by", "before", "after", "when", "once", "until", "till", "within", "during", "on", "at", "in", "upon", "following"}, first)
}

// read finds the deadline: in the phrase given, else in the quote, else in
// the statement.
func (r *Reader) read(d Draft, said deadline.Said) deadline.Reading {
	if phrase := strings.TrimSpace(d.Phrase); phrase != "" {
		said.Quoted, said.Field = strings.Contains(d.Quote, phrase), d.Field
		reading := r.Deadlines.Read(phrase, said)
		reading.Phrase = phrase
		return reading
	}
	said.Quoted = true
	reading := r.inQuote(d.Quote, d.Statement, said)
	if reading.Phrase == "" && reading.Refused == "" {
		said.Quoted = false
		reading = r.Deadlines.Read(d.Statement, said)
	}
	return reading
}

func checkWindow(w Window, said calendar.Day) *Error {
	switch {
	case w.Latest != 0 && w.Latest < said:
		return Refuse("deadline", "it ended on %s, before the statement of %s", w.Latest, said).
			WithHint("check --said and the deadline; a claim is about what had not happened yet")
	case w.Latest != 0 && w.Latest < w.Earliest:
		return Refuse("window", "it ends on %s, before it begins on %s", w.Latest, w.Earliest).
			WithHint("the earlier day comes first: %s..%s", w.Latest, w.Earliest)
	case w.Latest != 0 && w.Latest+calendar.Day(w.GraceDays) >= calendar.Last:
		return Refuse("window", "it closes after %s, the last day there is", calendar.Last).WithHint("give an earlier day with --by")
	case w.GraceDays < 0 || w.GraceDays > 366:
		return Refuse("grace", "%d is not a number of days from 0 to 366", w.GraceDays).WithHint("--grace 7 for a week on both sides")
	case !slices.Contains(classes, w.Class):
		return Refuse("window.class", "%q is not a class", short(string(w.Class))).WithHint("one of %s", join(classes))
	case !slices.Contains(relations, w.Relation):
		return Refuse("window.relation", "%q is not a relation", short(string(w.Relation))).WithHint("one of %s", join(relations))
	case !slices.Contains(granularities, w.Granularity):
		return Refuse("window.granularity", "%q is not a granularity", short(string(w.Granularity))).
			WithHint("one of %s", join(granularities))
	}
	for _, a := range w.Alternatives {
		if err := Text("window.alternatives", a.Why, MaxText); err != nil {
			return err
		}
	}
	if err := Text("window.rule", w.Rule+w.Rules, MaxName); err != nil {
		return err
	}
	return Text("window.phrase", w.Phrase, MaxText)
}

// confidence settles hedge and polarity. Negation lives in one place: a
// denial in the words sets the polarity, and a hedge that itself denies the
// event cannot stand beside will-not.
func (r *Reader) confidence(d Draft, c *Claim) *Error {
	var reading hedge.Reading
	switch {
	case d.Hedge != nil:
		c.Hedge = *d.Hedge
		if c.Hedge.Kind == "" {
			c.Hedge.Kind = hedge.Explicit
		}
		reading = r.Hedges.Read(d.Hedge.Words)
		if r.Hedges.Whole(d.Hedge.Words) {
			reading = r.Hedges.Find(d.Hedge.Words)
		}
	case strings.TrimSpace(d.HedgeWords) != "":
		reading = r.Hedges.Read(d.HedgeWords)
		if denied := r.Hedges.Find(d.HedgeWords); denied.WillNot {
			reading = denied
		}
		c.Hedge = ReadHedge(reading, r.Hedges.Name())
	default:
		if reading = r.Hedges.FindFor(d.Quote, d.Statement); reading.Words == "" && !reading.WillNot {
			reading = r.Hedges.Find(d.Statement)
		}
		c.Hedge = ReadHedge(reading, r.Hedges.Name())
	}
	if c.Polarity == "" {
		c.Polarity = Will
		if reading.WillNot || d.Window == nil && c.Window.Rule == deadline.RuleNotUntil && !reading.Negative {
			c.Polarity = WillNot
		}
	}
	if c.Polarity == WillNot && reading.Negative {
		return Refuse("hedge", "%q already says that it will not happen", reading.Words).
			WithHint("either leave out --will-not, or give the hedge without its negation (--hedge %q)", affirmed(reading.Root, r.Hedges))
	}
	return checkHedge(c.Hedge)
}

// affirmed is the hedge that is left when a denial loses its negation:
// "likely" of "not likely", and also of words like "unlikely", which have no
// other half.
func affirmed(root string, lexicon *hedge.Lexicon) string {
	if root == "" || lexicon.Read(root).Negative {
		return "likely"
	}
	return root
}

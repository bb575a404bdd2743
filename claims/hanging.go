package claims

import (
	"fmt"
	"iter"

	"tracker/calendar"
)

// Dates says on which day an event is, by the words for it.
type Dates func(words string) (day calendar.Day, ok bool)

// Hanging tells which windows hang on an event, and what becomes of them when
// that is on another day.
type Hanging struct {
	asks, after *Reader
	asked       bool
}

// NewHanging makes readers of two kinds of dates: own knows the event by all
// its names and nothing else, after every event as it will be.
func NewHanging(reader func(Dates) (*Reader, error), own, after Dates) (*Hanging, error) {
	h := &Hanging{}
	var err error
	h.asks, err = reader(func(words string) (calendar.Day, bool) {
		if d, ok := own(words); ok {
			h.asked = true
			return d, true
		}
		return after(words)
	})
	if err == nil {
		h.after, err = reader(after)
	}
	return h, err
}

// Moved is c as it becomes, and whether its window hangs on the event and
// changes. The error says why its deadline would be refused. An accepted
// window stays as it is.
func (h *Hanging) Moved(c Claim, now Instant) (again Claim, moved bool, err error) {
	if h.asked = false; c.Window.Accepted {
		return c, false, nil
	}
	reread(h.asks, c, now) // whatever comes out: does it ask for the event?
	if !h.asked {
		return c, false, nil
	}
	again, err = reread(h.after, c, now)
	return again, err == nil && (again.Window.Earliest != c.Window.Earliest || again.Window.Latest != c.Window.Latest), err
}

// All are the claims of a reading whose windows hang on the event and change, as
// they become. Those whose deadline would be refused are handed to refused and
// left out.
func (h *Hanging) All(read iter.Seq2[Claim, error], now Instant, refused func(Claim, error)) (list []Claim, err error) {
	for c, err := range read {
		if err != nil {
			return nil, err
		}
		again, moved, err := h.Moved(c, now)
		if err != nil {
			refused(c, err)
		}
		if moved {
			list = append(list, again)
		}
	}
	return list, nil
}

// reread is c with its deadline read again.
func reread(r *Reader, c Claim, now Instant) (Claim, error) {
	r.Zone = c.Location()
	d := c.Draft()
	d.Window, d.Phrase = nil, c.Window.Phrase
	again, _, err := r.Claim(d, now)
	if err != nil {
		return c, fmt.Errorf("%q: %w", c.Window.Phrase, err)
	}
	again.ID = c.ID
	return again, nil
}

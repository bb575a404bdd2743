package daemon

import (
	"fmt"
	"time"
)

// again is after how long it is said once more that something is away.
const again = time.Hour

// Heard hears of something that is asked with every tick, such as an inbox,
// whether it answered. It is said when it goes away, every hour while it stays
// away, and when it is back.
func (w *Watch) Heard(what string, err error) {
	now := w.Now()
	said, away := w.away[what]
	switch {
	case err == nil && away:
		delete(w.away, what)
		w.Log.Tell("answers "+what+" can be read again", "back", "answers", what)
	case err != nil && (!away || now.Sub(said) >= again || now.Before(said)): // or the clock was set back
		if w.away == nil {
			w.away = map[string]time.Time{}
		}
		w.away[what] = now
		w.Log.Failed(fmt.Errorf("answers %s cannot be read, and are asked for every time: %w", what, err))
	}
}

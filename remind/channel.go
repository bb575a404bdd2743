package remind

import (
	"context"
	"errors"
	"time"

	"tracker/claims"
)

// Message is a letter in words, ready for a channel.
type Message struct {
	ID      string // stable: the same whenever this letter is sent
	Name    string // of the recipient, "" for none
	Address string // what the channel sends to: a mail address, a chat; may be empty
	Subject string // the whole truth in one line
	Text    string
	HTML    string
	At      time.Time // in the recipient's zone
	Waiting int       // claims that wait for a verdict
	New     int       // of those, fallen due since
	Claims  []claims.View
}

// Channel delivers messages. A receipt says in a few words what the receiver
// answered. An error is a *Failure when the channel knows whether to try
// again; every other one is tried again. Neither says a secret.
type Channel interface {
	Send(ctx context.Context, m Message) (receipt string, err error)
}

// Failure says what is to become of a message that was not delivered.
type Failure struct {
	Err     error
	Dead    bool          // it never will be
	After   time.Duration // the receiver asked to wait for so long
	Untried bool          // it does not count as an attempt, and is tried in the next pass
}

func (f *Failure) Error() string { return f.Err.Error() }
func (f *Failure) Unwrap() error { return f.Err }

// Retry says that a message may be delivered after a while, 0 for whenever.
func Retry(after time.Duration, err error) error { return &Failure{Err: err, After: after} }

// Dead says that a message will never be delivered.
func Dead(err error) error { return &Failure{Err: err, Dead: true} }

// Untried says that nobody took the message, and that the next pass may try.
func Untried(err error) error { return &Failure{Err: err, Untried: true} }

const (
	// Attempts is how often a letter is tried before it is dead.
	Attempts = 12
	// Longest is the longest that a letter waits to be tried again.
	Longest = 6 * time.Hour
)

// Delay is how long a letter waits after so many attempts, from 1: a minute,
// then twice as long every time, or what the receiver asked for if that is
// longer; a fifth more or less by chance, which is in [0, 1).
func Delay(attempt int, asked time.Duration, chance float64) time.Duration {
	d := Longest
	if attempt < 10 {
		d = min(time.Minute<<max(attempt-1, 0), Longest)
	}
	d = time.Duration(float64(d) * (0.8 + 0.4*chance))
	return min(max(d, asked), Longest)
}

// verdict says when a failed attempt is followed by another: next is 0 when
// it never is.
func verdict(err error, now claims.Instant, attempt int, chance float64) (next claims.Instant, untried bool) {
	var f *Failure
	if !errors.As(err, &f) {
		f = &Failure{}
	}
	if f.Dead || attempt >= Attempts && !f.Untried {
		return 0, false
	}
	return now + claims.Instant(Delay(attempt, f.After, chance).Milliseconds()), f.Untried
}

package post

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tracker/answer"
	"tracker/calendar"
	"tracker/claims"
	"tracker/remind"
)

// slow is a channel whose server answers some names late or never.
type slow struct {
	mu      sync.Mutex
	took    map[string]time.Duration // when a letter to a name was taken
	now, at int                      // letters on their way, and at most
	start   time.Time
}

func (s *slow) Send(ctx context.Context, m remind.Message) (string, error) {
	s.mu.Lock()
	s.now++
	s.at = max(s.at, s.now)
	s.mu.Unlock()
	if strings.HasPrefix(m.Name, "dead") {
		time.Sleep(time.Minute) // the bubble's clock, not the machine's
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now--
	if m.Name == "panics" {
		panic("a fault")
	}
	if strings.HasPrefix(m.Name, "dead") {
		return "", errors.New("no answer")
	}
	s.took[m.Name] = time.Since(s.start)
	return "taken", nil
}

// letters is a book in which one letter waits for everybody.
type letters struct {
	remind.Outbox
	sent bool
}

func (l *letters) Waiting(context.Context, claims.Instant, claims.Filter) ([]claims.Claim, error) {
	return nil, nil
}
func (l *letters) Asked(context.Context, claims.Instant, func(claims.Instant, calendar.Day) bool) error {
	return nil
}
func (l *letters) Plan(context.Context, claims.Instant, []remind.Prompt) error { return nil }
func (l *letters) Drop(context.Context, claims.Instant, []remind.Prompt) error { return nil }
func (l *letters) Sent(context.Context, claims.Instant, []remind.Prompt) error { return nil }
func (l *letters) Fail(context.Context, claims.Instant, claims.Instant, []remind.Prompt, string) error {
	return nil
}
func (l *letters) Take(context.Context, claims.Instant, string, time.Duration, remind.Quota) (remind.Letter, error) {
	if l.sent {
		return remind.Letter{}, nil
	}
	l.sent = true
	c := claims.Claim{ID: 1, Statement: "The talks resume", Speaker: "The ministry"}
	c.Window.DueAt = 1
	return remind.Letter{ID: "x", Prompts: []remind.Prompt{{Claim: c, Rule: remind.WhenDue}}}, nil
}

type lettersBook struct{}

func (lettersBook) Outbox(remind.Route) remind.Outbox                           { return &letters{} }
func (lettersBook) Open(context.Context, claims.Filter) ([]claims.Claim, error) { return nil, nil }
func (lettersBook) Answers() answer.Book                                        { return nil }
func (lettersBook) Key(context.Context) (answer.Key, error)                     { return answer.Key{}, nil }

// round is one to recipients with these names.
func round(t *testing.T, s *slow, names ...string) Round {
	t.Helper()
	text := "[channels.hook]\nkind = \"webhook\"\nurl = \"https://x.example.org/\"\n"
	for _, name := range names {
		text += fmt.Sprintf("[recipients.%s]\nchannels = [\"hook\"]\n", name)
	}
	o := opened(t, text)
	s.took, s.start = map[string]time.Duration{}, time.Now()
	o.channels["hook"].channel = s
	return Round{Office: o, Book: lettersBook{}, Owner: "x", Clock: func() claims.Instant { return 10 }, Told: func(remind.Route, int) {}}
}

// A server that does not answer holds up nobody else, and not one after the
// other those whom it is to tell; no more than some letters are on their way.
func TestADeadServerHoldsUpNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		names := []string{"zoe"}
		for i := range 15 {
			names = append(names, fmt.Sprintf("dead%02d", i))
		}
		s := &slow{}
		r := round(t, s, append(names, "aaron")...)
		undelivered, err := r.Go(t.Context())
		if took := time.Since(s.start); err != nil || took != 2*time.Minute {
			t.Errorf("the round took %v, %v; want the time of two that are dead", took, err)
		}
		if lines := strings.Split(undelivered.Error(), "\n"); len(lines) != 15 || !strings.HasPrefix(lines[0], "dead00 by hook") || !strings.HasPrefix(lines[14], "dead14 by hook") {
			t.Errorf("undelivered: %q", lines)
		}
		if s.at != atOnce || len(s.took) != 2 || s.took["aaron"] != 0 || s.took["zoe"] > time.Minute {
			t.Errorf("%d at once, %v", s.at, s.took)
		}
	})
}

// A fault in one of them is the round's, where whoever called can catch it.
func TestAFaultInARouteIsCaught(t *testing.T) {
	defer func() {
		if v := recover(); v == nil || !strings.Contains(fmt.Sprint(v), "a fault") {
			t.Errorf("caught %v", v)
		}
	}()
	round(t, &slow{}, "fine", "panics").Go(t.Context())
}

package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/answer"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// answering is a book with two claims that have been due for a week, and the
// desk that takes answers in.
func answeringBook(t *testing.T) (*Book, *answer.Desk, *Answers, calendar.Day) {
	t.Helper()
	b := mustCreate(t)
	today := calendar.Date(2026, 8, 20)
	for n := 1; n <= 2; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	now := claims.At(today.Start(time.UTC))
	a := b.Answers(func() claims.Instant { return now })
	key, err := a.Key(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d := &answer.Desk{Key: key, Inbox: "mail", Now: func() claims.Instant { return now }, Recipients: []string{"desk", "night"},
		Dates: func(l date.Lean) date.Options { return date.Options{Today: today, Lean: l} }}
	return b, d, a, today
}

// fixedInbox has messages, and hands them out whenever it is asked.
type fixedInbox []answer.Message

func (f fixedInbox) Fetch(context.Context, string) ([]answer.Message, string, error) {
	return f, "read", nil
}

// collect takes messages in and returns the lines back.
func collect(t *testing.T, d *answer.Desk, a *Answers, list ...answer.Message) string {
	t.Helper()
	var told []string
	if err := d.Collect(t.Context(), a, fixedInbox(list), func(_ context.Context, r answer.Reply) error {
		told = append(told, r.Recipient+": "+r.Text)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(told, "\n")
}

// token is the token of a claim's prompt.
func token(t *testing.T, b *Book, d *answer.Desk, id string, recipient string, on calendar.Day) string {
	t.Helper()
	c, err := b.Claim(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d.Key.Sign(&c, recipient, on).String()
}

func proposedOf(t *testing.T, b *Book, id string) string {
	t.Helper()
	c, err := b.Claim(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range c.Proposed {
		list = append(list, string(p.Outcome)+" by "+p.By+" via "+p.Via)
	}
	return strings.Join(list, ", ")
}

// An answer is a proposal in the journal, once, however often its message is
// fetched; the prompt takes no other.
func TestAnswerIsTakenInOnce(t *testing.T) {
	b, d, a, today := answeringBook(t)
	tok := token(t, b, d, "1", "desk", today)
	m := answer.Message{ID: "<1@example.org>", Recipient: "desk", Text: "yes 15 Aug https://example.org/met They met.", Whole: "> " + tok}
	if got := collect(t, d, a, m); !strings.HasPrefix(got, "desk: Claim 1: noted yes, on 15 Aug 2026; it counts when somebody confirms it.") {
		t.Errorf("told %q", got)
	}
	before := entries(t, b)
	if got := collect(t, d, a, m); got != "" {
		t.Errorf("fetched again it tells %q", got)
	}
	m.ID, m.Text = "<2@example.org>", "no"
	if got := collect(t, d, a, m); !strings.Contains(got, "was answered before") {
		t.Errorf("the same prompt again: %q", got)
	}
	if got := proposedOf(t, b, "1"); got != "yes by desk via mail" || entries(t, b) != before {
		t.Errorf("proposed %q, %d entries of %d", got, entries(t, b), before)
	}
	m.ID, m.Whole = "<3@example.org>", token(t, b, d, "1", "desk", today+1)
	if got := collect(t, d, a, m); !strings.Contains(got, "noted no") || proposedOf(t, b, "1") != "no by desk via mail" {
		t.Errorf("the next prompt: %q", got)
	}
	mustBeSound(t, b)
	mustReplay(t, b)
	if _, err := b.Undo(t.Context(), NewCommand("undo", "desk", d.Now()), "", nil); err != nil || proposedOf(t, b, "1") != "yes by desk via mail" {
		t.Errorf("undone: %v, %q", err, proposedOf(t, b, "1"))
	}
	mustBeSound(t, b)
}

// Row 70: what is no answer to a prompt of the sender's changes nothing, and
// one line says so; strangers and machines get none.
func TestAnswersThatChangeNothing(t *testing.T) {
	b, d, a, today := answeringBook(t)
	one, two := token(t, b, d, "1", "desk", today), token(t, b, d, "2", "desk", today)
	forged := strings.Replace(one, one[len(one)-17:len(one)-1], "aaaaaaaaaaaaaaaa", 1)
	before := entries(t, b)
	for i, c := range []struct {
		why  string
		m    answer.Message
		want string
	}{
		{"a wrong token", answer.Message{Recipient: "desk", Text: "yes", Whole: forged}, "the token in it is not one of this book"},
		{"a claim that is not there", answer.Message{Recipient: "desk", Text: "yes", Whole: strings.Replace(one, "[1:", "[99:", 1)}, "not one of this book"},
		{"another claim's signature", answer.Message{Recipient: "desk", Text: "yes", Whole: strings.Replace(one, "[1:", "[2:", 1)}, "not one of this book"},
		{"another recipient's token", answer.Message{Recipient: "night", Text: "yes", Whole: one}, "was sent to somebody else"},
		{"an old one", answer.Message{Recipient: "desk", Text: "yes", Whole: token(t, b, d, "1", "desk", today-36)}, "is too old"},
		{"two claims and no number", answer.Message{Recipient: "desk", Text: "yes", Whole: one + two}, "begin each line with the number of one"},
		{"a number it does not ask about", answer.Message{Recipient: "desk", Text: "2 yes", Whole: one}, "it does not ask about claim 2"},
		{"no answer", answer.Message{Recipient: "desk", Text: "I shall look at it.", Whole: one}, "no line is an answer"},
		{"a day to come", answer.Message{Recipient: "desk", Text: "yes 1 Sep 2026", Whole: one}, "is in the future"},
		{"one of two days", answer.Message{Recipient: "desk", Text: "yes 3/4/2026", Whole: one}, "3 Apr 2026 or 4 Mar 2026"},
		{"a snooze into the past", answer.Message{Recipient: "desk", Text: "snooze until 1 Aug 2026", Whole: one}, "is not after today"},
		{"ordinary mail", answer.Message{Recipient: "desk", Text: "yes, see you at noon"}, ""},
		{"a letter that was never sent", answer.Message{Recipient: "desk", Text: "yes", Letters: []string{"0198b6d4-0000-7000-8000-000000000001", ""}}, ""},
		{"a stranger", answer.Message{Text: "yes", Whole: one}, ""},
		{"a machine", answer.Message{Recipient: "desk", Text: "yes", Whole: one, Automatic: true}, ""},
	} {
		c.m.ID = string(rune('a' + i))
		got := collect(t, d, a, c.m)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: %q, want one line with %q", c.why, got, c.want)
		}
	}
	if after := entries(t, b); after != before {
		t.Errorf("%d entries, %d before", after, before)
	}
	mustBeSound(t, b)
}

// One message may answer several prompts, and put one off at once.
func TestAnswersToSeveral(t *testing.T) {
	b, d, a, today := answeringBook(t)
	whole := token(t, b, d, "1", "desk", today) + token(t, b, d, "2", "desk", today)
	got := collect(t, d, a, answer.Message{ID: "m", Recipient: "desk", Text: "1 no nothing came\n2 snooze 2 weeks", Whole: whole})
	if !strings.Contains(got, "Claim 1: noted no;") || !strings.Contains(got, "Claim 2: put off until 3 Sep 2026.") {
		t.Errorf("told %q", got)
	}
	c, err := b.Claim(t.Context(), "2")
	if err != nil || c.Status(d.Now()) != claims.Snoozed {
		t.Errorf("claim 2 is %s, %v", c.Status(d.Now()), err)
	}
	mustBeSound(t, b)
}

// A line that could not be told is told later; a pass that dies before the
// cursor moves takes nothing in twice.
func TestLinesBackAreToldAtLeastOnce(t *testing.T) {
	b, d, a, today := answeringBook(t)
	m := answer.Message{ID: "m", Recipient: "desk", Text: "no", Whole: token(t, b, d, "1", "desk", today)}
	broken := errors.New("no way out")
	err := d.Collect(t.Context(), a, fixedInbox{m}, func(context.Context, answer.Reply) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("err = %v", err)
	}
	if got := collect(t, d, a); !strings.Contains(got, "noted no") {
		t.Errorf("told %q", got)
	}
	if got := collect(t, d, a, m); got != "" {
		t.Errorf("told again: %q", got)
	}
}

func entries(t *testing.T, b *Book) (n int) {
	t.Helper()
	if err := b.reader.QueryRow("SELECT count(*) FROM journal").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

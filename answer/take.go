package answer

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// Desk takes messages in.
type Desk struct {
	Key   Key
	Inbox string                // its name: by which way an answer came
	Now   func() claims.Instant // the clock
	Dates func(lean date.Lean) date.Options
	// Recipients are all who are asked: to tell a token of somebody else's from
	// none.
	Recipients []string
}

// take takes in one message and returns the line back, "" for none: nobody
// answers machines, strangers, and mail that has nothing to do with a prompt.
func (d *Desk) take(tx Tx, m Message) (string, error) {
	if m.Recipient == "" || m.Automatic {
		return "", nil
	}
	asked, err := d.asked(tx, m)
	if err != nil || !asked.any {
		return "", err
	}
	found := lines(m.Text)
	if len(found) == 0 {
		return "Nothing was changed: no line is an answer. " + sentence(howTo), nil
	}
	var replies []string
	for _, l := range found {
		reply, err := d.answer(tx, m, asked, l)
		if err != nil {
			return "", err
		}
		replies = append(replies, reply)
	}
	return strings.Join(replies, "\n"), nil
}

// asked is which prompts a message can answer, and why it cannot others.
type asked struct {
	any     bool // it has to do with a prompt at all
	prompts []Prompt
	refused string // why the last prompt that it names is none of its sender's
}

// asked finds the prompts that a message answers to: those of its tokens, and
// those of the letter that it is a reply to.
func (d *Desk) asked(tx Tx, m Message) (a asked, err error) {
	for _, id := range m.Letters {
		to, prompts, err := tx.Letter(id)
		if err != nil {
			return a, err
		}
		switch {
		case len(prompts) == 0:
			continue
		case to != m.Recipient:
			a.any, a.refused = true, "that prompt was sent to somebody else"
		default:
			a.any, a.prompts = true, append(a.prompts, prompts...)
		}
	}
	for _, t := range tokens(m.Whole) {
		a.any = true
		why, err := d.against(tx, t, m.Recipient)
		if err != nil {
			return a, err
		}
		if why != "" {
			a.refused = why
			continue
		}
		a.prompts = append(a.prompts, t.Prompt)
	}
	return a, nil
}

// against says why a token is of no use to a recipient, "" when it is.
func (d *Desk) against(tx Tx, t Token, recipient string) (string, error) {
	c, err := tx.Claim(t.Claim)
	var refusal *claims.Error
	if errors.As(err, &refusal) {
		return "the token in it is not one of this book", nil
	}
	if err != nil {
		return "", err
	}
	if d.Key.valid(t, &c, recipient) {
		return "", nil
	}
	for _, other := range d.Recipients {
		if d.Key.valid(t, &c, other) {
			return "that prompt was sent to somebody else", nil
		}
	}
	return "the token in it is not one of this book", nil
}

// answer takes one line and returns what became of it.
func (d *Desk) answer(tx Tx, m Message, a asked, l line) (string, error) {
	p, why := a.meant(l)
	if why != "" {
		return "Nothing was changed: " + sentence(why), nil
	}
	now := d.Now()
	if p.Occurrence+Valid < calendar.Of(now.Time(time.UTC)) {
		return fmt.Sprintf("Claim %d: nothing was changed, the prompt of %s is too old; the next one can be answered.", p.Claim, date.Long(p.Occurrence)), nil
	}
	if done, err := tx.Answered(p, m.Recipient); err != nil || done {
		return fmt.Sprintf("Claim %d: nothing was changed, the prompt of %s was answered before; the next one can be answered again.", p.Claim, date.Long(p.Occurrence)), err
	}
	said, err := Read(l.words, d.Dates(date.Past), d.Dates(date.Future))
	if err == nil {
		var c claims.Claim
		if c, err = tx.Change(p, m.Recipient, func(c *claims.Claim) error { return d.change(c, m, said) }); err == nil {
			return said.took(&c), nil
		}
	}
	if list, ok := claims.ProblemsOf(err); ok {
		return fmt.Sprintf("Claim %d: nothing was changed: %s", p.Claim, sentence(list[0].Msg)), nil
	}
	return "", err
}

// change does to a claim what an answer says.
func (d *Desk) change(c *claims.Claim, m Message, said Answer) error {
	today := c.Today(d.Now())
	if said.Until != 0 {
		return c.Snooze(said.Until, today)
	}
	p := said.Proposal
	p.By, p.Via, p.At = m.Recipient, d.Inbox, d.Now()
	return c.Propose(p, today)
}

// meant finds the prompt that a line answers: by its token, by its number, or
// because there is only one.
func (a asked) meant(l line) (Prompt, string) {
	candidates := a.prompts
	switch {
	case len(l.tokens) > 0:
		candidates = a.with(func(p Prompt) bool {
			for _, t := range l.tokens {
				if t.Prompt == p {
					return true
				}
			}
			return false
		})
	case l.claim != 0:
		candidates = a.with(func(p Prompt) bool { return p.Claim == l.claim })
	}
	var newest Prompt
	for _, p := range candidates {
		if newest.Claim != 0 && p.Claim != newest.Claim {
			return p, "it asks about several claims; begin each line with the number of one: 3 yes 15 Aug"
		}
		if p.Occurrence > newest.Occurrence {
			newest = p
		}
	}
	switch {
	case newest.Claim != 0:
		return newest, ""
	case a.refused != "":
		return newest, a.refused
	case l.claim != 0:
		return newest, fmt.Sprintf("it does not ask about claim %d", l.claim)
	}
	return newest, "the token in it is not one of this book"
}

// with are the prompts that keep keeps.
func (a asked) with(keep func(Prompt) bool) (list []Prompt) {
	for _, p := range a.prompts {
		if keep(p) {
			list = append(list, p)
		}
	}
	return list
}

// took says what was taken.
func (a Answer) took(c *claims.Claim) string {
	if a.Until != 0 {
		return fmt.Sprintf("Claim %d: put off until %s.", c.ID, date.Long(a.Until))
	}
	p := a.Proposal
	text := fmt.Sprintf("Claim %d: noted %s", c.ID, p.Outcome)
	if p.Day != 0 {
		text += ", on " + date.Long(p.Day)
	}
	text += "; it counts when somebody confirms it."
	if len(p.Evidence) == 0 && p.Note == "" {
		text += " No link and no word came with it: whoever confirms it will have to bring some."
	}
	return text
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	if !strings.HasSuffix(s, ".") && !strings.Contains(s, "://") {
		s += "."
	}
	return s
}

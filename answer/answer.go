// Package answer takes in what people answer to prompts: by mail, by a topic of
// ntfy, by Telegram. It reads the words, checks that the answer is to a prompt
// of theirs that is not answered yet, and proposes a verdict or puts the
// question off; a person confirms. It knows no server and no SQL: the inboxes
// below it fetch, and what keeps the book is handed in.
//
//	a, err := answer.Read("yes 15 Aug https://example.org/met They met.", past, future)
//	// a.Proposal: yes, on 15 August, with a link and a note
package answer

import (
	"context"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// Message is one message that came back.
type Message struct {
	ID        string   // the inbox's own, the same whenever it is fetched
	Recipient string   // who sent it; "" for somebody who is not asked anything
	Letters   []string // ids of the letters that it replies to
	Text      string   // what was written
	Whole     string   // that with what it quotes, where tokens stand
	Automatic bool     // written by a machine: nobody answers it
}

// Inbox is a place where answers come in.
type Inbox interface {
	// Fetch returns what came since a cursor, oldest first, and the next
	// cursor; the first cursor is "". Nothing is changed there.
	Fetch(ctx context.Context, cursor string) (list []Message, next string, err error)
}

// Prompt is what a token stands for, but for whom it was sent to.
type Prompt struct {
	Claim      claims.ID
	Occurrence calendar.Day
}

// Tx is the book while one message is taken in: all of it or nothing.
type Tx interface {
	// Claim returns a claim; the error is a refusal when there is none.
	Claim(id claims.ID) (claims.Claim, error)
	// Letter returns to whom a letter was sent, and what it asked.
	Letter(id string) (recipient string, prompts []Prompt, err error)
	// Answered reports whether a recipient has answered a prompt.
	Answered(p Prompt, recipient string) (bool, error)
	// Change makes one change to a claim and marks the prompt as answered.
	Change(p Prompt, recipient string, change func(*claims.Claim) error) (claims.Claim, error)
}

// Valid is how many days after its occurrence a prompt can be answered. Younger
// prompts of the same claim come at least weekly.
const Valid = 35

// Book keeps what was taken in.
type Book interface {
	// Cursor returns up to where an inbox has been read.
	Cursor(ctx context.Context, inbox string) (string, error)
	SetCursor(ctx context.Context, inbox, cursor string) error
	// TakeIn takes in a message once: fn is not called for one that was taken
	// in before. What it answers is kept with it.
	TakeIn(ctx context.Context, inbox string, m Message, fn func(Tx) (reply string, err error)) error
	// Untold returns answers that were not told yet.
	Untold(ctx context.Context, inbox string) ([]Reply, error)
	Told(ctx context.Context, inbox, message string) error
}

// Reply is the line back to whoever sent a message.
type Reply struct {
	Message   string // to which it answers
	Recipient string
	Text      string
	At        time.Time // when the message was taken in
}

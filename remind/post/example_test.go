package post_test

import (
	"fmt"
	"time"

	"tracker/remind/post"
)

// A mailbox says in a line how things stand with one recipient and channel.
func ExampleMailbox_Line() {
	m := post.Mailbox{Channel: "mail", Recipient: "desk", Sent: 12, Dead: 1, DeadPrompts: 2, Error: "550 no such user"}
	fmt.Println(m.Line(0, time.UTC))
	// Output: desk by mail: 12 sent, 1 letter dead with 2 prompts (tracker remind resend mail); last error: 550 no such user
}

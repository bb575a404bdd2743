package mail_test

import (
	"context"
	"fmt"
	netmail "net/mail"
	"time"

	"tracker/remind"
	"tracker/remind/mail"
)

// A server that wants a password asks for it with every message, and no
// message says it. A message without a right address is never tried.
func ExampleServer() {
	s := &mail.Server{Host: "mail.example.org", Port: 587, Encryption: mail.StartTLS, From: netmail.Address{Name: "Tracker", Address: "desk@example.org"},
		User: "desk", Password: func() (string, error) { return "from a keyring", nil }}
	_, err := s.Send(context.Background(), remind.Message{ID: "1", Address: "nobody", Subject: "1 claim waits", At: time.Unix(0, 0)})
	fmt.Println(err)
	// Output: "nobody" is no mail address
}

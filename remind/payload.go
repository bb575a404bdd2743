package remind

import (
	"encoding/json"
	"fmt"
	"time"

	"tracker/claims"
)

// payload is a message for programs.
type payload struct {
	Schema    string        `json:"schema"`
	ID        string        `json:"id"`
	Recipient string        `json:"recipient"`
	Address   string        `json:"address"`
	At        string        `json:"at"`
	Subject   string        `json:"subject"`
	Text      string        `json:"text"`
	HTML      string        `json:"html"`
	Waiting   int           `json:"waiting"`
	New       int           `json:"new"`
	Claims    []claims.View `json:"claims"`
}

// JSON is the message for programs: what people are told, and the claims as
// every command prints them.
func (m Message) JSON() ([]byte, error) {
	list := m.Claims
	if list == nil {
		list = []claims.View{}
	}
	text, err := json.Marshal(payload{"tracker.prompt/1", m.ID, m.Name, m.Address, m.At.Format(time.RFC3339), m.Subject, m.Text, m.HTML, m.Waiting, m.New, list})
	if err != nil {
		return nil, fmt.Errorf("a message as JSON: %w", err)
	}
	return text, nil
}

// Package chat reads the answers that come by a topic of ntfy or by a bot of
// Telegram. How an address is asked is handed in; no port is opened, and
// nothing is changed by looking.
//
//	t := &chat.Topic{Get: hook.Get, Recipient: "anna"}
//	list, next, err := t.Fetch(ctx, "")
package chat

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"

	"tracker/answer"
)

// Get asks an address with something after it.
type Get func(ctx context.Context, after string) ([]byte, error)

// Topic is a topic of ntfy to which one recipient writes. Whoever knows its
// name can write there: an answer needs the token of its prompt besides.
type Topic struct {
	Get       Get
	Recipient string
}

var _ answer.Inbox = (*Topic)(nil)

// first is how far the first look goes back: as long as ntfy keeps messages.
const first = "12h"

// Fetch returns what was written after a message with an id.
func (t *Topic) Fetch(ctx context.Context, cursor string) (list []answer.Message, next string, err error) {
	since := cursor
	if since == "" {
		since = first
	}
	text, err := t.Get(ctx, "/json?poll=1&since="+url.QueryEscape(since))
	if err != nil {
		return nil, cursor, err
	}
	next = cursor
	rows := bufio.NewScanner(bytes.NewReader(text))
	rows.Buffer(nil, len(text)+1)
	for rows.Scan() {
		var m struct{ ID, Event, Message string }
		if json.Unmarshal(rows.Bytes(), &m) != nil || m.Event != "message" || m.ID == "" || len(m.ID) > 100 {
			continue
		}
		list, next = append(list, answer.Message{ID: m.ID, Recipient: t.Recipient, Text: m.Message, Whole: m.Message}), m.ID
	}
	return list, next, rows.Err()
}

// Bot is a bot of Telegram, which knows who writes by the chat.
type Bot struct {
	Get   Get
	Chats map[string]string // recipients by the number of their chat
}

var _ answer.Inbox = (*Bot)(nil)

// update is what Telegram says of one message.
type update struct {
	ID      int64 `json:"update_id"`
	Message struct {
		ID   int64 `json:"message_id"`
		Chat struct {
			ID int64 `json:"id"`
		} `json:"chat"`
		Text    string `json:"text"`
		ReplyTo struct {
			Text string `json:"text"`
		} `json:"reply_to_message"`
	} `json:"message"`
}

// Fetch returns the messages that were not confirmed yet. The cursor is the
// number of the next one; asking with it confirms those before, which are in
// the book by then.
func (b *Bot) Fetch(ctx context.Context, cursor string) (list []answer.Message, next string, err error) {
	after := "/getUpdates?timeout=0&limit=100&allowed_updates=" + url.QueryEscape(`["message"]`)
	if cursor != "" {
		after += "&offset=" + url.QueryEscape(cursor)
	}
	text, err := b.Get(ctx, after)
	if err != nil {
		return nil, cursor, err
	}
	var said struct {
		OK     bool     `json:"ok"`
		Result []update `json:"result"`
	}
	if err := json.Unmarshal(text, &said); err != nil || !said.OK {
		return nil, cursor, fmt.Errorf("that is no answer of Telegram's")
	}
	next = cursor
	for _, u := range said.Result {
		m := u.Message
		next = strconv.FormatInt(u.ID+1, 10)
		if m.Text == "" {
			continue
		}
		chat := strconv.FormatInt(m.Chat.ID, 10)
		list = append(list, answer.Message{ID: chat + ":" + strconv.FormatInt(m.ID, 10), Recipient: b.Chats[chat], Text: m.Text, Whole: m.Text + "\n" + m.ReplyTo.Text})
	}
	return list, next, nil
}

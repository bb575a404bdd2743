package post

import (
	"context"
	"crypto/sha256"
	"fmt"
	"html"
	"maps"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"tracker/answer"
	"tracker/answer/chat"
	"tracker/answer/mailbox"
	"tracker/remind"
	"tracker/remind/hook"
	"tracker/settings"
)

// Inbox is where answers to the letters of a channel come in.
type Inbox struct {
	Name, Channel string
	from          answer.Inbox
	office        *Office
}

// Fetch returns what came; no error says a secret.
func (in Inbox) Fetch(ctx context.Context, cursor string) ([]answer.Message, string, error) {
	list, next, err := in.from.Fetch(ctx, cursor)
	return list, next, in.office.hidden(err)
}

// Inboxes are all that are configured.
func (o *Office) Inboxes() ([]Inbox, error) {
	var list []Inbox
	for _, name := range slices.Sorted(maps.Keys(o.settings.Answers)) {
		a := o.settings.Answers[name]
		from, err := o.inbox(name, a)
		if err != nil {
			return nil, fmt.Errorf("answers %s: %w", name, o.hidden(err))
		}
		list = append(list, Inbox{name, a.Channel, from, o})
	}
	return list, nil
}

func (o *Office) inbox(name string, a settings.Answers) (answer.Inbox, error) {
	roots, err := roots(a.CA)
	if err != nil {
		return nil, err
	}
	secretOf := settings.EnvName(name)
	if a.Kind == "imap" {
		encryption := map[string]mailbox.Encryption{"starttls": mailbox.StartTLS, "none": mailbox.None}[a.TLS]
		return &mailbox.Mailbox{Host: a.Host, Port: a.Port, Encryption: encryption, Roots: roots, User: a.User, Folder: a.Folder,
			Senders: o.addresses(a.Channel, mailAddress), Now: func() time.Time { return o.settings.Clock().Time(o.settings.Zone) },
			Password: func() (string, error) { return o.secret(secretOf, "password", a.Password, a.PasswordCommand) }}, nil
	}
	address, err := o.secret(secretOf, "url", a.URL, a.URLCommand)
	if err != nil {
		return nil, err
	}
	h := &hook.Hook{URL: strings.TrimSuffix(address, "/"), Headers: a.Headers, Private: a.Private, Roots: roots, Clock: time.Now}
	if a.Kind == "ntfy" {
		return &chat.Topic{Get: h.Get, Recipient: a.Recipient}, nil
	}
	return &chat.Bot{Get: h.Get, Chats: o.addresses(a.Channel, strings.TrimSpace)}, nil
}

// addresses are the recipients who have a channel by where it reaches them.
func (o *Office) addresses(channel string, form func(string) string) map[string]string {
	list := map[string]string{}
	for name, r := range o.settings.Recipients {
		if slices.Contains(r.Channels, channel) {
			list[form(r.AddressOn(channel))] = name
		}
	}
	return list
}

// mailAddress is the bare address of "Anna <anna@example.org>", in lower case.
func mailAddress(s string) string {
	if a, err := netmail.ParseAddress(s); err == nil {
		s = a.Address
	}
	return strings.ToLower(s)
}

// Tell sends the line back to whoever answered, under an id that is the same
// whenever it is sent.
func (o *Office) Tell(ctx context.Context, in Inbox, r answer.Reply) error {
	to := o.settings.Recipients[r.Recipient]
	id := fmt.Sprintf("answer-%.16x", sha256.Sum256([]byte(in.Name+"\x00"+r.Message)))
	_, err := o.send(ctx, in.Channel, remind.Message{ID: id, Name: r.Recipient, Address: to.AddressOn(in.Channel), Subject: "Re: your answer",
		Text: r.Text + "\n", HTML: "<p>" + strings.ReplaceAll(html.EscapeString(r.Text), "\n", "<br>") + "</p>", At: o.settings.Clock().Time(o.settings.Zone)})
	return err
}

// Package mailbox fetches the answers that come by mail: it looks into a folder
// over IMAP, changes nothing there, and reads mails as text. It knows who is
// asked by their addresses, and nothing of what they answer.
//
//	b := &mailbox.Mailbox{Host: "imap.example.org", User: "desk", Senders: map[string]string{"anna@example.org": "anna"}}
//	list, next, err := b.Fetch(ctx, "")
package mailbox

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"tracker/answer"
)

// Encryption is how the conversation is kept secret.
type Encryption int

const (
	Implicit Encryption = iota // from the first byte, port 993
	StartTLS                   // asked for before anything is said, port 143
	None                       // only with a server on this machine
)

// Mailbox is a folder of a mail server.
type Mailbox struct {
	Host       string
	Port       int // 0 is the usual one
	Encryption Encryption
	Roots      *x509.CertPool // nil trusts those of the machine
	User       string
	Password   func() (string, error)
	Folder     string            // "" is INBOX
	Senders    map[string]string // recipients by their addresses, in lower case
	Now        func() time.Time
}

var _ answer.Inbox = (*Mailbox)(nil)

const (
	// patience is how long one look into the folder may take.
	patience = 30 * time.Second
	// back is how far the first look goes back; what was taken in before is
	// known by its id.
	back = 14 * 24 * time.Hour
	// most is how many mails one look takes; the next one takes the rest.
	most = 200
	// largest is how much of a mail is read, in bytes: answers are short, and
	// the text comes before what is attached.
	largest = 256 << 10
)

// Fetch returns the mails of those who are asked that came after a cursor,
// "UIDVALIDITY:UID" of the last one seen.
func (b *Mailbox) Fetch(ctx context.Context, cursor string) ([]answer.Message, string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	list, next, err := b.look(ctx, cursor)
	if err != nil {
		if ctx.Err() != nil {
			err = ctx.Err() // what the closed connection said is of no use
		}
		return nil, cursor, fmt.Errorf("look into the mailbox at %s: %w", b.Host, err)
	}
	return list, next, nil
}

func (b *Mailbox) look(ctx context.Context, cursor string) ([]answer.Message, string, error) {
	conn, err := b.dial(ctx)
	if err != nil {
		return nil, "", err
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	client, err := b.client(ctx, conn)
	if err != nil {
		conn.Close()
		return nil, "", err
	}
	defer client.Close()
	password, err := b.Password()
	if err != nil {
		return nil, "", err
	}
	if err := client.Login(b.User, password).Wait(); err != nil {
		return nil, "", fmt.Errorf("log in as %s: %w", b.User, err)
	}
	folder, err := client.Select(cmp.Or(b.Folder, "INBOX"), &imap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil {
		return nil, "", fmt.Errorf("open %s: %w", cmp.Or(b.Folder, "INBOX"), err)
	}
	uids, last, err := b.newer(client, folder.UIDValidity, cursor)
	if err != nil {
		return nil, "", err
	}
	list, err := b.read(client, uids, folder.UIDValidity)
	if err != nil {
		return nil, "", err
	}
	err = client.Logout().Wait()
	return list, fmt.Sprintf("%d:%d", folder.UIDValidity, last), err
}

func (b *Mailbox) dial(ctx context.Context) (net.Conn, error) {
	port := b.Port
	if port == 0 {
		port = map[Encryption]int{Implicit: 993}[b.Encryption]
		port = cmp.Or(port, 143)
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", net.JoinHostPort(b.Host, strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	if tcp, ok := conn.RemoteAddr().(*net.TCPAddr); b.Encryption == None && (!ok || !tcp.IP.IsLoopback()) {
		conn.Close()
		return nil, errors.New("a server elsewhere is not talked to without encryption")
	}
	return conn, nil
}

// client begins to talk, encrypted before anything is said.
func (b *Mailbox) client(ctx context.Context, conn net.Conn) (*imapclient.Client, error) {
	config := &tls.Config{ServerName: b.Host, RootCAs: b.Roots, MinVersion: tls.VersionTLS12}
	switch b.Encryption {
	case None:
		return imapclient.New(conn, nil), nil
	case StartTLS:
		return imapclient.NewStartTLS(conn, &imapclient.Options{TLSConfig: config})
	}
	secret := tls.Client(conn, config)
	if err := secret.HandshakeContext(ctx); err != nil {
		return nil, err
	}
	return imapclient.New(secret, nil), nil
}

// newer finds what came after the cursor, and the last of it: of the last two
// weeks when there is none, or when the server has numbered its mails anew.
func (b *Mailbox) newer(client *imapclient.Client, validity uint32, cursor string) ([]imap.UID, imap.UID, error) {
	criteria := &imap.SearchCriteria{Since: b.Now().Add(-back)}
	var after imap.UID
	if v, uid, ok := strings.Cut(cursor, ":"); ok && v == strconv.FormatUint(uint64(validity), 10) {
		n, err := strconv.ParseUint(uid, 10, 32)
		if err != nil {
			return nil, 0, fmt.Errorf("the cursor %q is no number", cursor)
		}
		after = imap.UID(n)
		criteria = &imap.SearchCriteria{UID: []imap.UIDSet{{imap.UIDRange{Start: after + 1}}}} // to the last
	}
	found, err := client.UIDSearch(criteria, nil).Wait()
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	last := after
	var uids []imap.UID
	for _, uid := range found.AllUIDs() {
		if uid > after && len(uids) < most { // a search to the last has that one, whatever the start
			uids, last = append(uids, uid), max(last, uid)
		}
	}
	return uids, last, nil
}

// read reads the mails of those who are asked; of others only who wrote them.
func (b *Mailbox) read(client *imapclient.Client, uids []imap.UID, validity uint32) ([]answer.Message, error) {
	if len(uids) == 0 {
		return nil, nil
	}
	from, err := client.Fetch(imap.UIDSetNum(uids...), &imap.FetchOptions{UID: true, Envelope: true}).Collect()
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	senders := map[imap.UID]string{}
	var wanted []imap.UID
	for _, m := range from {
		if m.Envelope == nil || len(m.Envelope.From) != 1 {
			continue
		}
		if who, ok := b.Senders[strings.ToLower(m.Envelope.From[0].Addr())]; ok {
			senders[m.UID], wanted = who, append(wanted, m.UID)
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	whole := &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Size: largest}}
	mails, err := client.Fetch(imap.UIDSetNum(wanted...), &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{whole}}).Collect()
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	var list []answer.Message
	for _, m := range mails {
		if len(m.BodySection) == 0 {
			continue
		}
		message := readMail(m.BodySection[0].Bytes)
		message.Recipient = senders[m.UID]
		message.ID = cmp.Or(message.ID, fmt.Sprintf("%d:%d", validity, m.UID))
		list = append(list, message)
	}
	return list, nil
}

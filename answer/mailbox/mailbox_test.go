package mailbox

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"

	"tracker/answer"
)

// server is a real IMAP server in this process with one user.
type server struct {
	user *imapmemserver.User
	box  *Mailbox
}

// certify makes a certificate for this machine that a pool trusts.
func certify(t *testing.T, until time.Time) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "127.0.0.1"}, NotBefore: until.Add(-48 * time.Hour), NotAfter: until,
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

type silent struct{}

func (silent) Printf(string, ...any) {}

func serve(t *testing.T, how Encryption) *server {
	t.Helper()
	certificate, pool := certify(t, time.Now().Add(24*time.Hour))
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	memory := imapmemserver.New()
	user := imapmemserver.NewUser("desk", "correct horse")
	if err := user.Create("INBOX", nil); err != nil {
		t.Fatal(err)
	}
	memory.AddUser(user)
	s := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		TLSConfig: config, InsecureAuth: how == None, Logger: silent{},
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	if how == Implicit {
		l = tls.NewListener(l, config)
	}
	go s.Serve(l) // ends with Close
	t.Cleanup(func() { s.Close() })
	return &server{user, &Mailbox{Host: "127.0.0.1", Port: port, Encryption: how, Roots: pool, User: "desk", Now: time.Now,
		Password: func() (string, error) { return "correct horse", nil },
		Senders:  map[string]string{"anna@example.org": "anna"}}}
}

// arrive puts a mail into the folder.
func (s *server) arrive(t *testing.T, mail string) {
	t.Helper()
	mail = strings.ReplaceAll(mail, "\n", "\r\n")
	if _, err := s.user.Append("INBOX", literal{strings.NewReader(mail), int64(len(mail))}, &imap.AppendOptions{}); err != nil {
		t.Fatal(err)
	}
}

type literal struct {
	*strings.Reader
	size int64
}

func (l literal) Size() int64 { return l.size }

func (s *server) fetch(t *testing.T, cursor string) ([]answer.Message, string) {
	t.Helper()
	list, next, err := s.box.Fetch(t.Context(), cursor)
	if err != nil {
		t.Fatal(err)
	}
	return list, next
}

const reply = `From: Anna <Anna@Example.org>
To: desk@example.org
Subject: Re: 1 claim waits
Message-ID: <%@example.org>
In-Reply-To: <0198b6d4-0000-7000-8000-000000000001@example.org>

yes 15 Aug https://example.org/met
They met.

On Mon, 18 Aug 2025 at 09:00, Desk wrote:
> 1 claim waits [3:2025-08-18:k7qf2m6x4tzpw2r5]
`

// Whoever is asked is read, from where the last look ended; others are not,
// and nothing is changed in the folder.
func TestFetch(t *testing.T) {
	for name, how := range map[string]Encryption{"implicit": Implicit, "starttls": StartTLS, "none": None} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, how)
			if list, _ := s.fetch(t, ""); len(list) != 0 {
				t.Fatalf("an empty folder has %v", list)
			}
			s.arrive(t, strings.Replace(reply, "%", "one", 1))
			s.arrive(t, strings.Replace(strings.Replace(reply, "%", "strange", 1), "Anna@Example.org", "mallory@example.net", 1))
			list, cursor := s.fetch(t, "")
			if len(list) != 1 {
				t.Fatalf("%d mails, want 1", len(list))
			}
			m := list[0]
			if m.ID != "<one@example.org>" || m.Recipient != "anna" || m.Automatic || len(m.Letters) != 1 || m.Letters[0] != "0198b6d4-0000-7000-8000-000000000001" {
				t.Errorf("%+v", m)
			}
			if strings.Contains(m.Text, "1 claim waits") || !strings.Contains(m.Text, "yes 15 Aug") || !strings.Contains(m.Whole, "[3:2025-08-18:") {
				t.Errorf("text %q of %q", m.Text, m.Whole)
			}
			if list, next := s.fetch(t, cursor); len(list) != 0 || next != cursor {
				t.Errorf("looked again: %v, %s after %s", list, next, cursor)
			}
			s.arrive(t, strings.Replace(reply, "%", "two", 1))
			if list, _ := s.fetch(t, cursor); len(list) != 1 || list[0].ID != "<two@example.org>" {
				t.Errorf("the next one: %v", list)
			}
			if list, _ := s.fetch(t, "77:999"); len(list) != 2 {
				t.Errorf("numbered anew: %d mails, want 2", len(list))
			}
			status, err := s.user.Status("INBOX", &imap.StatusOptions{NumUnseen: true})
			if err != nil || *status.NumUnseen != 3 {
				t.Errorf("%v unseen, %v; want 3", status.NumUnseen, err)
			}
		})
	}
}

// What cannot be trusted is not logged into, and no error says the password.
func TestFetchRefuses(t *testing.T) {
	_, strangers := certify(t, time.Now().Add(time.Hour))
	for why, c := range map[string]struct {
		how    Encryption
		change func(*Mailbox)
		want   string
	}{
		"an unknown signer, at once":    {Implicit, func(b *Mailbox) { b.Roots = strangers }, "certificate"},
		"an unknown signer, STARTTLS":   {StartTLS, func(b *Mailbox) { b.Roots = strangers }, "certificate"},
		"another host":                  {Implicit, func(b *Mailbox) { b.Host = "localhost" }, "localhost"},
		"a wrong password":              {Implicit, func(b *Mailbox) { b.Password = func() (string, error) { return "battery staple", nil } }, "log in as desk"},
		"no encryption where it should": {None, func(b *Mailbox) { b.Encryption = Implicit }, ""},
		"no such folder":                {Implicit, func(b *Mailbox) { b.Folder = "Nowhere" }, "open Nowhere"},
		"a cursor of something else":    {Implicit, nil, "is no number"},
	} {
		s := serve(t, c.how)
		cursor := ""
		if c.change != nil {
			c.change(s.box)
		} else {
			s.arrive(t, reply)
			_, cursor = s.fetch(t, "")
			cursor = cursor[:strings.Index(cursor, ":")] + ":x"
		}
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		_, next, err := s.box.Fetch(ctx, cursor)
		cancel()
		if err == nil || !strings.Contains(err.Error(), c.want) || next != cursor || strings.Contains(err.Error(), "horse") || strings.Contains(err.Error(), "staple") {
			t.Errorf("%s: %v, %s; want %q", why, err, next, c.want)
		}
	}
}

// A server that says nothing is left alone when the pass ends.
func TestFetchEndsWithThePass(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		conn, err := l.Accept()
		if err == nil {
			cancel()
			defer conn.Close()
			<-t.Context().Done()
		}
	}()
	for _, how := range []Encryption{None} {
		b := &Mailbox{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, Encryption: how, Now: time.Now, Password: func() (string, error) { return "", nil }}
		if _, _, err := b.Fetch(ctx, ""); err == nil || !strings.Contains(err.Error(), context.Canceled.Error()) {
			t.Errorf("%v: %v", how, err)
		}
	}
}

func TestReadMail(t *testing.T) {
	for why, c := range map[string]struct {
		mail, text string
		automatic  bool
	}{
		"HTML only":                 {"Content-Type: text/html; charset=utf-8\n\n<html><head><style>yes 3 { }</style></head><body><div>yes 15 Aug <a href=\"https://example.org/x\">the paper</a></div><blockquote><div>no 3 [3:x]</div></blockquote></body></html>", "yes 15 Aug https://example.org/x the paper\n", false},
		"quoted-printable, Latin-1": {"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nno f=FCr heute=\n genug\n", "no für heute genug\n", false},
		"base64":                    {"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nbm8K\n", "no\n", false},
		"alternatives":              {"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nno\n--b\nContent-Type: text/html\n\n<p>yes</p>\n--b--\n", "no", false},
		"with an attachment":        {"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment\nContent-Type: text/plain\n\nyes\n--b\nContent-Type: text/plain\n\nno\n--b--\n", "no", false},
		"cut off":                   {"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nno it is cu", "no it is cu", false},
		"a machine":                 {"Auto-Submitted: auto-replied\n\nno\n", "no\n", true},
		"a list":                    {"List-Id: <x.example.org>\n\nno\n", "no\n", true},
		"a bounce":                  {"Return-Path: <>\n\nno\n", "no\n", true},
		"no mail":                   {"\x00\x01", "", false},
	} {
		m := readMail([]byte(c.mail))
		if strings.TrimSpace(m.Text) != strings.TrimSpace(c.text) || m.Automatic != c.automatic {
			t.Errorf("%s: %q, automatic %v", why, m.Text, m.Automatic)
		}
	}
}

// Row 70: a reply of ten megabytes is read as far as an answer goes.
func TestGiantReply(t *testing.T) {
	s := serve(t, None)
	s.arrive(t, strings.Replace(reply, "%", "giant", 1)+strings.Repeat("> quoted again and again\n", 400_000))
	list, _ := s.fetch(t, "")
	if len(list) != 1 || len(list[0].Whole) > longest || !strings.Contains(list[0].Text, "They met.") {
		t.Errorf("%d mails", len(list))
	}
	s.arrive(t, "From: anna@example.org\nMessage-ID: <deep@example.org>\n"+strings.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 3000)+"\nno\n")
	s.arrive(t, "From: anna@example.org\nContent-Type: text/html\n\n"+strings.Repeat("<div><blockquote>", 10_000)+"yes")
	for i := range 250 {
		s.arrive(t, strings.Replace(reply, "%", strconv.Itoa(i), 1))
	}
	all, cursor := 0, ""
	for range 4 {
		list, next := s.fetch(t, cursor)
		all, cursor = all+len(list), next
	}
	if all != 253 {
		t.Errorf("%d mails, want 253", all)
	}
}

func FuzzReadMail(f *testing.F) {
	f.Add([]byte(reply))
	f.Add([]byte("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>yes"))
	f.Fuzz(func(t *testing.T, mail []byte) {
		if m := readMail(mail); len(m.Whole) > 4*longest {
			t.Errorf("%d bytes", len(m.Whole))
		}
	})
}

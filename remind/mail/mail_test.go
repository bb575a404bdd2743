package mail

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"tracker/remind"
)

// hello is a message that tries to be more than one.
func hello() remind.Message {
	return remind.Message{ID: "0198b6d4-0000-7000-8000-000000000001", Name: "desk", Address: "Anna <anna@example.org>",
		Subject: "4 claims wait for a verdict; 1 is new today", At: time.Date(2025, 8, 18, 9, 0, 0, 0, time.UTC),
		Text: "4 claims wait\n.\nQUIT\n.. a line of two points\n" + strings.Repeat("A statement that is very long indeed. ", 60) + "\n",
		HTML: "<p>4 claims wait</p>"}
}

func secured(t *testing.T) (*office, *Server) {
	t.Helper()
	a, o := newAuthority(t), &office{}
	s := o.open(t, &tls.Config{Certificates: []tls.Certificate{a.certify(t, "127.0.0.1", time.Now().Add(time.Hour))}}, false)
	s.Roots = a.pool()
	return o, s
}

// parts reads a mail as its reader would.
func parts(t *testing.T, text string) (h netmail.Header, plain, html string) {
	t.Helper()
	m, err := netmail.ReadMessage(bufio.NewReader(strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	body := multipart.NewReader(m.Body, params["boundary"])
	var texts []string
	for {
		p, err := body.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		var r io.Reader = p
		if p.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
			r = quotedprintable.NewReader(p)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.ReplaceAll(string(part), "\r\n", "\n"))
	}
	if len(texts) != 2 {
		t.Fatalf("%d parts", len(texts))
	}
	return m.Header, texts[0], texts[1]
}

// A mail has both parts as they were written, and says what it is and where
// to be left alone.
func TestAMailArrivesWhole(t *testing.T) {
	o, s := secured(t)
	m := hello()
	receipt, err := s.Send(t.Context(), m)
	if err != nil || !strings.Contains(receipt, "answered 250") {
		t.Fatalf("%q, %v", receipt, err)
	}
	h, plain, html := parts(t, o.letters[0])
	if strings.TrimSpace(plain) != strings.TrimSpace(m.Text) || strings.TrimSpace(html) != m.HTML {
		t.Errorf("arrived as %q and %q", plain, html)
	}
	for key, want := range map[string]string{
		"Message-Id": "<" + m.ID + "@example.org>", "Subject": m.Subject, "From": `"The desk" <desk@example.org>`, "To": `"Anna" <anna@example.org>`,
		"List-Id": "<tracker.example.org>", "List-Unsubscribe": "<mailto:desk@example.org?subject=unsubscribe%20desk>", "Auto-Submitted": "auto-generated",
		"Date": "Mon, 18 Aug 2025 09:00:00 +0000",
	} {
		if got := h.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if len(o.passwords) != 1 {
		t.Errorf("%d passwords", len(o.passwords))
	}
}

// No text becomes a header, however it is written, and a giant one is cut.
func TestHeadersCannotBeInjected(t *testing.T) {
	for _, evil := range []string{"a\r\nBcc: everybody@example.net", "a\nBcc: everybody@example.net", "a\rBcc: everybody@example.net",
		"a\u2028Bcc: everybody@example.net", "a\x00b\x1b[2J", strings.Repeat("long ", 400_000), "\xff\xfe", "😀\r\n\r\nbody"} {
		o, s := secured(t)
		m := hello()
		m.Subject, m.Name, m.ID = evil, evil, "id"+evil
		if _, err := s.Send(t.Context(), m); err != nil {
			t.Fatalf("%.40q: %v", evil, err)
		}
		h, plain, _ := parts(t, o.letters[0])
		if h.Get("Bcc") != "" || len(h) != 10 || !strings.HasPrefix(plain, "4 claims wait") {
			t.Errorf("%.40q: headers %v, body %.40q", evil, h, plain)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(h.Get("Subject"))
		if err != nil || len([]rune(subject)) > longest {
			t.Errorf("%.40q: a subject of %d characters, %v", evil, len([]rune(subject)), err)
		}
	}
	for _, evil := range []string{"a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "", "nobody"} {
		_, s := secured(t)
		m := hello()
		m.Address = evil
		if _, err := s.Send(t.Context(), m); !dead(err) {
			t.Errorf("to %q: %v", evil, err)
		}
	}
}

func dead(err error) bool {
	var f *remind.Failure
	return errors.As(err, &f) && f.Dead
}

// Where it cannot be told who listens, nothing is said: no password and no
// letter.
func TestOnlyEncrypted(t *testing.T) {
	a, later := newAuthority(t), time.Now().Add(time.Hour)
	for name, c := range map[string]struct {
		config  *tls.Config
		roots   *authority
		prepare func(*Server)
		want    string
	}{
		"no STARTTLS":     {nil, a, nil, "does not support STARTTLS"},
		"expired":         {&tls.Config{Certificates: []tls.Certificate{a.certify(t, "127.0.0.1", time.Now().Add(-time.Hour))}}, a, nil, "expired"},
		"wrong host":      {&tls.Config{Certificates: []tls.Certificate{a.certify(t, "mail.example.org", later)}}, a, nil, "127.0.0.1"},
		"unknown signer":  {&tls.Config{Certificates: []tls.Certificate{a.certify(t, "127.0.0.1", later)}}, newAuthority(t), nil, "unknown authority"},
		"TLS 1.0":         {&tls.Config{Certificates: []tls.Certificate{a.certify(t, "127.0.0.1", later)}, MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}, a, nil, "protocol version"},
		"plain, password": {nil, a, func(s *Server) { s.Encryption = None }, "encrypted connection only"},
	} {
		for _, implicit := range []bool{false, true} {
			if implicit && c.config == nil {
				continue
			}
			o := &office{}
			s := o.open(t, c.config, implicit)
			if s.Roots = c.roots.pool(); c.prepare != nil {
				c.prepare(s)
			}
			_, err := s.Send(t.Context(), hello())
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s, from the first byte %v: %v, want %q", name, implicit, err, c.want)
			}
			if len(o.passwords)+len(o.letters) != 0 {
				t.Errorf("%s: the server heard %v and took %d letters", name, o.passwords, len(o.letters))
			}
		}
	}
}

func TestEncryptedFromTheFirstByteAndPlainHere(t *testing.T) {
	a, o := newAuthority(t), &office{}
	s := o.open(t, &tls.Config{Certificates: []tls.Certificate{a.certify(t, "127.0.0.1", time.Now().Add(time.Hour))}}, true)
	s.Roots = a.pool()
	plain := (&office{}).open(t, nil, false)
	plain.Encryption, plain.User = None, ""
	for _, s := range []*Server{s, plain} {
		if _, err := s.Send(t.Context(), hello()); err != nil {
			t.Error(err)
		}
	}
	if len(o.passwords) != 1 {
		t.Errorf("%d passwords", len(o.passwords))
	}
	if !local(&net.TCPAddr{IP: net.IPv6loopback}) || local(&net.TCPAddr{IP: net.IPv4(192, 0, 2, 1)}) {
		t.Error("what is this machine?")
	}
}

// 4xx is tried again, 5xx is final, and so is a wrong password.
func TestAnswersOfTheServer(t *testing.T) {
	for code, want := range map[int]bool{421: false, 450: false, 451: false, 452: false, 550: true, 552: true, 554: true} {
		for _, atData := range []bool{false, true} {
			o, s := secured(t)
			refusal := &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 7, 1}, Message: "not today"}
			if atData {
				o.atData = func(*smtp.Conn, int) error { return refusal }
			} else {
				o.refuse = refusal
			}
			_, err := s.Send(t.Context(), hello())
			if err == nil || dead(err) != want || !strings.Contains(err.Error(), "not today") {
				t.Errorf("%d: %v, dead %v, want %v", code, err, dead(err), want)
			}
		}
	}
	_, s := secured(t)
	s.Password = func() (string, error) { return "battery staple", nil }
	if _, err := s.Send(t.Context(), hello()); !dead(err) || strings.Contains(err.Error(), "battery") {
		t.Errorf("a wrong password: %v", err)
	}
}

// A server that hangs after the letter, or goes without an answer, may have
// it: the repeat has the same Message-ID. A pass that is told to stop does not
// wait for it.
func TestRepeatsKeepTheirMessageID(t *testing.T) {
	for name, misbehave := range map[string]func(c *smtp.Conn, gone context.Context) error{
		"hangs":  func(_ *smtp.Conn, gone context.Context) error { <-gone.Done(); return nil },
		"closes": func(c *smtp.Conn, _ context.Context) error { c.Conn().Close(); return nil },
	} {
		o, s := secured(t)
		ctx, stop := context.WithCancel(t.Context())
		over, end := context.WithCancel(t.Context())
		o.atData = func(c *smtp.Conn, n int) error {
			if n > 1 {
				return nil
			}
			if name == "hangs" {
				stop()
			}
			return misbehave(c, over)
		}
		if _, err := s.Send(ctx, hello()); err == nil || dead(err) {
			t.Errorf("%s: %v", name, err)
		}
		end()
		if _, err := s.Send(t.Context(), hello()); err != nil {
			t.Errorf("%s, again: %v", name, err)
		}
		first, _, _ := parts(t, o.letters[0])
		second, _, _ := parts(t, o.letters[1])
		if id := first.Get("Message-Id"); id == "" || id != second.Get("Message-Id") {
			t.Errorf("%s: %q, then %q", name, id, second.Get("Message-Id"))
		}
	}
}

// A server that says nothing is given up.
func TestASilentServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	s := &Server{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, From: netmail.Address{Address: "desk@example.org"}, patience: 50 * time.Millisecond}
	if _, err := s.Send(t.Context(), hello()); err == nil || dead(err) {
		t.Error(err)
	}
	l.Close()
	if _, err := s.Send(t.Context(), hello()); err == nil || dead(err) {
		t.Errorf("nobody listens: %v", err)
	}
}

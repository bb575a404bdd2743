package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// postbox is a mail server on this machine that keeps what it is given.
type postbox struct {
	mu      sync.Mutex
	letters []string
}

func (p *postbox) NewSession(*smtp.Conn) (smtp.Session, error) { return p, nil }
func (p *postbox) Mail(string, *smtp.MailOptions) error        { return nil }
func (p *postbox) Rcpt(to string, _ *smtp.RcptOptions) error {
	if strings.HasPrefix(to, "nobody@") {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}
	}
	return nil
}
func (p *postbox) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.letters = append(p.letters, string(text))
	return err
}
func (p *postbox) Reset()        {}
func (p *postbox) Logout() error { return nil }

// open starts the server and returns its port.
func (p *postbox) open(t *testing.T) string {
	t.Helper()
	receiver := httptest.NewUnstartedServer(nil) // for its listener
	server := smtp.NewServer(p)
	server.Domain = "localhost"
	done := make(chan struct{})
	go func() { defer close(done); server.Serve(receiver.Listener) }()
	t.Cleanup(func() { server.Close(); receiver.Listener.Close(); <-done })
	_, port, _ := strings.Cut(receiver.Listener.Addr().String(), ":")
	return port
}

// configure writes the configuration of a test.
func configure(t *testing.T, text string) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	if err := os.Mkdir(filepath.Join(home, "tracker"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "tracker", "config.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// One mail with everything that fell due goes to a recipient, once a day; a
// verdict ends it, and a mailbox that there is not is dead and said.
func TestTheDigestIsMailed(t *testing.T) {
	p := &postbox{}
	b := dueBook(t, 3)
	configure(t, fmt.Sprintf(`
[channels.mail]
host = "127.0.0.1"
port = %s
tls = "none"
from = "The desk <desk@example.org>"
[recipients.anna]
channels = ["mail"]
address = "anna@example.org"
[recipients.bert]
channels = ["mail"]
address = "nobody@example.org"
after = 7
`, p.open(t)))
	t.Setenv("TRACKER_NOW", "2025-08-04T09:00:00Z")
	b.run(0, "daemon", "--once")
	b.run(0, "remind")
	if len(p.letters) != 1 {
		t.Fatalf("%d letters", len(p.letters))
	}
	for _, want := range []string{"Subject: 3 claims wait for a verdict; 3 are new today\r\n", "To: <anna@example.org>", "multipart/alternative",
		"The harbour, Tue 1 Jul 2025, in our words: Gate 0 of the harbour opens to", "tracker resolve 1 yes|no|partial|unclear|void"} {
		if !strings.Contains(strings.ReplaceAll(p.letters[0], "=\r\n", ""), want) {
			t.Errorf("the letter lacks %q:\n%s", want, p.letters[0])
		}
	}
	b.run(0, "resolve", "1", "2", "no", "--note", "closed")
	t.Setenv("TRACKER_NOW", "2025-08-09T09:00:00Z")
	code, _, errs := b.try(t.Context(), "remind")
	if code != exitFault || !strings.Contains(errs, "bert by mail: the mail server refused") || !strings.Contains(errs, "550") || len(p.letters) != 2 {
		t.Errorf("exit %d, %d letters: %s", code, len(p.letters), errs)
	}
	if !strings.Contains(p.letters[1], "Subject: 1 claim waits for a verdict; none is new today\r\n") {
		t.Errorf("%s", p.letters[1])
	}
	_, _, errs = b.try(t.Context(), "list")
	if want := "warning: 1 letter could not be delivered, see tracker remind status; 1 prompt waits\n"; !strings.HasSuffix(errs, want) || strings.Count(errs, "warning") != 1 {
		t.Errorf("list says %q", errs)
	}
	if out := b.run(0, "remind", "status"); !strings.Contains(out, "bert by mail: 0 sent, 1 letter dead with 1 prompt (tracker remind resend mail); last error: the mail server refused") {
		t.Errorf("status says %s", out)
	}
	b.run(0, "resolve", "3", "no", "--note", "closed")
	if _, _, errs = b.try(t.Context(), "list"); strings.Contains(errs, "warning") {
		t.Errorf("after the verdict list says %q", errs)
	}
}

// No secret is in any line that any command prints, nor in the book.
func TestNoSecretIsSaid(t *testing.T) {
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprintf(w, "no hook %s with %s", r.URL, r.Header.Get("Authorization"))
	}))
	defer receiver.Close()
	p := &postbox{}
	b := dueBook(t, 2)
	dir := t.TempDir()
	fail := filepath.Join(dir, "fail")
	if err := os.WriteFile(fail, []byte("#!/bin/sh\ncat >/dev/null\necho \"cannot reach $1, $TRACKER_HOOK3_URL\" >&2\nexit 1\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	configure(t, fmt.Sprintf(`
[channels.mail]
host = "127.0.0.1"
port = %[1]s
from = "desk@example.org"
user = "userSECRET"
password = "passwordSECRET"
[channels.mail2]
kind = "mail"
host = "127.0.0.1"
port = 1
from = "desk@example.org"
user = "userSECRET"
password_command = ["sh", "-c", "echo commandSECRET; echo errorSECRET >&2; exit 3"]
[channels.hook]
kind = "webhook"
url = "%[2]s/pathSECRET/x?key=querySECRET"
private = true
headers = {Authorization = "Bearer headerSECRET"}
secret = "whsec_U0VDUkVUU0VDUkVUU0VDUkVU"
[channels.hook2]
kind = "webhook"
url_command = ["echo", "http://127.0.0.1:1/otherSECRET"]
private = true
[channels.hook3]
kind = "webhook"
[channels.exec]
command = ["%[3]s", "tgram://argumentSECRET/1"]
[recipients.desk]
channels = ["mail", "mail2", "hook", "hook2", "hook3", "exec"]
address = "desk@example.org"
`, p.open(t), receiver.URL, fail))
	t.Setenv("TRACKER_HOOK3_URL", "https://user:environmentSECRET@127.0.0.1/placeSECRET")
	t.Setenv("TRACKER_NOW", "2025-08-04T09:00:00Z")
	said, failures := "", 0
	for _, args := range []string{"remind", "remind status", "daemon --once", "remind --dry-run", "list", "remind test mail", "remind test mail2", "remind test hook",
		"remind test hook2", "remind test hook3", "remind test exec", "remind test nothing", "remind resend", "remind status"} {
		code, out, errs := b.try(t.Context(), strings.Fields(args)...)
		if code != 0 {
			failures++
		}
		said += "$ " + args + "\n" + out + errs
	}
	if failures < 8 || strings.Count(said, "desk by ") < 10 {
		t.Errorf("%d commands failed: %s", failures, said)
	}
	files, err := filepath.Glob(os.Getenv("TRACKER_DB") + "*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		said += string(text)
	}
	for i, secret := range []string{"SECRET", "U0VDUkVU"} {
		if at := strings.Index(said, secret); at >= 0 {
			t.Errorf("secret %d is said: …%q", i, said[max(0, at-300):at+20])
		}
	}
	if len(p.letters) != 0 {
		t.Error("a letter went unencrypted")
	}
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	netmail "net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/emersion/go-smtp"

	"tracker/daemon"
)

// post is a mail server in this process, the one that takes letters and the
// one that keeps the answers.
type postOffice struct {
	t       *testing.T
	letters chan string // as they came
	answers *imapmemserver.User
}

// postman takes letters.
type postman struct{ o *postOffice }

func (p postman) NewSession(*smtp.Conn) (smtp.Session, error) { return p, nil }
func (postman) Mail(string, *smtp.MailOptions) error          { return nil }
func (postman) Rcpt(string, *smtp.RcptOptions) error          { return nil }
func (postman) Reset()                                        {}
func (postman) Logout() error                                 { return nil }
func (p postman) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err == nil {
		p.o.letters <- string(text)
	}
	return err
}

type literalText struct{ *strings.Reader }

func (l literalText) Size() int64 { return l.Reader.Size() }

type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}

// newPostOffice opens both servers and configures tracker to use them.
func newPostOffice(t *testing.T) *postOffice {
	t.Helper()
	o := &postOffice{t: t, letters: make(chan string, 100), answers: imapmemserver.NewUser("desk", "correct horse")}
	if err := o.answers.Create("INBOX", nil); err != nil {
		t.Fatal(err)
	}
	memory := imapmemserver.New()
	memory.AddUser(o.answers)
	in := imapserver.New(&imapserver.Options{InsecureAuth: true, Logger: quiet{}, NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
		return memory.NewSession(), nil, nil
	}})
	out := smtp.NewServer(postman{o})
	out.ErrorLog = quiet{}
	ports := make([]int, 2)
	for i, serve := range []func(net.Listener) error{out.Serve, in.Serve} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ports[i] = l.Addr().(*net.TCPAddr).Port
		go serve(l) // ends with Close
	}
	t.Cleanup(func() { in.Close(); out.Close() })
	dir := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "tracker")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	config := fmt.Sprintf(`[channels.mail]
host = "127.0.0.1"
port = %d
tls = "none"
from = "The desk <desk@example.org>"

[recipients.anna]
channels = ["mail"]
address = "Anna <anna@example.org>"

[answers.mail]
kind = "imap"
channel = "mail"
host = "127.0.0.1"
port = %d
tls = "none"
user = "desk"
password = "correct horse"
`, ports[0], ports[1])
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	return o
}

// next is the next letter that comes.
func (o *postOffice) next() *netmail.Message {
	o.t.Helper()
	select {
	case text := <-o.letters:
		m, err := netmail.ReadMessage(strings.NewReader(text))
		if err != nil {
			o.t.Fatal(err)
		}
		return m
	case <-o.t.Context().Done():
		o.t.Fatal("no letter came")
	}
	return nil
}

// reply puts an answer to a letter into the mailbox.
func (o *postOffice) reply(id, to, text string) {
	o.t.Helper()
	mail := strings.ReplaceAll("From: anna@example.org\nMessage-ID: <"+id+"@example.org>\nIn-Reply-To: "+to+"\n\n"+text+"\n", "\n", "\r\n")
	if _, err := o.answers.Append("INBOX", literalText{strings.NewReader(mail)}, &imap.AppendOptions{}); err != nil {
		o.t.Fatal(err)
	}
}

// startWatching starts a daemon that passes every second.
func startWatching(t *testing.T) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "tracker", "daemon", "--every", "1s") // see TestMain
	cmd.Stderr = &bytes.Buffer{}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd
}

// A daemon on a book with a claim whose window closed yesterday sends one
// mail; the reply to it stands in resolve as proposed, whatever is killed in
// between; confirming it ends the prompts.
func TestAPromptIsAnsweredByMail(t *testing.T) {
	b := newTestBook(t)
	o := newPostOffice(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-08-01", "--by", "2025-08-05")
	watching := startWatching(t)
	letter := o.next()
	body, err := io.ReadAll(letter.Body)
	if err != nil {
		t.Fatal(err)
	}
	watching.Process.Kill()
	watching.Wait()
	if !regexp.MustCompile(`\[1:2025-08-06:[a-z2-7]{16}\]`).Match(bytes.ReplaceAll(body, []byte("=\r\n"), nil)) {
		t.Errorf("the letter has no token: %s", body)
	}

	o.reply("one", letter.Header.Get("Message-Id"), "yes 4 Aug https://example.org/met They met.")
	watching = startWatching(t)
	back := o.next()
	for back.Header.Get("Message-Id") == letter.Header.Get("Message-Id") {
		back = o.next() // killed before the letter was marked
	}
	watching.Process.Kill()
	watching.Wait()
	if text, _ := io.ReadAll(back.Body); !strings.Contains(string(text), "Claim 1: noted yes, on 4 Aug 2025") {
		t.Errorf("the line back is %s", text)
	}
	o.reply("two", letter.Header.Get("Message-Id"), "no")
	if code, _, errs := b.try(t.Context(), "daemon", "--once"); code != 0 {
		t.Fatalf("a pass: %s", errs)
	}
	for range 100 { // the line back to the first answer may come twice, always with one id
		again := o.next()
		if again.Header.Get("Message-Id") == back.Header.Get("Message-Id") {
			continue
		}
		if text, _ := io.ReadAll(again.Body); !strings.Contains(string(text), "was answered before") {
			t.Errorf("to the second answer: %s", text)
		}
		break
	}

	show := b.run(0, "show", "1")
	if strings.Count(show, "proposed by")+strings.Count(show, "proposed    by anna (mail, Wed 6 Aug 2025): yes, on Mon 4 Aug 2025") != 1 || !strings.Contains(show, "https://example.org/met") {
		t.Errorf("show says %s", show)
	}
	if n := strings.Count(b.run(0, "history", "1"), "\tanswer\t"); n != 1 {
		t.Errorf("%d answers in the journal, want 1", n)
	}
	b.run(0, "resolve", "1", "confirm")
	for _, later := range []string{"2025-08-09T12:00:00Z", "2025-09-01T12:00:00Z"} {
		t.Setenv("TRACKER_NOW", later)
		b.run(0, "remind")
	}
	if len(o.letters) != 0 {
		t.Errorf("prompted after the verdict: %s", <-o.letters)
	}
	b.run(0, "check")
}

// A mail server that takes the connection and then says nothing does not keep
// the daemon from stopping when it is told to.
func TestDaemonStopsWhileASendHangs(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		b := newTestBook(t)
		b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-08-01", "--by", "2025-08-05")
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "tracker")
		config := fmt.Sprintf("[channels.mail]\nhost = \"127.0.0.1\"\nport = %d\ntls = \"none\"\nfrom = \"desk@example.org\"\n[recipients.anna]\nchannels = [\"mail\"]\naddress = \"anna@example.org\"\n", l.Addr().(*net.TCPAddr).Port)
		if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(filepath.Join(dir, "config.toml"), []byte(config), 0o600)); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		cmd := exec.CommandContext(ctx, "tracker", "daemon", "--every", "1s") // see TestMain
		var errs bytes.Buffer
		cmd.Stderr = &errs
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		conn, err := l.Accept()
		if err != nil {
			t.Fatal(err)
		}
		told := time.Now()
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil || time.Since(told) > 10*time.Second {
			t.Errorf("%s: ended after %v with %v: %s", sig, time.Since(told), err, errs.String())
		}
		cancel()
		conn.Close()
		l.Close()
	}
}

// A pass that panics is said with its stack, in one line of key=value.
func TestDaemonLogHasTheStack(t *testing.T) {
	var lines, said bytes.Buffer
	e := newEnv()
	e.Err, e.TTYErr = &lines, false
	p := &daemon.Panic{Value: "boom", Stack: []byte("goroutine 1\nmain.go:7")}
	daemon.NewLog(e.Sayf, e.Err, e.TTYErr).Failed(p)
	if got := lines.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `error="a pass panicked: boom" stack="goroutine 1\nmain.go:7"`) {
		t.Errorf("logged %q", got)
	}
	e.Err, e.TTYErr = &said, true
	daemon.NewLog(e.Sayf, e.Err, e.TTYErr).Failed(p)
	if got := said.String(); !strings.Contains(got, "tracker: a pass panicked: boom\ngoroutine 1") {
		t.Errorf("said %q", got)
	}
}

// Several daemons that are killed again and again while answers come in take
// each answer in once, and lose none; a line back that comes twice has one id.
func TestAnswersSurviveKills(t *testing.T) {
	const n = 8
	b := newTestBook(t)
	o := newPostOffice(t)
	for i := range n {
		b.run(0, "add", fmt.Sprintf("The talks resume in round %d", i+1), "--speaker", "The ministry", "--said", "2025-08-01", "--by", "2025-08-05")
	}
	watching := []*exec.Cmd{startWatching(t), startWatching(t)}
	letter := o.next()
	for i := range n {
		o.reply(fmt.Sprintf("answer%d", i+1), letter.Header.Get("Message-Id"), fmt.Sprintf("%d yes 4 Aug seen by all", i+1))
	}
	back := map[string]string{} // texts by id
	for told := 0; told < n; {
		m := o.next()
		id := m.Header.Get("Message-Id")
		text, err := io.ReadAll(m.Body)
		if err != nil {
			t.Fatal(err)
		}
		if id == letter.Header.Get("Message-Id") {
			continue
		}
		if was, again := back[id]; again {
			if boundary.ReplaceAllString(was, "") != boundary.ReplaceAllString(string(text), "") {
				t.Errorf("%s says first %s and then %s", id, was, text)
			}
			continue
		}
		back[id], told = string(text), told+1
		i := rand.IntN(len(watching))
		watching[i].Process.Kill()
		watching[i].Wait()
		watching[i] = startWatching(t)
	}
	for _, w := range watching {
		w.Process.Kill()
		w.Wait()
	}
	for i := range n {
		history := b.run(0, "history", strconv.Itoa(i+1))
		if strings.Count(history, "\tanswer\t") != 1 || !strings.Contains(history, "yes 2025-08-04 by anna") {
			t.Errorf("claim %d: %s", i+1, history)
		}
	}
	b.run(0, "check")
}

// boundary is what differs between two sendings of one mail.
var boundary = regexp.MustCompile(`--[0-9a-f]{20,}(--)?`)

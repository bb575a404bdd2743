package hook

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tracker/remind"
)

const (
	token  = "T0SECRET/B0SECRET/xyzzySECRET"
	secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
)

var now = time.Date(2025, 8, 18, 9, 0, 0, 0, time.UTC)

func hello() remind.Message {
	return remind.Message{ID: "0198b6d4-0000-7000-8000-000000000001", Name: "desk", Address: "@desk", At: now,
		Subject: "4 claims wait for a verdict", Text: "4 claims wait\n“quote” \"plain\" \\ \x1b[2J </script>", HTML: "<p>4</p>", Waiting: 4, New: 1}
}

// receiver starts a real receiver and returns what sends to it.
func receiver(t *testing.T, serve http.HandlerFunc) *Hook {
	t.Helper()
	s := httptest.NewUnstartedServer(serve)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	return &Hook{URL: s.URL + "/services/" + token, Private: true, Roots: pool, Secret: secret, patience: 5 * time.Second,
		Clock: func() time.Time { return now }}
}

// A repeat of a message is known by its id, and the signature proves who
// sent it.
func TestASignedMessageArrives(t *testing.T) {
	var ids []string
	h := receiver(t, func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			t.Error(err)
		}
		mac := hmac.New(sha256.New, key)
		fmt.Fprintf(mac, "%s.%s.%s", r.Header.Get("webhook-id"), r.Header.Get("webhook-timestamp"), body)
		if want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)); r.Header.Get("webhook-signature") != want || r.Header.Get("webhook-timestamp") != "1755507600" {
			t.Errorf("signed %q at %q, want %q", r.Header.Get("webhook-signature"), r.Header.Get("webhook-timestamp"), want)
		}
		var m map[string]any
		if err := json.Unmarshal(body, &m); err != nil || m["schema"] != "tracker.prompt/1" || m["text"] != hello().Text || m["waiting"] != 4.0 {
			t.Errorf("%v: %s", err, body)
		}
		ids = append(ids, r.Header.Get("webhook-id"))
		w.WriteHeader(http.StatusNoContent)
	})
	for range 2 {
		if receipt, err := h.Send(t.Context(), hello()); err != nil || !strings.Contains(receipt, "answered 204 No Content") {
			t.Fatalf("%q, %v", receipt, err)
		}
	}
	if len(ids) != 2 || ids[0] != hello().ID || ids[0] != ids[1] {
		t.Errorf("ids %v", ids)
	}
}

// failure is what became of an attempt.
func failure(err error) (dead bool, after time.Duration) {
	var f *remind.Failure
	errors.As(err, &f)
	return f.Dead, f.After
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		code  int
		retry string
		dead  bool
		after time.Duration
	}{
		{408, "", false, 0}, {429, "3600", false, time.Hour}, {429, "1000000000", false, 1e6 * time.Second}, {429, "Mon, 18 Aug 2025 09:05:00 GMT", false, 5 * time.Minute},
		{429, "-5", false, 0}, {429, "soon", false, 0}, {500, "", false, 0}, {503, "60", false, time.Minute},
		{400, "", true, 0}, {401, "", true, 0}, {403, "", true, 0}, {404, "", true, 0}, {410, "", true, 0}, {301, "", true, 0}, {307, "", true, 0},
	} {
		elsewhere := false
		h := receiver(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/elsewhere" {
				elsewhere = true
			}
			w.Header().Set("Retry-After", c.retry)
			w.Header().Set("Location", "/elsewhere")
			w.WriteHeader(c.code)
			fmt.Fprintf(w, "no \x1b[2J such hook %s", r.URL.Path)
		})
		_, err := h.Send(t.Context(), hello())
		if err == nil {
			t.Fatalf("%d is delivered", c.code)
		}
		dead, after := failure(err)
		if dead != c.dead || after != c.after || elsewhere {
			t.Errorf("%d, Retry-After %q: dead %v, after %v, followed %v: %v", c.code, c.retry, dead, after, elsewhere, err)
		}
		if !strings.Contains(err.Error(), fmt.Sprint("https://127…/*** answered ", c.code)) || strings.Contains(err.Error(), "SECRET") || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%d says %q", c.code, err)
		}
		if remind.Delay(1, after, 0) > remind.Longest {
			t.Errorf("%d waits %v", c.code, after)
		}
	}
}

// However long a receiver takes or talks, it is left after a while, and little
// of it is read.
func TestReceiversThatDoNotEnd(t *testing.T) {
	h := receiver(t, func(w http.ResponseWriter, r *http.Request) {
		text := make([]byte, 1<<20)
		for {
			if _, err := w.Write(text); err != nil {
				return
			}
		}
	})
	if _, err := h.Send(t.Context(), hello()); err != nil {
		t.Errorf("a 200 with an endless body: %v", err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() { // a header that never ends
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				if _, err := http.ReadRequest(bufio.NewReader(c)); err != nil {
					return
				}
				for i := 0; ; i++ {
					if _, err := fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nX-%d: slow\r\n"[min(i, 1)*17:], i); err != nil {
						return
					}
				}
			}()
		}
	}()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	for _, at := range []net.Listener{l, silent} {
		slow := &Hook{URL: "http://" + at.Addr().String() + "/" + token, Private: true, Clock: time.Now, patience: 300 * time.Millisecond}
		_, err = slow.Send(t.Context(), hello())
		if err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("an answer without an end: %v", err)
		}
		if dead, _ := failure(err); dead {
			t.Errorf("an answer without an end is final: %v", err)
		}
	}
}

// Whatever goes wrong, nobody reads the address.
func TestTheAddressIsASecret(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := closed.Addr().String()
	closed.Close()
	untrusted := receiver(t, func(http.ResponseWriter, *http.Request) {})
	untrusted.Roots = x509.NewCertPool()
	for name, h := range map[string]*Hook{
		"nobody listens": {URL: "http://" + address + "/" + token + "?key=querySECRET", Private: true},
		"no such host":   {URL: "https://hooks..SECRET.example/" + token},
		"no address":     {URL: "https://exa mple.org/" + token},
		"not a scheme":   {URL: "gopher://example.org/" + token},
		"plain":          {URL: "http://example.org/" + token},
		"a password":     {URL: "https://user:passSECRET@example.org/"},
		"a line":         {URL: "https://example.org/" + token + "\r\nHost: evil"},
		"bad template":   {URL: "https://example.org/{{.Nothing}}" + token},
		"untrusted":      untrusted,
		"bad secret":     {URL: "https://example.org/", Secret: "whsec_SECRET!"},
		"a header":       {URL: "http://" + address + "/", Private: true, Headers: map[string]string{"Authorization": "Bearer\nSECRET"}},
		"a method":       {URL: "http://" + address + "/", Private: true, Method: "PO ST"},
	} {
		h.Clock = time.Now
		_, err := h.Send(t.Context(), hello())
		if err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A name may lead anywhere; where is decided when it is connected to.
func TestPrivateAddressesAreRefused(t *testing.T) {
	public, private := &Hook{}, &Hook{Private: true}
	for address, want := range map[string]struct{ public, private bool }{
		"127.0.0.1:80": {false, true}, "[::1]:80": {false, true}, "[::ffff:127.0.0.1]:80": {false, true}, "10.1.2.3:80": {false, true},
		"100.64.0.1:80": {false, true}, "[fc00::1]:80": {false, true}, "0.0.0.0:80": {false, false}, "169.254.169.254:80": {false, false},
		"[fd00:ec2::254]:80": {false, false}, "[64:ff9b::7f00:1]:80": {false, false}, "[2002:7f00:1::]:80": {false, false}, "[fe80::1%lo]:80": {false, false},
		"192.0.2.1:443": {true, true}, "[2001:db8::1]:443": {true, true}, "224.0.0.1:80": {false, false}, "255.255.255.255:80": {false, false}, "nowhere": {false, false},
	} {
		if err := public.allowed(address); (err == nil) != want.public {
			t.Errorf("%s: %v", address, err)
		}
		if err := private.allowed(address); (err == nil) != want.private {
			t.Errorf("%s, private: %v", address, err)
		}
	}
	h := receiver(t, func(http.ResponseWriter, *http.Request) { t.Error("reached") })
	h.Private = false
	_, err := h.Send(t.Context(), hello())
	if err == nil || !strings.Contains(err.Error(), "on this machine or network; private = true allows that") {
		t.Errorf("to this machine: %v", err)
	}
	if dead, _ := failure(err); !dead {
		t.Errorf("to this machine: %v", err)
	}
}

func TestTemplates(t *testing.T) {
	for text, want := range map[string]string{
		`{"text": {{json .Text}}, "n": {{.Waiting}}}`:   `{"text": "4 claims wait\n“quote” \"plain\" \\ \u001b[2J \u003c/script\u003e", "n": 4}`,
		`{{cut 5 .Subject}}|{{urlquery .Address}}`:      "4 cl…|%40desk",
		`{{range .Claims}}x{{end}}{{.ID}} {{.At.Year}}`: hello().ID + " 2025",
	} {
		b, err := Template(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := b.of(hello()); string(got) != want || err != nil {
			t.Errorf("%s: %s, %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"{{.Nobody}}", "{{", "{{json}}", "{{cut .Text}}"} {
		if _, err := Template(text); err == nil {
			t.Errorf("%s is a template", text)
		}
	}
}

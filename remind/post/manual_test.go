package post

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tracker/claims"
	"tracker/remind"
	"tracker/remind/hook"
	"tracker/settings"
)

// configured reads a configuration as a command does.
func configured(t *testing.T, text string) *settings.Settings {
	t.Helper()
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("TRACKER_NOW", "2025-08-18T09:00:00Z")
	t.Setenv("TRACKER_ZONE", "UTC")
	if err := os.Mkdir(filepath.Join(home, "tracker"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "tracker", "config.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := settings.Read(settings.Flags{})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

func opened(t *testing.T, text string) *Office {
	t.Helper()
	views := func(list []claims.Claim) (out []claims.View) {
		for _, c := range list {
			out = append(out, c.View(0))
		}
		return out
	}
	o, err := Open(configured(t, text), views, func(string) error { return nil })
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return o
}

// Every example of the manual is a configuration, and every template makes a
// body that its receiver could read, whatever the text.
func TestTheManual(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "reminders.md"))
	if err != nil {
		t.Fatal(err)
	}
	hooks := 0
	for _, block := range regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
		o := opened(t, block[1])
		for name, c := range o.settings.Channels {
			if c.Kind == "webhook" {
				hooks++
				mustPost(t, name, o.mustOpen(t, name, c))
			}
		}
	}
	if hooks < 8 {
		t.Errorf("only %d webhooks", hooks)
	}
}

// mustOpen makes a webhook of the configuration; its secrets are not asked
// for.
func (o *Office) mustOpen(t *testing.T, name string, c settings.Channel) *hook.Hook {
	t.Helper()
	c.SecretCommand, c.URLCommand = nil, nil
	h, err := o.hook(name, c)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return h.(*hook.Hook)
}

// mustPost sends a message with all that could break a body to a receiver of
// the test.
func mustPost(t *testing.T, name string, h *hook.Hook) {
	t.Helper()
	evil := "“quote” \"plain\" \\ {{.ID}} </script> \x1b[2J \u2028 \r\n" + strings.Repeat("😀", 5000)
	got := ""
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		text, err := io.ReadAll(r.Body)
		if got = string(text); err != nil || !json.Valid(text) {
			t.Errorf("%s: %v, no JSON: %.200s", name, err, text)
		}
	}))
	defer receiver.Close()
	scheme, rest, _ := strings.Cut(h.URL, "://")
	host, path, _ := strings.Cut(rest, "/")
	if scheme != "https" && h.URL != "" || h.URL != "" && host == "" {
		t.Errorf("%s: %s is not safe to send to", name, h.URL)
	}
	h.URL, h.Private = receiver.URL+"/"+path, true
	m := remind.Message{ID: "0198b6d4-0000-7000-8000-000000000001", Name: "desk", Address: "!room:example.org", At: time.Unix(0, 0), Subject: "4 claims wait", Text: evil, HTML: "<p>" + evil + "</p>"}
	if _, err := h.Send(t.Context(), m); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if !strings.Contains(got, "“quote”") {
		t.Errorf("%s does not tell the text: %.200s", name, got)
	}
}

package post

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tracker/answer"
)

const secretPath = "/very-secret-topic"

// A topic of ntfy and a bot of Telegram are asked for what came since the
// last look; whoever wrote is known by the configuration, or by the chat.
func TestChatsAreRead(t *testing.T) {
	var asked []string
	chat := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			t.Errorf("%s changes something", r.Method)
		}
		asked = append(asked, r.URL.String())
		switch {
		case strings.HasSuffix(r.URL.Path, "/json") && r.URL.Query().Get("since") == "12h":
			io.WriteString(w, `{"id":"open","event":"open"}`+"\n"+`{"id":"m1","event":"message","message":"[1:2025-08-18:abcdefghijklmnop] yes"}`+"\nno json\n"+`{"id":"m2","event":"message","message":"2 no"}`+"\n")
		case r.URL.Query().Get("offset") == "" && strings.HasSuffix(r.URL.Path, "/getUpdates"):
			io.WriteString(w, `{"ok":true,"result":[{"update_id":7,"message":{"message_id":70,"chat":{"id":-1000},"text":"yes","reply_to_message":{"text":"1 claim waits [1:2025-08-18:abcdefghijklmnop]"}}},
				{"update_id":8,"message":{"message_id":71,"chat":{"id":5},"text":"no"}},{"update_id":9,"edited_message":{}}]}`)
		case strings.HasSuffix(r.URL.Path, "/getUpdates"):
			io.WriteString(w, `{"ok":true,"result":[]}`)
		}
	}))
	defer chat.Close()
	o := opened(t, fmt.Sprintf(`[channels.ntfy]
kind = "webhook"
url = "https://ntfy.sh/"
[channels.telegram]
kind = "webhook"
url = "https://api.telegram.org/bot0/sendMessage"
[recipients.anna]
channels = ["ntfy", "telegram"]
addresses = {ntfy = "prompts", telegram = "-1000"}
[answers.ntfy]
channel = "ntfy"
url = "%[1]s/topic"
private = true
recipient = "anna"
[answers.telegram]
channel = "telegram"
url = "%[1]s/bot0"
private = true
`, chat.URL))
	inboxes, err := o.Inboxes()
	if err != nil || len(inboxes) != 2 {
		t.Fatalf("%d inboxes, %v", len(inboxes), err)
	}
	for _, in := range inboxes {
		list, next, err := in.Fetch(t.Context(), "")
		if err != nil || len(list) != 2 || list[0].Recipient != "anna" || !strings.Contains(list[0].Whole, "[1:2025-08-18:abcdefghijklmnop]") {
			t.Errorf("%s: %+v, %v", in.Name, list, err)
			continue
		}
		if want := map[string]string{"ntfy": "anna", "telegram": ""}[in.Name]; list[1].Recipient != want {
			t.Errorf("%s: the second is of %q, want %q", in.Name, list[1].Recipient, want)
		}
		if want := map[string]string{"ntfy": "m2", "telegram": "10"}[in.Name]; next != want {
			t.Errorf("%s: next %q, want %q", in.Name, next, want)
		}
		if list, again, err := in.Fetch(t.Context(), next); err != nil || len(list) != 0 || again != next {
			t.Errorf("%s, again: %+v, %q, %v", in.Name, list, again, err)
		}
	}
	if len(asked) != 4 {
		t.Errorf("asked %q", asked)
	}
}

// What a chat's server does wrong is an error that says nothing secret, and
// the cursor stays.
func TestChatsThatCannotBeRead(t *testing.T) {
	for why, answers := range map[string]http.HandlerFunc{
		"a fault": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) },
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://169.254.169.254/", http.StatusMovedPermanently)
		},
		"no Telegram": func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>") },
		"refused":     func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"ok":false}`) },
		"secrets": func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no "+r.URL.String(), http.StatusForbidden)
		},
	} {
		chat := httptest.NewServer(answers)
		o := opened(t, fmt.Sprintf("[channels.telegram]\nkind = \"webhook\"\nurl = \"https://x.example.org/\"\n[recipients.anna]\nchannels = [\"telegram\"]\naddress = \"5\"\n"+
			"[answers.telegram]\nchannel = \"telegram\"\nurl = \"%s%s\"\nprivate = true\n", chat.URL, secretPath))
		inboxes, err := o.Inboxes()
		if err != nil {
			t.Fatal(err)
		}
		list, next, err := inboxes[0].Fetch(t.Context(), "77")
		if err == nil || len(list) != 0 || next != "77" || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, %q, %v", why, list, next, err)
		}
		chat.Close()
	}
}

// The line back goes to whoever wrote, by the channel that is answered, under
// one id however often it is sent.
func TestTell(t *testing.T) {
	var got []string
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body)
		got = append(got, string(text))
	}))
	defer receiver.Close()
	o := opened(t, fmt.Sprintf("[channels.chat]\nkind = \"webhook\"\nurl = \"%s\"\nprivate = true\nbody = '''{{.ID}} {{.Address}} {{.Text}}'''\n[recipients.anna]\nchannels = [\"chat\"]\naddress = \"room\"\n", receiver.URL))
	for range 2 {
		if err := o.Tell(t.Context(), Inbox{Name: "chat", Channel: "chat"}, answer.Reply{Message: "m1", Recipient: "anna", Text: "Claim 1: noted yes.", At: time.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	if len(got) != 2 || got[0] != got[1] || !strings.HasPrefix(got[0], "answer-") || !strings.Contains(got[0], " room Claim 1: noted yes.") {
		t.Errorf("told %q", got)
	}
}

// A watchdog hears of every pass, and its address is in no error.
func TestPing(t *testing.T) {
	var heard []string
	status := 200
	dog := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		heard = append(heard, r.URL.Path)
		w.WriteHeader(status)
	}))
	defer dog.Close()
	o := opened(t, "ping_url = \""+dog.URL+secretPath+"\"\n")
	if err := o.Ping(t.Context(), false); err != nil {
		t.Error(err)
	}
	if err := o.Ping(t.Context(), true); err != nil {
		t.Error(err)
	}
	if want := secretPath + " " + secretPath + "/fail"; strings.Join(heard, " ") != want {
		t.Errorf("heard %q, want %q", heard, want)
	}
	status = 404
	if err := o.Ping(t.Context(), false); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("err = %v", err)
	}
	dog.Close()
	if err := o.Ping(t.Context(), false); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("err = %v", err)
	}
	if err := opened(t, "").Ping(t.Context(), false); err != nil {
		t.Errorf("without a watchdog: %v", err)
	}
}

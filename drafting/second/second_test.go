package second

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Both kinds of servers are asked in their own words, and their recorded
// answers are read.
func TestAsk(t *testing.T) {
	for path, says := range map[string]string{"/api/chat": "format", "/v1/chat/completions": "response_format"} {
		recorded := map[string]string{"/api/chat": "ollama.json", "/v1/chat/completions": "openai.json"}[path]
		answer, err := os.ReadFile("../../testdata/second/" + recorded)
		if err != nil {
			t.Fatal(err)
		}
		var asked map[string]any
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			if r.URL.Path != path || r.Header.Get("Authorization") != "Bearer k3y" || json.Unmarshal(body, &asked) != nil {
				t.Errorf("%s, %q: %s", r.URL.Path, r.Header.Get("Authorization"), body)
			}
			w.Write(answer)
		}))
		defer server.Close()
		r := &Reader{Address: server.URL + path, Model: "m", Key: "k3y", Limit: time.Minute}
		o, err := r.Ask(t.Context(), "The text.", []string{"a draft"})
		if err != nil || len(o.Words) != 3 || !cmp.Equal(o.Order, []int{2, 1, 9, 2}) {
			t.Errorf("%s: %+v, %v", path, o, err)
		}
		if asked["model"] != "m" || asked[says] == nil || !strings.Contains(asked["messages"].([]any)[1].(map[string]any)["content"].(string), "1. a draft\n\nArticle:\nThe text.") {
			t.Errorf("%s was asked %v", path, asked)
		}
	}
}

// What goes wrong is said in one line, without the key.
func TestAskFails(t *testing.T) {
	stop := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		switch r.URL.Path {
		case "/not":
			http.Error(w, "the key k3y is wrong", http.StatusUnauthorized)
		case "/elsewhere":
			http.Redirect(w, r, "/prose", http.StatusFound)
		case "/prose":
			io.WriteString(w, `{"choices":[{"message":{"content":"Here you are: k3y"}}]}`)
		case "/endless":
			for err := error(nil); err == nil; {
				_, err = w.Write(make([]byte, 64<<10))
			}
		case "/late":
			select {
			case <-stop:
			case <-r.Context().Done():
			}
		}
	}))
	defer server.Close()
	defer close(stop) // before the server, which waits for whoever is late
	for path, want := range map[string]string{"/not": "answered 401", "/elsewhere": "answered 302", "/prose": "answered something else", "/endless": "answered something else", "/late": "did not answer within"} {
		limit := time.Minute
		if path == "/late" {
			limit = time.Millisecond
		}
		_, err := (&Reader{Address: server.URL + path, Model: "m", Key: "k3y", Limit: limit}).Ask(t.Context(), "", nil)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "k3y") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// Marks of Markdown around an answer are no part of it.
func TestFencedAnswers(t *testing.T) {
	answer := []byte("{\"message\":{\"content\":\"```json\\n{\\\"words\\\":[\\\"a\\\"],\\\"order\\\":[1]}\\n```\"}}")
	if o, err := new(Reader).opinion(answer); err != nil || len(o.Words) != 1 || len(o.Order) != 1 {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestCheck(t *testing.T) {
	for address, ok := range map[string]bool{"http://127.0.0.1:11434/api/chat": true, "http://[::1]:1/": true, "http://localhost/x": true, "https://models.example/v1/chat/completions": true,
		"http://models.example/v1/chat/completions": false, "http://127.0.0.1.example/": false, "file:///etc/passwd": false, "": false, "https://a:b@models.example/": false} {
		if err := (&Reader{Address: address}).Check(); (err == nil) != ok {
			t.Errorf("%s: %v", address, err)
		}
	}
}

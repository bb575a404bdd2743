// Package second asks a model for a second opinion on an article: which words of
// it look ahead, and which drafts are worth most. It believes nothing that the
// model says: what it returns are words and an order, for its caller to look up
// in the text. The key is in no message.
//
//	r := &second.Reader{Address: "http://127.0.0.1:11434/api/chat", Model: "llama3.2", Limit: time.Minute}
//	o, err := r.Ask(ctx, text, []string{"The bridge will open in May"})
package second

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"tracker/clean"
)

// maxAnswer is how much of an answer is read, in bytes.
const maxAnswer = 1 << 20

// Reader is a model behind a web address.
type Reader struct {
	Address string // of the chat: …/api/chat of Ollama, …/chat/completions of others
	Model   string
	Key     string // "" sends none
	Limit   time.Duration
}

// Opinion is what a model says: words of the article, and the numbers of
// drafts from 1, the best first. Neither is checked.
type Opinion struct {
	Words []string `json:"words"`
	Order []int    `json:"order"`
}

// Host is whom the text is sent to.
func (r *Reader) Host() string {
	u, err := url.Parse(r.Address)
	if err != nil {
		return ""
	}
	return u.Host
}

// Check refuses an address that text should not be sent to.
func (r *Reader) Check() error {
	u, err := url.Parse(r.Address)
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https":
		return errors.New("is no web address")
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return errors.New("is neither https nor on this machine")
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Ask sends the text of an article and the words of its drafts, and returns
// what the model says of them.
func (r *Reader) Ask(ctx context.Context, text string, drafts []string) (Opinion, error) {
	ctx, cancel := context.WithTimeout(ctx, r.Limit)
	defer cancel()
	body, err := json.Marshal(r.request(text, drafts))
	if err != nil {
		return Opinion{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.Address, bytes.NewReader(body))
	if err != nil {
		return Opinion{}, fmt.Errorf("%s is no address to ask", r.Host())
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "tracker")
	if r.Key != "" {
		req.Header.Set("Authorization", "Bearer "+r.Key)
	}
	client := &http.Client{Transport: &http.Transport{}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return Opinion{}, r.failed(ctx, err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	switch {
	case err != nil:
		return Opinion{}, r.failed(ctx, err)
	case resp.StatusCode != http.StatusOK:
		return Opinion{}, fmt.Errorf("%s answered %s", r.Host(), clean.Line(resp.Status))
	}
	return r.opinion(answer)
}

// failed says why there is no answer, without the address or the key.
func (r *Reader) failed(ctx context.Context, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("%s did not answer within %s", r.Host(), r.Limit)
	}
	return fmt.Errorf("%s cannot be asked: %w", r.Host(), err)
}

// unfenced is an answer without the marks of Markdown that servers which do not
// hold their model to a schema leave around it.
func unfenced(content string) string {
	content = strings.TrimSpace(content)
	if rest, ok := strings.CutPrefix(content, "```"); ok {
		content = strings.TrimSuffix(strings.TrimPrefix(rest, "json"), "```")
	}
	return strings.TrimSpace(content)
}

// opinion reads an answer of either kind.
func (r *Reader) opinion(answer []byte) (o Opinion, err error) {
	type message struct{ Content string }
	var a struct {
		Message message                     // Ollama
		Choices []struct{ Message message } // others
	}
	if json.Unmarshal(answer, &a) == nil {
		content := a.Message.Content
		if len(a.Choices) > 0 {
			content = a.Choices[0].Message.Content
		}
		if json.Unmarshal([]byte(unfenced(content)), &o) == nil {
			return o, nil
		}
	}
	return Opinion{}, fmt.Errorf("%s answered something else than was asked for", r.Host())
}

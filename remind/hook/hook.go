// Package hook delivers messages to a web address, signed after Standard
// Webhooks, in a body that a template makes. The address is a secret: nothing
// this room says has more of it than the first letters of the host.
//
//	h := &hook.Hook{URL: "https://hooks.example.org/T0/B0/x", Body: hook.Template(`{"text": {{json .Text}}}`)}
//	receipt, err := h.Send(ctx, message)
package hook

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tracker/clean"
	"tracker/remind"
)

const (
	limit   = 10 * time.Second // for the whole exchange
	maxRead = 64 << 10         // bytes of an answer
)

// Hook is a web address that takes messages.
type Hook struct {
	URL     string // may hold {{.ID}}, {{.Address}} and so on
	Method  string // "" is POST
	Headers map[string]string
	Secret  string         // whsec_…; "" does not sign
	Body    *Body          // nil is the message as JSON
	Private bool           // the address may be on this machine or network, and without TLS
	Roots   *x509.CertPool // whom to trust; nil is whom the machine trusts
	Clock   func() time.Time

	patience time.Duration // in place of limit
}

var _ remind.Channel = (*Hook)(nil)

// Send delivers a message; see remind.Channel.
func (h *Hook) Send(ctx context.Context, m remind.Message) (receipt string, err error) {
	ctx, cancel := context.WithTimeout(ctx, h.wait())
	defer cancel()
	req, err := h.request(ctx, m)
	if err != nil {
		return "", remind.Dead(err)
	}
	client := h.client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return "", h.failed(req.URL, err)
	}
	defer resp.Body.Close()
	answer, _ := io.ReadAll(io.LimitReader(resp.Body, maxRead)) // what it says beside the status only explains
	return h.verdict(req.URL, resp, answer)
}

func (h *Hook) wait() time.Duration {
	if h.patience > 0 {
		return h.patience
	}
	return limit
}

// request is m as the receiver takes it.
func (h *Hook) request(ctx context.Context, m remind.Message) (*http.Request, error) {
	address, err := h.address(m)
	if err != nil {
		return nil, err
	}
	body, err := h.Body.of(m)
	if err != nil {
		return nil, err
	}
	method := h.Method
	if method == "" {
		method = http.MethodPost
	}
	req, err := http.NewRequestWithContext(ctx, method, address.String(), bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%q is no method", method)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "tracker")
	for name, value := range h.Headers {
		req.Header.Set(name, value)
	}
	return req, h.sign(req.Header, m.ID, body)
}

// verdict says what a status means for the letter.
func (h *Hook) verdict(address *url.URL, resp *http.Response, answer []byte) (string, error) {
	said := fmt.Sprintf("%s answered %d %s", Mask(address.String()), resp.StatusCode, http.StatusText(resp.StatusCode))
	if words := h.hide(address, clean.Line(strings.Join(strings.Fields(string(answer)), " "))); words != "" {
		said += ": " + shorten(words)
	}
	err := errors.New(said)
	switch code := resp.StatusCode; {
	case code >= 200 && code < 300:
		return said, nil
	case code >= 300 && code < 400:
		return "", remind.Dead(fmt.Errorf("%w: redirects are not followed", err))
	case code == http.StatusRequestTimeout, code == http.StatusTooManyRequests, code >= 500:
		return "", remind.Retry(h.retryAfter(resp.Header.Get("Retry-After")), err)
	}
	return "", remind.Dead(err)
}

// retryAfter reads seconds or a date, 0 for neither.
func (h *Hook) retryAfter(s string) time.Duration {
	if n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64); err == nil {
		return time.Duration(min(max(n, 0), 1e6)) * time.Second
	}
	if at, err := http.ParseTime(s); err == nil {
		return max(at.Sub(h.Clock()), 0)
	}
	return 0
}

// shorten cuts what a receiver says.
func shorten(s string) string {
	const most = 200
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

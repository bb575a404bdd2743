package hook

import (
	"context"
	"fmt"
	"io"
	"net/http"

	"tracker/remind"
)

// maxGot is the longest answer to a question, in bytes.
const maxGot = 4 << 20

// Get asks the web address, with something after it, and returns the answer.
// No error says the address.
func (h *Hook) Get(ctx context.Context, after string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, h.wait())
	defer cancel()
	address, err := h.address(remind.Message{})
	if err != nil {
		return nil, err
	}
	base := address.String()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+after, nil)
	if err != nil {
		return nil, fmt.Errorf("%s is no address to ask", Mask(base))
	}
	req.Header.Set("User-Agent", "tracker")
	for name, value := range h.Headers {
		req.Header.Set(name, value)
	}
	client := h.client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return nil, h.failed(req.URL, err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxGot))
	if err != nil {
		return nil, h.failed(req.URL, err)
	}
	if _, err := h.verdict(req.URL, resp, text); err != nil {
		return nil, err
	}
	return text, nil
}

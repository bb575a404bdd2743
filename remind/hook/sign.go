package hook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"
)

// Key reads a secret of Standard Webhooks: whsec_ and base64.
func Key(secret string) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) < 16 {
		return nil, errors.New("the secret is not whsec_ and at least 16 bytes in base64")
	}
	return key, nil
}

// sign adds the headers of Standard Webhooks: the id is the same on every
// repeat, and the signature is over id, time and body.
func (h *Hook) sign(header http.Header, id string, body []byte) error {
	at := strconv.FormatInt(h.Clock().Unix(), 10)
	header.Set("webhook-id", id)
	header.Set("webhook-timestamp", at)
	if h.Secret == "" {
		return nil
	}
	key, err := Key(h.Secret)
	if err != nil {
		return err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + at + "."))
	mac.Write(body)
	header.Set("webhook-signature", "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	return nil
}

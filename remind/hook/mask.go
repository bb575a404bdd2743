package hook

import (
	"errors"
	"net/url"
	"strings"

	"tracker/remind"
)

// Mask is a web address as it may be shown: https://hooks…/***.
func Mask(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "***"
	}
	return u.Scheme + "://" + maskedHost(u) + "/***"
}

func maskedHost(u *url.URL) string {
	first, _, _ := strings.Cut(u.Hostname(), ".")
	return first + "…"
}

// failed says why there is no answer, without the address that the library's
// errors begin with.
func (h *Hook) failed(address *url.URL, err error) error {
	var dead *remind.Failure
	if errors.As(err, &dead) {
		return remind.Dead(errors.New(Mask(address.String()) + ": " + dead.Error()))
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return remind.Retry(0, errors.New(Mask(address.String())+": "+h.hide(address, err.Error())))
}

// hide takes what is secret out of a text.
func (h *Hook) hide(address *url.URL, text string) string {
	secrets := []string{address.String(), address.RequestURI(), address.EscapedPath(), address.Path, address.RawQuery, h.Secret}
	for _, value := range h.Headers {
		secrets = append(secrets, value)
	}
	secrets = append(secrets, strings.FieldsFunc(address.Path, func(r rune) bool { return r == '/' })...)
	for _, values := range address.Query() {
		secrets = append(secrets, values...)
	}
	for _, s := range secrets {
		if len(s) >= 6 {
			text = strings.ReplaceAll(text, s, "***")
		}
	}
	return strings.ReplaceAll(text, address.Hostname(), maskedHost(address))
}

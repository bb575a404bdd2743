package hook

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"

	"tracker/remind"
)

// address is the web address for m.
func (h *Hook) address(m remind.Message) (*url.URL, error) {
	text := h.URL
	if strings.Contains(text, "{{") {
		t, err := Template(text)
		if err != nil {
			return nil, errors.New("the web address is no template") // the reason would quote it
		}
		out, err := t.of(m)
		if err != nil {
			return nil, errors.New("the web address cannot be made for this message")
		}
		text = string(out)
	}
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Host == "" || u.Opaque != "":
		return nil, errors.New("that is no web address")
	case u.Scheme != "https" && (u.Scheme != "http" || !h.Private):
		return nil, errors.New("only https:// is sent to; http:// needs private = true")
	case u.User != nil:
		return nil, errors.New("a password in a web address is not sent: put it into headers")
	}
	return u, nil
}

// client follows no redirect, uses no proxy, and connects to no address that
// it may not.
func (h *Hook) client() *http.Client {
	dialer := &net.Dialer{Control: func(_, address string, _ syscall.RawConn) error { return h.allowed(address) }}
	return &http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, DisableKeepAlives: true, MaxResponseHeaderBytes: maxRead,
			TLSClientConfig: &tls.Config{RootCAs: h.Roots, MinVersion: tls.VersionTLS12}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// inside are the networks that belong to a machine or its neighbours, and
// never those that lead somewhere else by another name.
var inside, never = prefixes("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"),
	prefixes("0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "198.18.0.0/15", "224.0.0.0/3", "::/128", "fe80::/10", "fec0::/10", "ff00::/8",
		"64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fd00:ec2::254/128")

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, s := range list {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// allowed refuses an address, after its name was looked up, that a web address
// may not lead to.
func (h *Hook) allowed(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return remind.Dead(fmt.Errorf("%s is no address", address))
	}
	ip := at.Addr().Unmap().WithZone("")
	switch {
	case in(never, ip):
		return remind.Dead(fmt.Errorf("the name leads to %s, which no message is sent to", ip))
	case in(inside, ip) && !h.Private:
		return remind.Dead(fmt.Errorf("the name leads to %s on this machine or network; private = true allows that", ip))
	}
	return nil
}

func in(list []netip.Prefix, ip netip.Addr) bool {
	for _, p := range list {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

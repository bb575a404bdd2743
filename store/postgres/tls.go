package postgres

import (
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"tracker/claims"
)

// encrypted refuses a server elsewhere whose name and certificate would not be
// checked. Without a word about it they are.
func encrypted(c *pgx.ConnConfig, mode string) error {
	remote := ""
	for _, host := range append([]*pgconn.FallbackConfig{{Host: c.Host, TLSConfig: c.TLSConfig}}, c.Fallbacks...) {
		if !loopback(host.Host) {
			remote = host.Host
		}
	}
	if remote == "" || mode == "verify-full" {
		return nil
	}
	said := "says nothing of TLS"
	if mode != "" {
		said = "says sslmode=" + mode
	}
	return (&claims.Error{Kind: claims.Unusable, Msg: "the URL of the book " + said + ", and " + remote + " is another machine"}).
		WithHint("add sslmode=verify-full, and sslrootcert=FILE when the server's certificate is of an authority of your own; or reach it through a tunnel on 127.0.0.1")
}

// loopback reports whether a host is this machine: a socket, or an address
// that leads nowhere else.
func loopback(host string) bool {
	if strings.HasPrefix(host, "/") || strings.HasPrefix(host, "@") || host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

package postgres

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"tracker/claims"
)

// Whatever a server or the way to it says comes as one sentence that names the
// book, with something to do about it, and without the password.
func TestExplain(t *testing.T) {
	s, err := Parse("postgres://desk:hidden@127.0.0.1/book")
	if err != nil {
		t.Fatal(err)
	}
	said := func(code string) error {
		return fmt.Errorf("insert: %w", &pgconn.PgError{Code: code, Message: "the reason", Detail: "view\nmine"})
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{said("55P03"), "has held"}, {said("57014"), "stopped a statement"}, {said("40001"), "in the way"}, {said("28P01"), "does not let this name in: the reason"},
		{said("3D000"), "no database book"}, {said("42501"), "does not allow this"}, {said("25006"), "standby"}, {said("53100"), "disk"},
		{said("53300"), "no connection to spare"}, {said("XX001"), "damaged"}, {said("57P01"), "no server of"}, {said("42704"), "refuses what the URL sets"},
		{said("2BP01"), "rests on the tables of postgres://desk@127.0.0.1/book: view mine"}, {fmt.Errorf("x: %w", errEncoding), "UTF-8"},
		{fmt.Errorf("failed to connect to `user=desk database=book`: %w", x509.UnknownAuthorityError{}), "does not prove who it is: certificate signed by unknown authority"},
		{fmt.Errorf("dial: %w", x509.HostnameError{Certificate: &x509.Certificate{}, Host: "db"}), "does not prove who it is"},
		{errors.New("tls error: server refused TLS connection"), "does not encrypt"}, {fmt.Errorf("read: %w", io.ErrUnexpectedEOF), "no server of"},
		{fmt.Errorf("failed to connect to `user=desk database=book`: %w", &net.OpError{Op: "dial", Err: errors.New("refused")}), "was not written: dial: refused"},
	} {
		got := s.Explain(c.err)
		var refusal *claims.Error
		if !errors.As(got, &refusal) || refusal.Kind != claims.Unusable || !strings.Contains(refusal.Msg, c.want) || refusal.Hint == "" {
			t.Errorf("%v: %v, want %s", c.err, got, c.want)
			continue
		}
		if text := refusal.Msg + refusal.Hint; strings.Contains(text, "hidden") || strings.Contains(text, "\n") || !strings.Contains(text, "book") {
			t.Errorf("%v: %s", c.err, text)
		}
	}
	for _, err := range []error{nil, errors.New("of ours"), claims.Refuse("", "no")} {
		if got := s.Explain(err); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
	if away(fmt.Errorf("dial: %w", x509.UnknownAuthorityError{})) {
		t.Error("a certificate that is not believed is waited for")
	}
}

// A URL that holds a secret is not written where others read, and a scheme may
// have capitals.
func TestNameable(t *testing.T) {
	for text, may := range map[string]bool{
		"postgres://desk@127.0.0.1/book": true, "POSTGRES://desk@127.0.0.1/book?sslmode=disable": true, "postgres:///book": true,
		"postgres://desk:hidden@127.0.0.1/book": false, "postgres://desk@127.0.0.1/book?password=hidden": false,
		"postgresql://desk@127.0.0.1/book?sslmode=disable&sslpassword=hidden": false, "postgres://desk@db.example.org/book": false,
	} {
		err := Nameable(text)
		if (err == nil) != may || err != nil && strings.Contains(err.Error(), "hidden") || !Is(text) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if Is("postgres:desk") || Is("book.db") {
		t.Error("a file is taken for a server")
	}
}

package postgres

import (
	"cmp"
	"crypto/x509"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"tracker/claims"
	"tracker/store/dialect"
)

// errEncoding is a database whose texts are not UTF-8.
var errEncoding = errors.New("the database does not keep its texts as UTF-8")

// code is the SQLSTATE of an error, "" for none.
func code(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// Unique reports whether err says that a column holds a value already.
func (s *Server) Unique(err error) bool { return code(err) == "23505" }

// Failed reports whether err is of the server, and not of a rule that what was
// to be written breaks.
func (s *Server) Failed(err error) bool {
	c := code(err)
	return away(err) || c != "" && !strings.HasPrefix(c, "22") && !strings.HasPrefix(c, "23")
}

// Damaged is the refusal of this book as damaged.
func (s *Server) Damaged(what string) error {
	return dialect.Unusable("%s is damaged: %s", s.name, what).WithHint(mending)
}

// mending is what to do with a damaged book.
const mending = "restore the server's own backup, or import a journal that was exported into a new book"

// foreign is the refusal of a schema whose tables somebody else made.
func (s *Server) foreign() error {
	return dialect.Unusable("the schema %s at %s has tables that are not those of a book", s.schema, s.name).
		WithHint("give the book a schema of its own, with search_path=NAME behind the ? of the URL, and tracker init --db URL makes it")
}

// notOurs reports whether err says that a table or another object is there that
// was to be made, or is not as it is in a book.
func notOurs(err error) bool {
	switch code(err) {
	case "42P07", "42710", "42723", "42703", "42804", "22P02":
		return true
	}
	return false
}

// noTable reports whether err says that a table is not there.
func noTable(err error) bool { return code(err) == "42P01" || code(err) == "3F000" }

// away reports whether err says that no server answers: it is down, going
// down, or another one is taking its place.
func away(err error) bool {
	var network net.Error
	var connect *pgconn.ConnectError
	if c := code(err); c != "" {
		return strings.HasPrefix(c, "08") || strings.HasPrefix(c, "57P") || c == "25006"
	}
	if unproven(err) != "" {
		return false // and waiting would not help
	}
	return errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, net.ErrClosed) || errors.Is(err, driver.ErrBadConn) || err != nil && strings.Contains(err.Error(), "conn closed")
}

// Explain turns what a server says of itself into a refusal with the next
// thing to do; everything else passes as it is.
func (s *Server) Explain(err error) error {
	say := func(msg, hint string) error { return dialect.Unusable("%s", msg).WithHint("%s", hint) }
	var known *claims.Error
	var e *pgconn.PgError
	errors.As(err, &e)
	switch c := code(err); {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, errEncoding):
		return say("the database of "+s.name+" does not keep its texts as UTF-8", "createdb --encoding=UTF8 --template=template0 NAME makes one that does")
	case c == fenceState:
		return say(s.name+" was taken over by another tracker while this one ran; this step was not written: "+e.Message, e.Hint)
	case c == "55P03":
		return say("another program has held "+s.name+" for the "+patience.String()+" that tracker waits", "try again when it has finished")
	case c == "57014":
		return say("the server of "+s.name+" stopped a statement: "+e.Message, "its statement_timeout may be too short")
	case c == "2BP01":
		return say("something of your own rests on the tables of "+s.name+": "+strings.Join(strings.Fields(e.Detail), " "), "drop it, open the book with this tracker, and make it again")
	case c == "40001" || c == "40P01":
		return say("another program was in the way at "+s.name+"; this step was not written", "type the command again")
	case c == "28P01" || c == "28000":
		return say("the server of "+s.name+" does not let this name in: "+e.Message, "a password is read from PGPASSWORD or from the file ~/.pgpass")
	case c == "3D000":
		database := cmp.Or(s.config.Database, s.config.User) // as the server reads a URL without one
		return say("there is no database "+database+" at "+s.name, "createdb --encoding=UTF8 "+database+" makes one, for who may; another one is named at the end of the URL: postgres://NAME@HOST/DATABASE")
	case c == "42501":
		return say("the server of "+s.name+" does not allow this: "+e.Message, "tracker init --roles prints what each role is granted")
	case c == "25006":
		return say(s.name+" is a standby, or may only be read", "name the primary in the URL, or all servers: postgres://NAME@A,B,C/DATABASE")
	case c == "53100":
		return say("the disk of "+s.name+" is full; this step was not written", "make room and try again")
	case c == "53300":
		return say(s.name+" has no connection to spare", "raise its max_connections, or try again")
	case c == "XX001" || c == "XX002":
		return say(s.name+" is damaged: "+e.Message, mending)
	case c == "42704" || c == "22023":
		return say("the server of "+s.name+" refuses what the URL sets: "+e.Message, "check the words after ? in the URL; docs/team.md has those of tracker")
	case unproven(err) != "":
		return say("the server of "+s.name+" does not prove who it is: "+unproven(err),
			"sslrootcert=FILE names the certificate of its authority; its own must be for the host that the URL names")
	case err != nil && strings.Contains(err.Error(), "server refused TLS connection"):
		return say("the server of "+s.name+" does not encrypt, and the URL says that it must", "ssl = on, with a certificate, at the server; or reach it through a tunnel on 127.0.0.1 with sslmode=disable")
	case away(err):
		return say("no server of "+s.name+" answers; this step was not written: "+reason(err), "check that it runs and that the URL names it, and try again")
	}
	return err
}

// reason is the last word of an error, on one line.
func reason(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, "\n"); i >= 0 {
		text = text[i+1:]
	}
	if _, after, ok := strings.Cut(text, "`: "); ok && strings.HasPrefix(text, "failed to connect to `") {
		text = after // whom, the sentence around it says
	}
	return strings.TrimSpace(text)
}

// unproven says why a server's certificate is not believed, "" when that is
// not what err is about.
func unproven(err error) string {
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &authority):
		return strings.TrimPrefix(authority.Error(), "x509: ")
	case errors.As(err, &host):
		return strings.TrimPrefix(host.Error(), "x509: ")
	case errors.As(err, &invalid):
		return strings.TrimPrefix(invalid.Error(), "x509: ")
	}
	return ""
}

// down reports whether err says that what the URL names is not there at all,
// and that waiting will not help: no such name, or nobody has ever listened.
func down(err error) bool {
	var name *net.DNSError
	return errors.As(err, &name) && name.IsNotFound
}

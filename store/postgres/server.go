// Package postgres is what only a book on PostgreSQL needs: how its server is
// named and reached, how a statement of the store is said there, and what its
// errors mean. It knows no claim; the store above it has the statements.
//
//	s, err := postgres.Parse("postgres://desk@db.example.org/book")
//	opened, err := s.Open(ctx, dialect.Opening{Schema: schema})
package postgres

import (
	"database/sql"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"tracker/claims"
)

// patience is how long a wait for a server, or for another program, lasts.
const patience = 15 * time.Second

// usual is the schema of a book whose URL names none.
const usual = "tracker"

// Server is where a book is.
type Server struct {
	// Patience is how long a wait for the server, or for its standbys, lasts.
	Patience time.Duration

	config *pgx.ConnConfig
	name   string
	schema string
}

// Is reports whether a book's name is that of a server, not of a file.
func Is(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	scheme = strings.ToLower(scheme)
	return ok && (scheme == "postgres" || scheme == "postgresql")
}

// Parse reads the URL of a book. What it cannot read it does not repeat: there
// may be a password in it.
func Parse(text string) (*Server, error) {
	if scheme, rest, ok := strings.Cut(text, "://"); ok {
		text = strings.ToLower(scheme) + "://" + rest
	}
	u, err := url.Parse(text)
	if err != nil {
		return nil, unreadable("it is not a URL; in a password, %% and the like are written %%25")
	}
	config, err := pgx.ParseConfig(text)
	if err != nil {
		return nil, unreadable("check the words after ?, the certificates and the service it names")
	}
	if err := encrypted(config, u.Query().Get("sslmode")); err != nil {
		return nil, err
	}
	s := &Server{config: config, schema: usual, Patience: patience}
	if path := config.RuntimeParams["search_path"]; path != "" {
		if !plain(path) {
			return nil, unreadable("search_path is one schema: small letters, digits and _, a letter first, and no pg_")
		}
		s.schema = path
	}
	u.RawQuery, u.Fragment = "", ""
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	if s.name = u.String(); u.Host == "" && u.User == nil {
		s.name = u.Scheme + "://" + u.Path
	}
	s.configure()
	return s, nil
}

// plain reports whether a schema is called so however it is written: the server
// makes small letters of capitals, and takes a comma for a list.
func plain(schema string) bool {
	for i, r := range schema {
		if letter := r >= 'a' && r <= 'z' || r == '_' || r >= utf8.RuneSelf; !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return len(schema) <= longestName && !strings.HasPrefix(schema, "pg_")
}

// longestName is that of a schema, in bytes; its roles have up to nine more.
const longestName = 63 - len("_resolver")

// Nameable refuses a URL with a password in it.
func Nameable(text string) error {
	if _, err := Parse(text); err != nil {
		return err
	}
	u, err := url.Parse(text)
	if err != nil {
		return err // cannot happen: it was parsed
	}
	_, with := u.User.Password()
	if q := u.Query(); with || q.Has("password") || q.Has("sslpassword") {
		return claims.Refuse("", "the URL of the book has a password, and would be written where others read").
			WithHint("put the password into ~/.pgpass (chmod 600) as HOST:PORT:DATABASE:NAME:PASSWORD, and leave it out of the URL")
	}
	return nil
}

// unreadable is the refusal of a URL.
func unreadable(hint string, args ...any) error {
	return (&claims.Error{Kind: claims.Unusable, Msg: "the URL of the book cannot be read"}).
		WithHint("--db postgres://NAME@HOST/DATABASE; "+hint, args...)
}

// configure makes the settings that every connection has.
func (s *Server) configure() {
	c := s.config
	c.RuntimeParams["search_path"] = s.schema
	c.RuntimeParams["client_encoding"] = "UTF8"
	for name, value := range map[string]string{"application_name": "tracker", "lock_timeout": "15s", "idle_in_transaction_session_timeout": "10min", "statement_timeout": "10min"} {
		if c.RuntimeParams[name] == "" {
			c.RuntimeParams[name] = value
		}
	}
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = 5 * time.Second
	}
	if s.several() && c.ValidateConnect == nil { // of several, the one that can be written to
		c.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsPrimary
	}
	// A server that has lost its power does not say so.
	alive := net.KeepAliveConfig{Enable: true, Idle: 5 * time.Second, Interval: 5 * time.Second, Count: 3}
	c.DialFunc = (&net.Dialer{KeepAliveConfig: alive}).DialContext
	c.BuildContextWatcherHandler = func(conn *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: conn, DeadlineDelay: 5 * time.Second}
	}
}

// hosts are the hosts of a URL, each once.
func hosts(c *pgx.ConnConfig) map[string]bool {
	all := map[string]bool{net.JoinHostPort(c.Host, strconv.Itoa(int(c.Port))): true}
	for _, f := range c.Fallbacks {
		all[net.JoinHostPort(f.Host, strconv.Itoa(int(f.Port)))] = true
	}
	return all
}

// Name is the URL without what may be secret in it.
func (s *Server) Name() string { return s.name }

// place is the name, and the schema where the URL chooses one.
func (s *Server) place() string {
	if s.schema == usual {
		return s.name
	}
	return s.name + " in the schema " + s.schema
}

// several reports whether the URL names several servers, of which another may
// be the primary soon.
func (s *Server) several() bool { return len(hosts(s.config)) > 1 }

// writer returns a pool of one connection whose transactions take the lock of
// the book when they begin.
func (s *Server) writer() *sql.DB {
	pool := sql.OpenDB(connector{s, true})
	pool.SetMaxOpenConns(1)
	return pool
}

// reader returns a pool whose transactions see one snapshot and cannot write.
func (s *Server) reader() *sql.DB {
	pool := sql.OpenDB(connector{s, false})
	pool.SetMaxOpenConns(4)
	return pool
}

// makeSchema is the statement that makes the schema of the book's tables,
// where nobody has made it.
func (s *Server) makeSchema() string {
	return fmt.Sprintf(`DO $$ BEGIN IF to_regnamespace(%s) IS NULL THEN CREATE SCHEMA %s; END IF; END $$`,
		literal(s.schema), pgx.Identifier{s.schema}.Sanitize())
}

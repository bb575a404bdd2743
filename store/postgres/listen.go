package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
)

// Listen calls told when something may have been entered in the book, until
// ctx ends: after each entry, and whenever the connection had to be made. It
// is a reason to look, and never more: what is told while no server answers is
// lost.
func (s *Server) Listen(ctx context.Context, told func()) bool {
	go s.listening(ctx, told)
	return true
}

// listening is Listen, in the background.
func (s *Server) listening(ctx context.Context, told func()) {
	for pause := time.Second; ctx.Err() == nil; {
		if s.listen(ctx, told) {
			pause = time.Second
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
			pause = min(2*pause, time.Minute)
		}
	}
}

// listen is Listen on one connection; heard says that there was one.
func (s *Server) listen(ctx context.Context, told func()) (heard bool) {
	config := s.config.Copy()
	config.BuildContextWatcherHandler = func(c *pgconn.PgConn) ctxwatch.Handler { // there is nothing to cancel at the server
		return &pgconn.DeadlineContextWatcherHandler{Conn: c.Conn()}
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false
	}
	defer conn.Close(context.Background())
	if _, err := conn.Exec(ctx, "LISTEN "+pgx.Identifier{s.schema}.Sanitize()); err != nil {
		return false
	}
	for told(); ; told() {
		if _, err := conn.WaitForNotification(ctx); err != nil {
			return true
		}
	}
}

package install

import (
	"os"
	"strings"

	"tracker/claims"
)

// onServer reports whether the book is not a file of this machine.
func (j Job) onServer() bool { return strings.Contains(j.Book, "://") }

// connecting says, beside the URL of a book, how its server is reached; nothing
// of it is secret.
var connecting = []string{"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSFILE", "PGSERVICE", "PGSERVICEFILE", "PGSSLMODE", "PGSSLROOTCERT", "PGSSLCERT",
	"PGSSLKEY", "PGCONNECT_TIMEOUT", "PGTARGETSESSIONATTRS"}

// knowsPassword refuses a job that would not find the password which this
// program has: what others can read has none.
func (j Job) knowsPassword() error {
	if !j.onServer() || os.Getenv("PGPASSWORD") == "" {
		return nil
	}
	return claims.Refuse("", "PGPASSWORD is this shell's, and is not written where others read").
		WithHint("put the password into ~/.pgpass (chmod 600) as HOST:PORT:DATABASE:NAME:PASSWORD, unset PGPASSWORD, and type the command again")
}

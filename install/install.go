// Package install arranges that the machine itself makes the passes: a timer
// of the user's systemd, or a line in the user's crontab. It writes both, and
// takes away what it wrote; when to run is handed in as words that the two
// understand. It knows no book beyond its name.
//
//	job := install.Job{Program: "/home/desk/go/bin/tracker", Book: "/home/desk/book.db", Args: []string{"remind"}}
//	line, err := job.CronLine("0 8 * * 1-5")
package install

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"tracker/claims"
)

// Job is a command line to be run on time.
type Job struct {
	Program string   // absolute
	Book    string   // absolute, or the URL of one on a server
	Zone    string   // for --zone; "" leaves it to the configuration
	Args    []string // the verb and its flags
	Environ []string // NAME=value, what a person's shell sets and the machine would not
}

// args is the whole command line.
func (j Job) args() []string {
	list := []string{j.Program, "--db", j.Book}
	if j.Zone != "" {
		list = append(list, "--zone", j.Zone)
	}
	return append(list, j.Args...)
}

// Name is what the job is called, one name for a book: tracker-remind, the
// book's own name, and a piece of the digest of its path.
func (j Job) Name() string {
	base := strings.TrimSuffix(filepath.Base(j.Book), filepath.Ext(j.Book))
	if j.onServer() {
		address, _, _ := strings.Cut(j.Book, "?")
		base = filepath.Base(address)
	}
	plain := strings.Map(func(r rune) rune {
		if r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return '-'
	}, base)
	if plain = strings.Trim(plain, "-"); len(plain) > 30 {
		plain = plain[:30]
	}
	return fmt.Sprintf("tracker-remind-%s-%.3x", plain, sha256.Sum256([]byte(j.Book)))
}

// oneLine refuses arguments that no line of a file can hold.
func (j Job) oneLine() error {
	for _, s := range append(j.args(), j.Environ...) {
		if strings.ContainsFunc(s, unicode.IsControl) {
			return claims.Refuse("", "%q has a character in its name that no line can hold", s).
				WithHint("give it another name, or run tracker daemon yourself")
		}
	}
	return nil
}

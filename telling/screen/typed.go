package screen

import (
	"regexp"
	"strings"
	"sync"
)

// commands are those of ours in a sentence, up to their verb.
var commands = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\btracker ([a-z]+)`) })

// harmlessInShell is a word that a shell takes as it stands.
var harmlessInShell = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9_./:@%+,=-]+$`) })

// Typed gives the commands in a sentence the --db that this run was typed
// with: without it they would ask another book. An address with a password is
// not repeated.
func (sc *Screen) Typed(sentence string) string {
	book := sc.Book
	if _, rest, url := strings.Cut(book, "://"); book == "" || url && passworded(rest) {
		return sentence
	}
	if !harmlessInShell().MatchString(book) {
		book = "'" + strings.ReplaceAll(book, "'", `'\''`) + "'"
	}
	return commands().ReplaceAllStringFunc(sentence, func(command string) string {
		verb := strings.TrimPrefix(command, "tracker ")
		if verb == "help" || verb == "version" || verb == "demo" {
			return command
		}
		return "tracker --db " + book + " " + verb
	})
}

// typedFormat is Typed of a format: the name of the book is none.
func (sc *Screen) typedFormat(format string) string {
	if sc.Book == "" {
		return format
	}
	escaped := *sc
	escaped.Book = strings.ReplaceAll(sc.Book, "%", "%%")
	return escaped.Typed(format)
}

// passworded reports whether the address of a server, or its settings, may
// have a password in it.
func passworded(rest string) bool {
	user, _, named := strings.Cut(rest, "@")
	return named && strings.Contains(user, ":") || strings.Contains(rest, "password=")
}

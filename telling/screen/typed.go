package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// harmful reports whether a shell may take a character for something else.
func harmful(r rune) bool {
	return !(r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("_./:@%+,=-", r))
}

// Word is a text as one word of a command, as a shell takes it.
func Word(s string) string {
	if strings.ContainsFunc(s, harmful) {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// Typed gives the commands in a sentence the --db that this run was typed
// with: without it they would ask another book. An address with a password is
// not repeated.
func (sc *Screen) Typed(sentence string) string {
	book := sc.Book
	if _, rest, url := strings.Cut(book, "://"); book == "" || url && passworded(rest) || !strings.Contains(sentence, ours) {
		return sentence
	}
	book = Word(book)
	var out strings.Builder
	for {
		before, after, found := strings.Cut(sentence, ours)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		if out.WriteString(ours); takesBook(before, after) {
			out.WriteString("--db " + book + " ")
		}
		sentence = after
	}
}

// ours is how a command of ours begins.
const ours = "tracker "

// takesBook reports whether what stands before and after such a beginning makes
// it a command with a verb that asks a book, and names none itself.
func takesBook(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	rest := strings.TrimLeft(after, "abcdefghijklmnopqrstuvwxyz")
	verb := after[:len(after)-len(rest)]
	inWord := last == '_' || last < utf8.RuneSelf && (unicode.IsLetter(last) || unicode.IsDigit(last))
	return !inWord && verb != "" && verb != "help" && verb != "version" && verb != "demo" && !strings.HasPrefix(rest, " --db ")
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

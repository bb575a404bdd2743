package claims

import (
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The longest texts that are accepted, in bytes.
const (
	MaxText = 8 << 10 // statements, quotes, notes, URLs
	MaxName = 256     // speakers, sources, events, keys, tags
)

// Text refuses a text that is not valid UTF-8, holds a NUL or is longer than
// limit bytes. An empty text is fine.
func Text(field, s string, limit int) *Error {
	if len(s) > limit {
		return Refuse(field, "%d bytes is too long", len(s)).WithHint("the limit is %d bytes", limit)
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return Refuse(field, "invalid UTF-8 at byte %d", i).WithHint("convert the text to UTF-8")
		}
		if r == 0 {
			return Refuse(field, "NUL at byte %d", i).WithHint("remove the NUL byte")
		}
		i += n
	}
	return nil
}

// required is Text for a text that must say something visible.
func required(field, s string, limit int) *Error {
	if err := Text(field, s, limit); err != nil {
		return err
	}
	switch {
	case s == "" && field == "speaker":
		return Refuse(field, "is empty").WithHint("--speaker NAME says who said it")
	case Blank(s):
		return Refuse(field, "is empty").WithHint("say something visible")
	}
	return nil
}

// Blank reports whether s shows nothing: empty, or of invisible characters
// only, such as spaces, controls and letters without a form (U+3164).
func Blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !invisible(r) })
}

// Name returns s as names are stored: NFC, without space around it, single
// spaces within.
func Name(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// Fold returns the form under which two names, or a word and the word looked
// for, count as the same: NFC, and of letters that differ only in case the
// first in Unicode.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	return strings.Map(foldRune, norm.NFC.String(s))
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldRune returns the letter that stands for r and its other cases: for
// ASCII the small one, else the first of them.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return unicode.ToLower(least) // K, k and the Kelvin sign are all k
}

// checkURL refuses what is not an absolute http or https URL; empty is fine.
func checkURL(field, s string) *Error {
	if s == "" {
		return nil
	}
	if err := Text(field, s, MaxText); err != nil {
		return err
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return Refuse(field, "%q is not a web address", short(s)).WithHint("it starts with https:// or http://")
	}
	if u.User != nil {
		return Refuse(field, "the address holds a user name or password").WithHint("remove what stands before the @")
	}
	return nil
}

// ReadURL reads an address that somebody typed; empty, and "none", for none.
func ReadURL(typed string) (string, error) {
	if typed = strings.TrimSpace(typed); typed == "" || typed == "-" || strings.EqualFold(typed, "none") {
		return "", nil
	}
	if err := checkURL("url", typed); err != nil {
		return "", err
	}
	return typed, nil
}

// checkTag refuses a tag that could not be typed as +tag.
func checkTag(s string) *Error {
	if err := required("tags", s, MaxName); err != nil {
		return err
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == ',' }) {
		return Refuse("tags", "%q holds a space or a comma", short(s)).WithHint("join the words of a tag with a dash")
	}
	return nil
}

// Patterns are compiled when they are first needed: most commands need none.
var (
	reLanguage = lazily(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	reSHA256   = lazily(`^[0-9a-f]{64}$`)
)

func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// ReadName is a name that a person typed, in its form. One that shows nothing
// or is too long is refused.
func ReadName(s string) (string, error) {
	if err := Text("name", s, MaxName); err != nil {
		return "", err
	}
	if Blank(s) {
		return "", Refuse("name", "is empty").WithHint("say something visible")
	}
	return Name(s), nil
}

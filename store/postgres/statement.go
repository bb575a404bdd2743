package postgres

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// statements caches what statements are on PostgreSQL: there are some hundred
// of them, and they are said often.
type statements struct{ known sync.Map }

// translated is a statement of the store as PostgreSQL takes it.
func (s *statements) translated(query string) string {
	if text, ok := s.known.Load(query); ok {
		return text.(string)
	}
	text := translate(query)
	s.known.Store(query, text)
	return text
}

// parts are what of a statement is not the same on PostgreSQL, and what is
// quoted there.
var parts = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`'[^']*'|"[^"]*"|\bjson_each\((\?\d*)\)|\?\d*| LIKE | AS BLOB\)`)
})

// translate writes ?1 as $1, a bare ? as the next number, LIKE, which
// overlooks the case of ASCII letters in SQLite, as ILIKE, and a list that is
// handed in as JSON as PostgreSQL reads it, and bytes by their name there. What is quoted stays.
func translate(query string) string {
	last := 0
	mark := func(s string) string {
		n, err := strconv.Atoi(s[1:])
		if err != nil {
			n = last + 1
		}
		last = max(last, n)
		return "$" + strconv.Itoa(n)
	}
	return parts().ReplaceAllStringFunc(query, func(s string) string {
		switch {
		case s == " LIKE ":
			return " ILIKE "
		case s == " AS BLOB)":
			return " AS bytea)"
		case strings.HasPrefix(s, "json_each"):
			return "(SELECT value, place - 1 AS key FROM jsonb_array_elements(" + mark(s[len("json_each("):len(s)-1]) +
				"::jsonb) WITH ORDINALITY AS list (value, place)) AS each"
		case s[0] == '?':
			return mark(s)
		}
		return s
	})
}

// literal is a text as a constant of a statement.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

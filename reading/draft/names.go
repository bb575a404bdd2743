package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// properName is a noun as a speaker's name: of "transport minister Jane Roe"
// only the name, of "a spokesman for the port" the role with a capital.
func properName(n noun) string {
	fields := strings.Fields(n.text)
	if len(fields) == 0 {
		return ""
	}
	if i := nameStart(fields); i > 0 {
		end := i
		for end < len(fields) && (capital(fields[end]) || isParticle(fields[end])) {
			end++
		}
		return strings.TrimSuffix(strings.Join(fields[i:end], " "), ",")
	}
	if w := strings.ToLower(fields[0]); len(fields) > 1 && (w == "a" || w == "an" || w == "the" && !capital(fields[1])) {
		fields = fields[1:]
	}
	return capitalised(strings.TrimSuffix(strings.Join(fields, " "), ","))
}

// nameStart is where a person's name begins after their title, "Secretary of
// State Lena Ortiz", "analyst Jo Park of Delta Research"; 0 for none.
func nameStart(fields []string) int {
	role := -1
	for i, w := range fields {
		lower := strings.ToLower(strings.Trim(w, ".,"))
		switch {
		case isRole(lower), lower == "mr", lower == "mrs", lower == "ms", lower == "dr", lower == "sir":
			role = i
		case (lower == "of" || lower == "for") && role == i-1 && i+3 < len(fields) && isOffice(fields[i+1]) && capital(fields[i+2]) && capital(fields[i+3]):
			role = i + 1 // of State
		case role >= 0 && i > role && !capital(w):
			return started(fields, role, i)
		}
	}
	return started(fields, role, len(fields))
}

// started is where the name after the title that ends at role begins, when words
// with capitals stand there up to end.
func started(fields []string, role, end int) int {
	if role < 0 || role+1 >= end {
		return 0
	}
	for _, w := range fields[role+1 : end] {
		if !capital(w) && !isParticle(w) || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return 0
		}
	}
	if end < len(fields) && end-role < 3 && !isTitle(fields[role]) {
		return 0 // "spokesman Bell of"
	}
	return role + 1
}

// isOffice reports what follows "of" in a title before a name: "Secretary of
// State Lena Ortiz".
func isOffice(word string) bool {
	switch strings.ToLower(word) {
	case "state", "defense", "defence", "treasury", "commerce", "energy", "labor", "labour", "education", "justice", "transportation", "transport", "interior", "agriculture", "health", "staff", "finance", "trade":
		return true
	}
	return false
}

func isParticle(word string) bool {
	switch word {
	case "de", "von", "van", "al", "bin", "der", "la", "le", "di", "da":
		return true
	}
	return false
}

func isTitle(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".")) {
	case "mr", "mrs", "ms", "dr", "sir":
		return true
	}
	return false
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"“‘'("))
	return unicode.IsUpper(r)
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

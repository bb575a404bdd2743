package draft

import (
	"strings"
	"unicode"

	"tracker/reading/clause"
)

// name reads whose turn a block is: "MINISTER: We will open it in May."
func (b *block) name(text string, first bool) {
	line := text[b.Start:b.End]
	end := turnOf(line)
	head := withoutAside(line[:end])
	if end == 0 || first && !ended(line) && strings.ToUpper(head) != head && len(strings.Fields(head)) > 3 {
		return
	}
	b.by, b.named = strings.Trim(head, "*_ "), b.Start
	b.Start += end + 1
	for b.Start < b.End && text[b.Start] == '*' {
		b.Start++
	}
	b.Span = trimmed(text, b.Span)
}

// isVoice reports a name before a colon that is somebody's: in capitals, a role
// or a house, or several words with capitals.
func isVoice(by string) bool {
	words := strings.Fields(by)
	if isUpper(by) && len(by) > 1 || isQuestioner(by) || isAnswerer(by) {
		return true
	}
	last := strings.ToLower(strings.Trim(words[len(words)-1], ".,"))
	if isRole(last) || isHouse(last) && !isTopic(last) && (!strings.HasSuffix(last, "s") || last == "police") || isTitle(words[0]) || roleOf(words) > 0 {
		return true
	}
	for _, w := range words {
		if !capital(w) && !isParticle(w) {
			return false
		}
	}
	return len(words) > 1
}

// isTopic reports nouns for bodies that before a colon are more often what it is
// about: "Sea state", "Market watch", "Road works".
func isTopic(word string) bool {
	switch word {
	case "state", "watch", "works", "label", "force", "service", "services", "chain", "trust", "survey", "exchange", "network", "house", "watchdog", "campaign", "library":
		return true
	}
	return false
}

// roleOf is where "of" or its kin stands in the name of somebody by their role,
// "The head of the region", which may have small letters behind it; 0 for none.
func roleOf(words []string) int {
	for i := 1; i+1 < len(words); i++ {
		if w := words[i]; w == "of" || w == "for" || w == "at" {
			if head := strings.ToLower(words[i-1]); isRole(head) && (i > 1 || len(words) < 5) {
				return i
			}
			return 0
		}
	}
	return 0
}

// withoutAside is a name before a colon without what stands behind it in
// parentheses: "MINISTER (via video)".
func withoutAside(head string) string {
	if i := strings.IndexByte(head, '('); i > 0 {
		return strings.TrimSpace(head[:i])
	}
	return head
}

// turnOf is where the colon stands after the name of who speaks in a line; 0
// without one.
func turnOf(line string) int {
	if strings.HasPrefix(line, "Q ") || strings.HasPrefix(line, "Q. ") || strings.HasPrefix(line, "A. ") {
		return 1
	}
	end := strings.IndexByte(line, ':')
	if end < 1 || end > 60 || end+1 < len(line) && line[end+1] != ' ' && line[end+1] != '*' {
		return 0
	}
	head := withoutAside(line[:end])
	words := strings.Fields(strings.Trim(head, "*_ "))
	of := roleOf(words)
	if len(words) == 0 || len(words) > 6 && (of == 0 || len(words) > 9) || isLabel(head) {
		return 0
	}
	last := strings.ToLower(strings.Trim(words[len(words)-1], "*_ "))
	for i, w := range words {
		letters := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case strings.ContainsAny(w, "0123456789\"“”|;!?"):
			return 0
		case i == 0 && (letters == "" || !unicode.IsUpper([]rune(letters)[0])):
			return 0
		case i > 0 && letters != "" && unicode.IsLower([]rune(letters)[0]) && !isNameWord(letters) && !isRole(last) && (of == 0 || i < of || isVerbal(letters)):
			return 0
		}
	}
	return end
}

// isVerbal reports a word that makes a sentence of a name: "says", "will".
func isVerbal(word string) bool {
	return isSaying(word) || clause.IsModal(word) || clause.IsAuxiliary(word) || clause.IsPast(word) || presentVerb(word) && !isRole(word) && !isHouse(word)
}

// isNameWord reports words in small letters that stand in the name of a role.
func isNameWord(word string) bool {
	switch word {
	case "of", "the", "for", "and", "in", "de", "von", "van", "al", "bin":
		return true
	}
	return isRole(word) || isHouse(word) || isField(word)
}

// isLabel reports words before a colon that name no speaker.
func isLabel(head string) bool {
	switch strings.ToLower(strings.Trim(head, "*_ ")) {
	case "note", "note to editors", "notes to editors", "notes for editors", "editor's notes", "notes", "update", "correction", "watch", "read", "listen", "analysis", "opinion", "live", "exclusive", "breaking", "explainer", "factbox", "photo", "video", "the background", "background",
		"what next", "context", "editor's note", "summary", "topic", "date", "time", "place", "venue", "location", "subject", "agenda", "timeline", "key dates", "dates", "calendar", "diary", "transcript", "weather", "outlook", "score", "result", "results", "on the agenda", "coming up", "next steps", "the plan", "the figures":
		return true
	}
	return false
}

package undertaking

import (
	"slices"
	"strings"
)

// namesFor are the words that may name the speaker, and those that name only
// whom they speak of: a bank economist does not speak for the bank, a former
// official not for the ministry, an opposition leader for the opposition alone.
func namesFor(by Speaker) (names, others []string) {
	names = namesOf(by.Name)
	if by.Kind == "institution" {
		return names, nil
	}
	if i := slices.Index(names, "opposition"); i >= 0 {
		return names[i:], names[:i]
	}
	if slices.ContainsFunc(names, isOutsider) {
		return nil, names
	}
	return names, nil
}

// isOutsider reports words of a description by which somebody watches a house,
// or has left it.
func isOutsider(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "analyst", "economist", "critic", "expert", "observer", "watcher", "commentator", "columnist", "pundit", "journalist", "reporter", "correspondent",
		"former", "ex", "retired", "ousted", "shadow", "rival", "opponent", "historian", "blogger", "forecaster", "strategist", "campaigner", "activist", "passenger", "customer", "investor", "fan", "resident":
		return true
	}
	return false
}

// isOther reports whether word i names a house that the speaker only speaks of.
func (r *reader) isOther(i int) bool {
	return len(r.Word(i)) > 2 && slices.Contains(r.others, r.Word(i)) && !isOutsider(r.Word(i)) && !isRank(r.Word(i))
}

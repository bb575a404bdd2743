package draft

import (
	"strings"

	"tracker/reading/clause"
)

// boilerplate reports what pages and releases say about themselves.
func boilerplate(t *clause.Text) bool {
	lower := strings.ToLower(t.Source)
	for _, words := range [...]string{"subscribe", "newsletter", "cookie", "forward-looking", "such statements", "third parties", "media contact", "your address", "your data", "privacy", "terms of use", "terms and conditions", "identify them", "no obligation", "all rights reserved", "extra charges", "differ materially", "webcast", "sign up", "these terms"} {
		if strings.Contains(lower, words) {
			return true
		}
	}
	return false
}

// isQuestioner reports the name of a turn that only asks.
func isQuestioner(by string) bool {
	switch strings.ToLower(strings.TrimRight(by, ".")) {
	case "q", "question", "reporter", "journalist", "moderator", "questioner", "interviewer", "operator", "host", "presenter", "audience", "press", "anchor", "chair":
		return true
	}
	return false
}

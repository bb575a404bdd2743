package report

import "tracker/reading/deadline"

// RuleSentence is what a rule of deadlines does, "" for an unknown one.
func RuleSentence(id string) string {
	for _, r := range deadline.Rules() {
		if r.ID == id {
			return r.Sentence
		}
	}
	return ""
}

// RuleLine is a rule with what it does.
func RuleLine(id string) string {
	if sentence := RuleSentence(id); sentence != "" {
		return id + ": " + sentence
	}
	return id
}

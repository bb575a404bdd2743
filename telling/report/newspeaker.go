package report

import (
	"fmt"
	"strings"

	"tracker/claims"
)

// NewSpeaker says what kind of speaker a new one was taken for, and how to say
// another.
func NewSpeaker(c claims.Claim) string {
	return fmt.Sprintf("a new speaker, taken for %s; else tracker amend %d --kind %s", kindText(c.SpeakerKind), c.ID, otherKinds(c.SpeakerKind))
}

// kindText is a kind of speaker with its article.
func kindText(k claims.SpeakerKind) string {
	if k == claims.Person {
		return "a person"
	}
	if k == claims.Anonymous {
		return "somebody anonymous"
	}
	return "an " + string(k)
}

// otherKinds lists what a speaker may be instead.
func otherKinds(k claims.SpeakerKind) string {
	var others []string
	for _, other := range claims.SpeakerKinds {
		if other != k {
			others = append(others, string(other))
		}
	}
	return strings.Join(others[:2], ", ") + " or " + others[2]
}

package answer

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"regexp"
	"strconv"

	"tracker/calendar"
	"tracker/claims"
)

// Key signs tokens. It is the book's, and leaves it in no export.
type Key []byte

// Token is what stands in a prompt so that the answer to it can be known:
// "[3:2025-08-18:k7qf2m9x4tzpw2r5]", the claim, the occurrence and a signature
// over both, the claim's uid and the recipient. It is of use to nobody else.
type Token struct {
	Prompt
	signature string
}

// Sign makes the token of a prompt to a recipient.
func (k Key) Sign(c *claims.Claim, recipient string, occurrence calendar.Day) Token {
	mac := hmac.New(sha256.New, k)
	fmt.Fprintf(mac, "tracker answer 1\x00%s\x00%s\x00%s", c.UID, recipient, occurrence)
	return Token{Prompt{c.ID, occurrence}, base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").EncodeToString(mac.Sum(nil)[:10])}
}

func (t Token) String() string {
	return fmt.Sprintf("[%d:%s:%s]", t.Claim, t.Occurrence, t.signature)
}

// valid reports whether t was made for a recipient.
func (k Key) valid(t Token, c *claims.Claim, recipient string) bool {
	return hmac.Equal([]byte(k.Sign(c, recipient, t.Occurrence).signature), []byte(t.signature))
}

// tokens finds the tokens in a text, each once. The pattern is made here: few
// runs of the program need it.
func tokens(text string) []Token {
	pattern := regexp.MustCompile(`\[(\d{1,15}):(\d{4}-\d\d-\d\d):([a-z2-7]{16})\]`)
	var list []Token
	seen := map[string]bool{}
	for _, m := range pattern.FindAllStringSubmatch(text, maxTokens) {
		id, err := strconv.ParseInt(m[1], 10, 64)
		day, derr := calendar.Parse(m[2])
		if err == nil && derr == nil && !seen[m[0]] {
			seen[m[0]] = true
			list = append(list, Token{Prompt{claims.ID(id), day}, m[3]})
		}
	}
	return list
}

// maxTokens is how many tokens of a message are looked at.
const maxTokens = 1000

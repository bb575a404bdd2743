package claims

import (
	"fmt"
	"strconv"
	"strings"
)

// maxDrafted is how long the text of a Drafted may be, in bytes.
const maxDrafted = 200

// Drafted is the place of a file from which a draft was read: bytes Start to
// End of the file with a SHA-256, found by rules of a version.
//
//	2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824:120-184 draft-2026.1
type Drafted struct {
	SHA256     string
	Start, End int
	Rules      string
	Dropped    bool // somebody has said that it is no claim; no part of the text
}

// String is the text that a claim and the journal keep.
func (d Drafted) String() string {
	return fmt.Sprintf("%s:%d-%d %s", d.SHA256, d.Start, d.End, d.Rules)
}

// ReadDrafted reads the text of a Drafted.
func ReadDrafted(s string) (Drafted, error) {
	place, rules, _ := strings.Cut(s, " ")
	sum, span, _ := strings.Cut(place, ":")
	from, to, _ := strings.Cut(span, "-")
	start, wrong := strconv.Atoi(from)
	end, alsoWrong := strconv.Atoi(to)
	d := Drafted{SHA256: sum, Start: start, End: end, Rules: rules}
	if wrong != nil || alsoWrong != nil || end < start || len(sum) != 64 || strings.Trim(sum, "0123456789abcdef") != "" ||
		rules == "" || strings.ContainsAny(rules, " \n") || len(s) > maxDrafted || d.String() != s {
		return Drafted{}, Refuse("drafted", "%q names no place of a file", short(s)).WithHint("tracker draft FILE --json writes it")
	}
	return d, nil
}

// Covers reports whether d and another are drafts of the same words: of one
// file, with more than half of the longer in common.
func (d Drafted) Covers(other Drafted) bool {
	shared := min(d.End, other.End) - max(d.Start, other.Start)
	return d.SHA256 == other.SHA256 && d.SHA256 != "" && 2*shared > max(d.End-d.Start, other.End-other.Start)
}

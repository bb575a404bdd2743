package answer

import (
	"regexp"
	"strings"

	"tracker/claims"
)

// line is what a message says about one claim.
type line struct {
	claim  claims.ID // 0 where no number is given
	tokens []Token   // those that stand on it
	words  string
}

// maxLines is how many answers of a message are taken.
const maxLines = 200

// lines finds the answers in what somebody wrote: each begins a line, and goes
// on to the end of its paragraph.
func lines(text string) (list []line) {
	paragraph := false // whether an answer goes on
	for row := range strings.Lines(text) {
		row = strings.TrimSpace(row)
		if row == "--" || row == "—" {
			break // a signature
		}
		found := tokens(row)
		for _, t := range found {
			row = strings.TrimSpace(strings.Replace(row, t.String(), "", 1))
		}
		id, words, ok := begins(row)
		switch {
		case ok && len(list) < maxLines:
			list, paragraph = append(list, line{id, found, words}), true
		case row == "" && len(found) == 0:
			paragraph = false
		case paragraph:
			last := &list[len(list)-1]
			last.words, last.tokens = last.words+" "+row, append(last.tokens, found...)
		}
	}
	return list
}

// Unquoted is what somebody wrote, without what they quote: lines that begin
// with >, and all below a line that says who wrote what follows, when there is
// an answer above it.
func Unquoted(text string) string {
	introduces := regexp.MustCompile(`(?i)^\s*(on\b.{3,200}\bwrote:|am\b.{3,200}\bschrieb\b.{0,80}:|le\b.{3,200}\ba écrit\s*:|-{2,}\s*(original message|forwarded message).*|_{10,}|from:\s.+)\s*$`)
	machine := regexp.MustCompile(`(?i)^\s*(sent from my |get outlook for )`)
	var own []string
	answered := false
	rows := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, row := range rows {
		next := ""
		if i+1 < len(rows) {
			next = rows[i+1]
		}
		switch {
		case strings.HasPrefix(strings.TrimSpace(row), ">"), machine.MatchString(row):
			continue
		case introduces.MatchString(row), introduces.MatchString(strings.TrimSpace(row)+" "+strings.TrimSpace(next)) && !strings.HasPrefix(strings.TrimSpace(next), ">"):
			if answered {
				return strings.Join(own, "\n")
			}
			continue
		}
		if _, _, ok := begins(row); ok {
			answered = true
		}
		own = append(own, row)
	}
	return strings.Join(own, "\n")
}

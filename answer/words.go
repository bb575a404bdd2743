package answer

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// Answer is what somebody answered about one claim: a proposal, or the day
// until which the question is put off.
type Answer struct {
	Proposal claims.Proposal
	Until    calendar.Day // 0 for a proposal
}

// outcomes are the words that begin an answer.
var outcomes = map[string]claims.Outcome{"yes": claims.Yes, "y": claims.Yes, "no": claims.No, "n": claims.No,
	"partial": claims.Partial, "partly": claims.Partial, "unclear": claims.Unclear, "void": claims.Void}

const howTo = "begin with yes, no, partial, unclear, void or snooze: yes 15 Aug https://example.org/talks"

// Read reads the words of an answer: what happened; how much of it, after
// partial; the day, after yes and partial; addresses, which are the evidence;
// and the rest, which is the note. A day is read as of past, that of a snooze
// as of future.
func Read(words string, past, future date.Options) (Answer, error) {
	list := strings.Fields(words)
	if len(list) == 0 {
		return Answer{}, claims.Refuse("", "there is no answer").WithHint(howTo)
	}
	first, rest := bare(list[0]), list[1:]
	if first == "snooze" {
		day, err := snoozeDay(rest, future)
		return Answer{Until: day}, err
	}
	outcome, ok := outcomes[first]
	if !ok {
		return Answer{}, claims.Refuse("", "%.20q is no answer", list[0]).WithHint(howTo)
	}
	p := claims.Proposal{Outcome: outcome}
	if outcome == claims.Partial {
		p.Extent, rest = extent(rest)
	}
	links, rest := links(rest)
	p.Evidence = links
	var err error
	if outcome == claims.Yes || outcome == claims.Partial {
		if p.Day, rest, err = leadingDay(rest, past); err != nil {
			return Answer{}, err
		}
	}
	if outcome == claims.Unclear || outcome == claims.Void {
		p.Reason, rest = leadingReason(rest)
	}
	p.Note = strings.Join(rest, " ")
	return Answer{Proposal: p}, nil
}

// bare is a word without its case and the marks around it.
func bare(word string) string { return strings.ToLower(strings.Trim(word, `.,:;!"'()[]–—-`)) }

// snoozeDay reads until when a question is put off: "2 weeks", "until next
// Monday", "for a month".
func snoozeDay(words []string, future date.Options) (calendar.Day, error) {
	if len(words) > 0 {
		switch bare(words[0]) {
		case "until", "till", "for", "to":
			words = words[1:]
		}
	}
	text := strings.TrimRight(strings.Join(words, " "), ".!, ")
	if d, err := date.Read("in "+text, future); err == nil {
		return d, nil
	}
	return claims.ReadDay("snooze", text, future)
}

// extent reads how much of it happened, when the first word says so.
func extent(words []string) (*float64, []string) {
	if len(words) == 0 {
		return nil, words
	}
	x, err := claims.ReadProbability("", strings.TrimRight(words[0], ",;"))
	if err != nil {
		return nil, words
	}
	return &x, words[1:]
}

// links takes the web addresses out of words.
func links(words []string) (found []claims.Evidence, rest []string) {
	for _, w := range words {
		address := strings.TrimRight(strings.TrimLeft(w, `<([{"'`), `<>]}"',;.!`)
		if !strings.Contains(address, "(") {
			address = strings.TrimRight(address, `)>]}"',;.!`)
		}
		if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			if x := (claims.Evidence{URL: address}); !slices.Contains(found, x) {
				found = append(found, x)
			}
			continue
		}
		rest = append(rest, w)
	}
	return found, rest
}

// longestDay is how many words a day may have: "the day before yesterday",
// "on Friday, 15 August 2025".
const longestDay = 5

// leadingDay reads the day that words begin with, as much of them as is one.
// One of two days is refused; no day is fine.
func leadingDay(words []string, past date.Options) (calendar.Day, []string, error) {
	start := 0
	if len(words) > 0 && bare(words[0]) == "on" {
		start = 1
	}
	for n := min(longestDay, len(words)-start); n > 0; n-- {
		text := strings.TrimRight(strings.Join(words[start:start+n], " "), ".,;:!")
		d, err := date.Read(text, past)
		var two *date.Ambiguous
		if errors.As(err, &two) {
			return 0, nil, claims.Refuse("", "%v", two).WithHint("write the day like 15 Aug 2025")
		}
		if err == nil && !isNumber(text) {
			return d, words[start+n:], nil
		}
	}
	return 0, words, nil
}

// isNumber keeps "yes 20250815 people came" from being a day.
func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// leadingReason reads a reason that stands in full.
func leadingReason(words []string) (string, []string) {
	if len(words) > 0 {
		for _, r := range claims.Reasons {
			if bare(words[0]) == r {
				return r, words[1:]
			}
		}
	}
	return "", words
}

// begins is the beginning of a line that answers: the claim's number perhaps,
// and the first word.
func begins(line string) (id claims.ID, words string, ok bool) {
	m := regexp.MustCompile(`^\s*(?:(?i:claim\s+)?#?(\d{1,15})\s*[.:)–-]?\s+)?([A-Za-z]+)\b`).FindStringSubmatchIndex(line)
	if m == nil {
		return 0, "", false
	}
	word := strings.ToLower(line[m[4]:m[5]])
	if _, isOutcome := outcomes[word]; !isOutcome && word != "snooze" {
		return 0, "", false
	}
	if m[2] >= 0 {
		n, err := strconv.ParseInt(line[m[2]:m[3]], 10, 64)
		if err != nil {
			return 0, "", false
		}
		id = claims.ID(n)
	}
	return id, strings.TrimSpace(line[m[4]:]), true
}

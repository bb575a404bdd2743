package scoring

import (
	"fmt"
	"strings"
)

// The sentences of a leaderboard, of which it has one.
const (
	sentenceTooFew   = "too few to rank: fewer than two speakers %s %d events"
	sentenceTooMany  = "too many to rank: more than %d cells of a speaker and a question"
	sentenceTooDense = "too many to rank: more than %d speakers on more than as many shared questions"
	sentenceUnseen   = "no difference could be shown: with these numbers a gap under about %s would go unseen"
	sentenceBlind    = "no difference could be shown: the questions they share leave nothing to judge by"
	sentenceCrowd    = "no difference was looked for: more than %d speakers share questions"
	sentenceRecord   = "They spoke about different events: records are compared, not skill."
	sentenceFew      = "They share too few questions: records are compared, not skill."
)

// wording is how a board says that one is better than others, and by how much
// less.
type wording struct{ skill, record string }

var (
	brierWording = wording{"%s's skill is better than %s", "%s's record is better than %s"}
	rightWording = wording{"%s was right more often than %s on the same questions", "%s was right more often than %s"}
)

// sentence is the one sentence of a contest.
func (c *contest) sentence(w wording) string {
	var text string
	switch {
	case len(c.named) > 0:
		text = c.differences(w)
	case len(c.ranked) > maxOverlap && c.mode == ModeSkill:
		text = fmt.Sprintf(sentenceCrowd, maxOverlap)
	case c.gap == nil:
		text = sentenceBlind
	default:
		text = fmt.Sprintf(sentenceUnseen, gapText(*c.gap))
	}
	switch {
	case c.mode == ModeSkill:
		return text
	case c.events:
		return text + ". " + sentenceRecord
	}
	return text + ". " + sentenceFew
}

// gapText rounds a gap up, so that it does not promise too much.
func gapText(x float64) string { return fmt.Sprintf("%.2f", x+0.004999) }

// maxTold is how many speakers are told of in one sentence, and how many
// others beside each.
const maxTold = 3

// differences tells which differences stand, by reason, those who are better
// in the order of the board.
func (c *contest) differences(w wording) string {
	var told []string
	left := 0
	for _, why := range []string{NamedSkill, NamedRecord, NamedSurer} {
		names, worse := []string{}, map[string][]string{}
		for _, n := range c.named {
			if n.Why == why {
				if worse[n.Better] == nil {
					names = append(names, n.Better)
				}
				worse[n.Better] = append(worse[n.Better], n.Worse)
			}
		}
		for i, name := range names {
			if i >= maxTold {
				left += len(worse[name])
				continue
			}
			told = append(told, w.tell(why, name, worse[name]))
		}
	}
	text := strings.Join(told, "; ")
	if left > 0 {
		text += fmt.Sprintf("; %d more differences stand", left)
	}
	return text
}

// tell is one speaker's part.
func (w wording) tell(why, better string, worse []string) string {
	possessive := why != NamedSurer && strings.Contains(w.record, "'s")
	others := listed(worse, possessive)
	switch why {
	case NamedSkill:
		return fmt.Sprintf(w.skill, better, others)
	case NamedRecord:
		return fmt.Sprintf(w.record, better, others)
	}
	return fmt.Sprintf("%s's figure is lower than %s because %s spoke of surer things; on how well the words held, no difference could be shown",
		better, listed(worse, true), better)
}

// listed is "A's, B's and C's", or "A's, B's, C's and 4 others'".
func listed(names []string, possessive bool) string {
	s, others := "", ""
	if possessive {
		s, others = "'s", "'"
	}
	var parts []string
	for i, n := range names {
		if i == maxTold {
			parts = append(parts, fmt.Sprintf("%d others%s", len(names)-maxTold, others))
			break
		}
		parts = append(parts, n+s)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

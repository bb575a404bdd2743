package draft

import (
	"strings"
	"unicode"

	"tracker/calendar"
	"tracker/reading/clause"
	"tracker/reading/deadline"
)

// window is the deadline of a draft. Past tells that the only time its words
// name was over before the article; after, that the phrase follows the cue.
type window struct {
	deadline.Reading
	past, after bool
	front       bool // the phrase stands first
	said        calendar.Day
}

// hard reports a window whose ends the words name, and no vague "soon".
func (w window) hard() bool {
	return w.Latest != 0 && w.Class != deadline.ClassVague && w.Class != deadline.ClassEvent
}

// window is the deadline among the words part of sentence n: the one that
// governs the sentence where it stands among them, else the first hard one. A
// time by which somebody spoke is none, nor is what only says whose or which.
func (p *page) window(n int, part [2]int, c cue, ago int) window {
	t, s := p.texts[n], p.sentences[n]
	v := view{page: p, n: n, text: p.Text[s.Start:s.End], from: t.Words[part[0]].Start, to: t.Words[part[1]-1].End, said: p.Said}
	if ago > 0 {
		v.said = deadline.Said{On: p.Said.On - calendar.Day(ago)}
	}
	v.said.Quoted = p.quoted(s.Start+t.Words[c.at].Start) >= 0
	v.booked = c.rule == "arranged" || c.rule == "expected" || c.rule == "sets-day"
	verb := t.Words[min(c.verb, len(t.Words)-1)].Start
	if v.verb = verb; c.owner[0] < c.owner[1] {
		v.owner = [2]int{t.Words[c.owner[0]].Start, t.Words[c.owner[1]-1].End}
	}
	whole := v.whole()
	gone := v.holds(whole) && whole.Class == deadline.ClassNone && whole.Rule == "past" && (whole.Start >= verb || whole.Start < t.Words[min(part[0]+3, len(t.Words)-1)].Start)
	if (whole.Phrase != "" || whole.Remark != "") && (!v.holds(whole) || whole.Latest == 0 && whole.Start < verb || whole.Start < verb && v.describes(whole)) {
		whole = v.first(verb)
	}
	if whole.Phrase != "" && inRelative(t, c, whole.Start) {
		whole = p.Deadlines.Read("", v.said)
	}
	if i := strings.LastIndex(v.text[v.from:max(v.from, whole.Start)], " until "); whole.Latest != 0 && whole.Relation == deadline.On && i >= 0 && len(v.text[v.from+i:whole.Start]) < 40 {
		whole.Earliest, whole.Relation = v.said.On, deadline.By // "until her term ends in July"
		if whole.Granularity == deadline.Day && deniedAt(t, c) {
			whole.Latest-- // "not until the results are out on 29 January"
		}
	}
	if c.rule == "shared" && isParticiple(t.Word(c.verb)) && c.verb+1 < part[1] { // "and reopened on 4 May" is to come
		from := t.Words[c.verb].End
		if r := p.Deadlines.Read(v.text[from:v.to], v.said); r.Latest != 0 {
			r.Start, r.End = r.Start+from, r.End+from
			whole = r
		}
	}
	if back, ok := v.back(); ok && (whole.Phrase == "" || back.Start < whole.End && whole.Start < back.End) {
		whole = back
	} else if pointsBack(whole.Phrase) {
		whole = p.Deadlines.Read("", v.said)
	}
	w := window{Reading: whole, after: whole.Start > t.Words[c.at].Start, front: whole.Start <= t.Words[part[0]].Start+6}
	w.past = gone && w.Latest == 0 || w.Latest != 0 && (w.Latest < v.said.On || ago > longestWeek && w.Latest < p.Said.On)
	if w.past && w.Latest == 0 && !c.past {
		switch {
		case c.rule == "goal", c.rule == "chance", t.Word(c.at) == "guided", looksOn(t, c) && !strings.HasSuffix(whole.Phrase, "years") && !strings.HasSuffix(whole.Phrase, "decades"): // "its first loss in six years"
			w = window{Reading: v.alone(whole)}
			w.after = w.Latest != 0
		case c.rule == "will", c.rule == "going-to", c.tier == modal && presentBe(t, c.at), c.tier == commitment && !c.backshifted && !clause.IsPast(t.Word(c.at)):
			w = window{Reading: p.Deadlines.Read("", v.said)} // "until four in the morning"
		}
	}
	w.said = v.said.On
	return w
}

// longestWeek is how many days ago something may have been said that is news.
const longestWeek = 7

// inRelative reports a place before a cue in a clause about its subject: the July
// of "the contract, which runs out in July, will be extended".
func inRelative(t *clause.Text, c cue, place int) bool {
	for i := 0; i < c.at; i++ {
		if t.Words[i].Start >= place {
			return t.Of[i] != t.Of[c.at] && t.Clauses[t.Of[i]].Role == clause.Relative
		}
	}
	return false
}

// looksOn reports a plan or an expectation of now to do something, whose time
// can only be to come, whatever participle or number stands before it: "plans to
// restore two suspended services in June", "should show its first images in a few
// weeks". "Will be the first in ten years" looks back.
func looksOn(t *clause.Text, c cue) bool {
	if c.backshifted || isBeForm(t.Word(c.verb)) || clause.IsPast(t.Word(c.at)) {
		return false
	}
	return c.tier == commitment && c.rule != "expects" || c.rule == "will" || c.rule == "should" || c.rule == "going-to" || presentBe(t, c.at)
}

// presentBe reports "is" or its kin before word i.
func presentBe(t *clause.Text, i int) bool {
	switch t.Word(beAt(t, i)) {
	case "is", "are", "am", "'s", "re", "remains", "remain":
		return true
	}
	return false
}

// alone is a phrase read without the tense of its sentence: "said it had no plans to
// sell this year".
func (v *view) alone(whole deadline.Reading) deadline.Reading {
	r := v.Deadlines.Read(whole.Phrase, v.said)
	if r.Latest == 0 || r.Latest < v.said.On {
		return v.Deadlines.Read("", v.said)
	}
	r.Start, r.End = r.Start+whole.Start, r.End+whole.Start
	return r
}

// deniedAt reports a "not" between a cue and its verb.
func deniedAt(t *clause.Text, c cue) bool {
	for i := c.at; i <= c.verb && i < len(t.Words); i++ {
		if w := t.Word(i); w == "not" || w == "never" {
			return true
		}
	}
	return false
}

// view is the words of a draft in which its deadline is looked for.
type view struct {
	*page
	n        int
	text     string
	from, to int
	verb     int    // where the verb stands
	owner    [2]int // the words of whose plan it is
	said     deadline.Said
	booked   bool // what follows "for" is the time: "planned for the spring"
}

// whole is the deadline that governs the whole sentence.
func (v *view) whole() deadline.Reading {
	if r := &v.page.read; r.n != v.n || r.said != v.said {
		v.Deadlines.Phrases(&r.phrases, v.text, v.said)
		r.n, r.said, r.Reading = v.n, v.said, r.phrases.Governing()
	}
	return v.page.read.Reading
}

// holds reports a phrase among the words, that says when and not whose.
func (v *view) holds(w deadline.Reading) bool {
	if v.owner[0] < v.owner[1] && w.Start >= v.owner[0] && w.End <= v.owner[1] {
		return false // "the report published in May"
	}
	return w.Phrase != "" && w.Start >= v.from && w.End <= v.to+1 && !v.spokenAt(v.n, w.Start) && !v.idle(w)
}

// idle reports phrases that say whose or which: "this year's high", "the final
// of 2032", "the 2026 season", "wait for 2030".
func (v *view) idle(w deadline.Reading) bool {
	phrase := strings.ToLower(w.Phrase)
	before, after := strings.ToLower(v.text[:w.Start]), v.text[w.End:]
	switch {
	case strings.HasPrefix(phrase, "before "), strings.HasPrefix(phrase, "after "), strings.HasPrefix(phrase, "until "), strings.HasPrefix(phrase, "by "):
	case v.isFixture(w):
		return false
	case strings.HasSuffix(phrase, "'s"), strings.HasSuffix(phrase, "’s"), strings.HasPrefix(after, "'s "), strings.HasPrefix(after, "’s "):
		return true
	case strings.HasPrefix(phrase, "up to "), w.Granularity != deadline.Day && isReportNoun(after):
		return true
	case strings.HasPrefix(phrase, "of ") && (w.Granularity == deadline.Year || w.Granularity == deadline.Season), strings.HasSuffix(before, "wait "):
		return true
	case !v.booked && strings.HasPrefix(phrase, "for ") && w.Rule == "season" && !strings.ContainsAny(phrase, "0123456789"):
		return true
	}
	year := len(phrase) > 8 && phrase[len(phrase)-4:] >= "1900" && phrase[len(phrase)-4:] <= "2999" && strings.HasSuffix(phrase[:len(phrase)-4], "the ")
	return year && len(after) > 1 && after[0] == ' ' && unicode.IsLetter(rune(after[1]))
}

// isReportNoun reports a noun right after a span that only says what it is of:
// "full-year results", "first-half figures".
func isReportNoun(after string) bool {
	if !strings.HasPrefix(after, " ") {
		return false
	}
	word, _, _ := strings.Cut(after[1:], " ")
	switch strings.TrimRight(word, ".,;:") {
	case "results", "figures", "earnings", "accounts", "report", "numbers", "profits":
		return true
	}
	return false
}

// isFixture reports a day that says when what follows takes place: "Saturday's
// derby", "tomorrow's vote".
func (v *view) isFixture(w deadline.Reading) bool {
	if w.Granularity != deadline.Day || w.Start < v.verb {
		return false
	}
	next := strings.Fields(strings.TrimLeft(v.text[w.End:], "'’s"))
	if len(next) == 0 {
		return false
	}
	switch strings.Trim(next[0], ".,;:”\"") {
	case "tie", "cup", "league", "clash", "showdown", "replay", "visit", "trip", "fixture", "leg", "ballot", "auction", "test", "opening", "parade", "talks", "election", "referendum", "premiere", "gala", "semi", "home", "away", "flight", "sale", "derby", "match", "game", "final", "semi-final", "semifinal", "vote", "summit", "race", "debate", "hearing", "concert", "opener", "friendly", "qualifier", "rally", "march", "strike", "ceremony", "launch", "meeting", "session":
		return true
	}
	return false
}

// describes reports a phrase that only tells which: "operations postponed in
// November would".
func (v *view) describes(w deadline.Reading) bool {
	words := clause.Words(nil, v.text[v.from:max(v.from, w.Start)])
	return len(words) > 1 && (clause.IsPast(words[len(words)-1].Text) || words[len(words)-1].Text == "held")
}

// first is the hardest phrase among the words, of equals the first after the
// verb, then the first; when the sentence joins them with others, what the words
// give alone. It is asked after whole, which has read the sentence.
func (v *view) first(verb int) deadline.Reading {
	best, found := deadline.Reading{}, false
	for w := range v.page.read.phrases.All() {
		if !v.holds(w) || w.Conditional || w.Superseded {
			continue
		}
		if !found || v.rank(w, verb) > v.rank(best, verb) {
			best, found = w, true
		}
	}
	if !found {
		if best = v.Deadlines.Read(v.text[v.from:v.to], v.said); best.Latest != 0 || best.Class == deadline.ClassEvent {
			best.Start, best.End = best.Start+v.from, best.End+v.from
			found = v.holds(best)
		}
	}
	if !found {
		return v.Deadlines.Read("", v.said)
	}
	return best
}

func (v *view) rank(w deadline.Reading, verb int) int {
	n := 0
	if (window{Reading: w}).hard() {
		n += 2
	}
	if w.Start >= verb || !v.describes(w) {
		n++
	}
	return n
}

// spokenAt reports whether a byte of sentence n stands among the words by which
// somebody is reported to speak: the Wednesday of "said on Wednesday".
func (p *page) spokenAt(n, offset int) bool {
	t := p.texts[n]
	for _, a := range p.speaks[n] {
		if a.first < len(t.Words) && t.Words[a.first].Start <= offset && offset < t.Words[a.last-1].End {
			return true
		}
	}
	return false
}

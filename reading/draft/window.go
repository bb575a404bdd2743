package draft

import "tracker/reading/deadline"

// window is the deadline of a draft. Past tells that the only time its words
// name was over before the article; after, that the phrase follows the cue.
type window struct {
	deadline.Reading
	past, after bool
}

// hard reports a window whose ends the words name, and no vague "soon".
func (w window) hard() bool {
	return w.Latest != 0 && w.Class != deadline.ClassVague && w.Class != deadline.ClassEvent
}

// window is the deadline among the words part of sentence n: the one that
// governs the sentence where it stands among them, else the first hard one. A
// time by which somebody spoke is none.
func (p *page) window(n int, part [2]int, c cue) window {
	t, s := p.texts[n], p.sentences[n]
	text := p.Text[s.Start:s.End]
	from, to := t.Words[part[0]].Start, t.Words[part[1]-1].End
	said := p.Said
	said.Quoted = p.quoted(s.Start+t.Words[c.at].Start) >= 0
	whole := p.Deadlines.Read(text, said)
	if !within2(whole, from, to) || p.spokenAt(n, whole.Start) || whole.Class == deadline.ClassNone && whole.Start < t.Words[min(c.verb, len(t.Words)-1)].Start {
		whole = p.first(n, text, said, from, to, whole)
	}
	w := window{Reading: whole, after: whole.Start > t.Words[c.at].Start}
	w.past = (w.after || whole.Start < t.Words[min(part[0]+3, len(t.Words)-1)].Start) && whole.Class == deadline.ClassNone && whole.Rule == "past" && whole.Phrase != "" && within2(whole, from, to) || w.Latest != 0 && w.Latest < p.Said.On
	return w
}

func within2(w deadline.Reading, from, to int) bool {
	return w.Phrase != "" && w.Start >= from && w.End <= to
}

// first is the hardest phrase among bytes from to to-1 of a sentence, of equals
// the first; a reading without a phrase where there is none.
func (p *page) first(n int, text string, said deadline.Said, from, to int, whole deadline.Reading) deadline.Reading {
	best, found := deadline.Reading{}, false
	for w := range p.Deadlines.Scan(text, said) {
		if !within2(w, from, to) || w.Conditional || w.Superseded || p.spokenAt(n, w.Start) {
			continue
		}
		if !found || (window{Reading: w}).hard() && !(window{Reading: best}).hard() {
			best, found = w, true
		}
	}
	if found {
		return best
	}
	return p.Deadlines.Read("", said)
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

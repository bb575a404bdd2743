package deadline

import "iter"

// Phrases are those of one text, for whoever asks for the one that governs and
// for all of them: the text is read once.
type Phrases struct {
	found []candidate
	said  Said
}

// Phrases reads a text into p, in the room of the one before.
func (r *Reader) Phrases(p *Phrases, text string, said Said) {
	p.found, p.said = p.found[:0], said
	for c := range r.found(text, said) {
		p.found = append(p.found, c)
	}
}

// Governing is what Reader.Read finds in the text.
func (p *Phrases) Governing() Reading {
	if len(p.found) == 0 {
		return none(p.said)
	}
	return govern(p.found[:min(len(p.found), mostPhrases)])
}

// All yields what Reader.Scan finds in it.
func (p *Phrases) All() iter.Seq[Reading] {
	return func(yield func(Reading) bool) {
		for i := range p.found {
			if c := &p.found[i]; c.dates() && !yield(c.Reading) {
				return
			}
		}
	}
}

// dates reports a phrase that says when, and neither what nor how often.
func (c *candidate) dates() bool { return c.Class != ClassNone && !c.content && !c.recurs }

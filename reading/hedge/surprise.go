package hedge

import "strings"

// unsurprised turns "not be at all surprised if" into what it says: that it may
// well be so. Other matches stay as they are.
func (l *Lexicon) unsurprised(s sentence, m match) match {
	if !m.surprise() {
		return m
	}
	not := s.notBefore(m.first, 0, 5)
	f := l.begin("not").take("be").take("surprised").form()
	if not < 0 || f == nil {
		return m
	}
	m.form, m.first = f, not
	return m
}

// surprise reports whether m doubts by being surprised.
func (m *match) surprise() bool {
	return strings.HasPrefix(m.form.text, "surpris") || strings.HasPrefix(m.form.text, "amaze") || strings.HasPrefix(m.form.text, "shock")
}

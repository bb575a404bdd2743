package deadline

// cardinal reads a whole or decimal number in digits or words: 21, 1.5,
// "twenty-one", "two hundred and ten", "a dozen", "2 million".
func (p *parser) cardinal(i int) (n, hundredths, next int) {
	if t := p.at(i); t.kind != number {
		if t.is("a") && p.at(i+1).among("hundred", "dozen", "thousand", "million", "billion") {
			return p.scaled(1, i+1)
		}
		return 0, 0, 0
	}
	t := p.at(i)
	if t.digits > 0 {
		if h := p.at(i + 1); h.is("½") {
			return int(t.value), 50, i + 2
		}
		n, _, next = p.scaled(int(t.value), i+1)
		return n, int(t.hundredths), next
	}
	return p.words(i)
}

// words adds up number words from i on.
func (p *parser) words(i int) (n, hundredths, next int) {
	if p.at(i).value >= 100 {
		return p.scaled(1, i)
	}
	n = int(p.at(i).value)
	i++
	if t := p.at(i); n >= 20 && n%10 == 0 && t.kind == number && t.digits == 0 && t.value < 10 {
		n += int(t.value)
		i++
	}
	n, _, i = p.scaled(n, i)
	j := p.over(i, "and")
	if t := p.at(j); n >= 100 && t.kind == number && t.digits == 0 && t.value < 100 {
		rest, _, k := p.words(j)
		return n + rest, 0, k
	}
	return n, 0, i
}

// scaled multiplies n by the hundreds, dozens and millions that follow.
func (p *parser) scaled(n, i int) (product, hundredths, next int) {
	for t := p.at(i); t.kind == number && t.digits == 0 && (t.value >= 100 || t.is("dozen")); t = p.at(i) {
		n = min(n*int(t.value), huge)
		i++
	}
	return n, 0, i
}

// ranked reads an ordinal: 3rd, "third", "twenty-first"; "last" is -1 and
// "penultimate" -2.
func (p *parser) ranked(i int) (n, next int) {
	t := p.at(i)
	switch {
	case t.kind == number && t.digits == 0 && t.value >= 20 && p.at(i+1).kind == ordinal && p.at(i+1).value < 10:
		return int(t.value + p.at(i+1).value), i + 2
	case t.is("next") && p.at(i+1).is("to") && p.at(i+2).is("last"):
		return -2, i + 3
	case t.kind == ordinal && t.value > 1 && p.at(i+1).among("to", "from") && p.at(i+2).is("last"):
		return -int(t.value), i + 3
	case t.kind == ordinal && t.value > 1 && p.at(i+1).is("last") && (p.at(i-1).is("the") || p.at(i+1).hyphen || p.from == i): // "the third last day"
		return -int(t.value), i + 2
	case t.is("antepenultimate"):
		return -3, i + 1
	case t.kind == ordinal:
		return int(t.value), i + 1
	case t.is("penultimate"):
		return -2, i + 1
	case t.among("last", "final", "closing"):
		if n := p.at(i + 2); p.at(i+1).is("but") && n.kind == number && n.value < 100 {
			return -1 - int(n.value), i + 3
		}
		return -1, i + 1
	case t.is("opening"):
		return 1, i + 1
	}
	return 0, 0
}

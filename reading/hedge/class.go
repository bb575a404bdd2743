package hedge

// class says how a phrase works in a sentence. It decides which of several
// hedges governs and what a "not" beside one means.
type class uint8

const (
	chance    class = iota // speaks of chance: likely, maybe, good chance
	denial                 // the same, and denies: unlikely, no chance
	intent                 // expectation, plan or wish: expected to, plans to
	modal                  // will, would, may
	frequency              // how often, used for how probable: usually, always
)

func classNamed(name string) (class, bool) {
	switch name {
	case "chance":
		return chance, true
	case "denial":
		return denial, true
	case "intent":
		return intent, true
	case "modal":
		return modal, true
	case "frequency":
		return frequency, true
	}
	return 0, false
}

package deadline

// Rule documents one rule of the grammar.
type Rule struct{ ID, Sentence, Example, Reason string }

// Rules returns the rules in the order in which the manual explains them.
func Rules() []Rule { return nil }

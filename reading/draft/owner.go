package draft

import "tracker/reading/clause"

// ownerOf is the words of the subject of the verb at i.
func ownerOf(t *clause.Text, i int) [2]int {
	none := func(int) bool { return false }
	from, to := subjectBefore(t, i, none)
	if from == to {
		if at := relativeAt(t, i); at > 0 {
			from, to = subjectBefore(t, at, none)
		}
	}
	return [2]int{from, to}
}

// ownerBefore is whose the plan before token i is, which the verb after it shares:
// "the company plans to add a boat and expects".
func ownerBefore(t *clause.Text, i int) [2]int {
	for j := i - 1; j > 0; j-- {
		if w := t.Word(j); w == ";" || w == ":" {
			break
		}
		if c, ok := cueAt(t, j); ok {
			if c.owner[1] > c.owner[0] {
				return c.owner
			}
			return ownerOf(t, j)
		}
	}
	return [2]int{}
}

// relativeAt is where "which" or "who" stands as the subject of the verb at i, or
// the comma before it; 0 for none.
func relativeAt(t *clause.Text, i int) int {
	for i > 0 && (skipsBack(t.Word(i-1)) || isMonth(t.Word(i-1)) || isYear(t.Word(i-1)) || t.Word(i-1) == "in") {
		i--
	}
	if w := t.Word(i - 1); w != "which" && w != "who" {
		return 0
	}
	if i > 2 && t.Word(i-2) == "," {
		return i - 2
	}
	return i - 1
}

func subjectAt(owner [2]int) bool { return owner[1] > owner[0] }

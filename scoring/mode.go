package scoring

import "slices"

// minShared is how many questions somebody must share: below six events a
// permutation test cannot reach 5 %.
const minShared = 6

// comparable chooses whom a board can compare by skill: the difficulty of
// questions can be taken out only where speakers addressed the same ones. It
// begins with the eligible, when half of their cells lie on questions that
// another of them addressed; then whoever shares fewer than six cells, or under
// half of their own, drops until nobody drops, and the largest group that is
// linked by shared questions is kept. Fewer than two, and records are compared.
func (b cellGrid) comparable(eligible []int32) (ranked []int32, skill bool) {
	some := b.of(eligible)
	if _, shared := some.sharedCounts(); 2*shared < len(some.cells) || len(some.cells) == 0 {
		return eligible, false
	}
	left := slices.Clone(eligible)
	for {
		some = b.of(left)
		all := some.counts()
		shared, _ := some.sharedCounts()
		var kept []int32
		for i, s := range left {
			if shared[i] >= minShared && 2*shared[i] >= all[i] {
				kept = append(kept, s)
			}
		}
		if len(kept) == len(left) {
			break
		}
		left = kept
	}
	if left = b.linked(left); len(left) < 2 {
		return eligible, false
	}
	return left, true
}

// linked is the largest group of speakers between any two of whom there is a
// chain of shared questions; of equal ones that of the first name.
func (b cellGrid) linked(speakers []int32) []int32 {
	some := b.of(speakers)
	root := make([]int, len(speakers))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	first := make(map[int32]int, some.questions) // speaker who addressed a question
	for _, c := range some.cells {
		s, seen := first[c.question]
		if !seen {
			first[c.question] = int(c.speaker)
			continue
		}
		a, z := find(s), find(int(c.speaker))
		root[max(a, z)] = min(a, z)
	}
	groups := map[int][]int32{}
	var largest []int32
	for i, s := range speakers {
		groups[find(i)] = append(groups[find(i)], s)
	}
	for i := range speakers {
		if g := groups[i]; len(g) > len(largest) {
			largest = g
		}
	}
	return largest
}

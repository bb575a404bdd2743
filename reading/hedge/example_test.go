package hedge_test

import (
	"fmt"
	"strings"

	"tracker/reading/hedge"
)

func ExampleLexicon_Find() {
	for _, sentence := range []string{
		"There is a good chance of a deal this week.",
		"No one is expecting an overnight breakthrough.",
		"Bookmakers quote the incumbent at 3 to 1 against.",
		"Duties on certain goods reach 50 %.",
	} {
		r := hedge.Builtin().Find(sentence)
		if r.P == nil {
			fmt.Println(r.Kind)
			continue
		}
		fmt.Printf("%s: %v from %v to %v, %s, will-not %v\n", r.Words, *r.P, *r.Low, *r.High, r.Kind, r.WillNot)
	}
	// Output:
	// good chance: 0.68 from 0.55 to 0.8, assumed, will-not false
	// expecting: 0.8 from 0.6 to 0.95, assumed, will-not true
	// 3 to 1 against: 0.25 from 0.25 to 0.25, explicit, will-not false
	// none
}

func ExampleLexicon_Extend() {
	desk, err := hedge.Load(strings.NewReader("phrase,point,low,high\ncould,0.3,0.1,0.5\n"), "desk")
	if err != nil {
		fmt.Println(err)
		return
	}
	both := hedge.Builtin().Extend(desk)
	fmt.Println(both.Name(), *both.Read("could").P, *both.Read("likely").P)
	// Output: tracker-2026.3+desk 0.3 0.729
}

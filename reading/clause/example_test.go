package clause_test

import (
	"fmt"

	"tracker/reading/clause"
)

// The clause that speaks of the statement's event is the one that counts.
func ExampleText_About() {
	t := clause.Cut("A truce might come within weeks. Elections will take place by mid-March.")
	fmt.Println(t.About("Elections take place"))
	fmt.Println(t.About("A truce comes"))
	// Output:
	// 1 true
	// 0 true
}

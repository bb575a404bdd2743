package deadline_test

import (
	"fmt"

	"tracker/calendar"
	"tracker/reading/deadline"
)

// A phrase is read from the day on which it was said.
func ExampleReader_Read() {
	r, err := deadline.New(deadline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := r.Read("The deal will be signed by mid-March.", deadline.Said{On: calendar.Date(2026, 1, 12)})
	fmt.Println(w.Phrase, w.Earliest, w.Latest, w.Class, w.Rule)
	// Output:
	// by mid-March 2026-01-12 2026-03-20 fuzzy part
}

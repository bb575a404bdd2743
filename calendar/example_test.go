package calendar_test

import (
	"fmt"

	"tracker/calendar"
)

// A day is a number, so days are counted by taking one from another.
func ExampleParse() {
	d, err := calendar.Parse("2025-08-06")
	fmt.Println(d.Weekday(), d+5, err)
	_, err = calendar.Parse("2025-02-30")
	fmt.Println(err)
	// Output:
	// Wednesday 2025-08-11 <nil>
	// "2025-02-30" is not a day of the calendar
}

package report_test

import (
	"fmt"

	"tracker/calendar"
	"tracker/telling/report"
)

// Windows are put into words in one place.
func ExampleDays() {
	fmt.Println(report.Days(calendar.Date(2025, 8, 11), calendar.Date(2025, 8, 17)))
	fmt.Println(report.Days(calendar.Date(2025, 8, 11), 0))
	// Output:
	// Mon 11 to Sun 17 Aug 2025
	// from Mon 11 Aug 2025, no end
}

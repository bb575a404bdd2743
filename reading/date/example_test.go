package date_test

import (
	"fmt"
	"time"

	"tracker/calendar"
	"tracker/reading/date"
)

// What could be two days is refused with both.
func ExampleRead() {
	today := calendar.Date(2025, time.August, 18)
	for _, s := range []string{"yesterday", "last Friday", "13/4/2025", "3/4/2025"} {
		fmt.Println(date.Read(s, date.Options{Today: today, Lean: date.Past}))
	}
	// Output:
	// 2025-08-17 <nil>
	// 2025-08-15 <nil>
	// 2025-04-13 <nil>
	//  "3/4/2025" is 3 Apr 2025 or 4 Mar 2025
}

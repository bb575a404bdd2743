package remind_test

import (
	"fmt"
	"time"

	"tracker/calendar"
	"tracker/remind"
)

// Who was away for a month is asked once, for the latest day that came up.
func ExampleOccurrence() {
	due := calendar.Date(2025, time.August, 18)
	for _, today := range []calendar.Day{due - 1, due, due + 2, due + 3, due + 7, due + 31} {
		day, ok := remind.Occurrence(due, today)
		fmt.Println(today, day, ok)
	}
	// Output:
	// 2025-08-17  false
	// 2025-08-18 2025-08-18 true
	// 2025-08-20 2025-08-18 true
	// 2025-08-21 2025-08-21 true
	// 2025-08-25 2025-08-25 true
	// 2025-09-18 2025-09-15 true
}

package daemon_test

import (
	"fmt"
	"time"

	"tracker/daemon"
)

// A machine that slept through three mornings rings once.
func ExampleAlarm() {
	friday := time.Date(2025, time.August, 15, 9, 0, 0, 0, time.UTC)
	s, err := daemon.ParseSchedule("0 8 * * 1-5", time.UTC, friday)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := daemon.NewAlarm(s)
	a.Answered(friday)
	next, _ := a.Next(friday)
	fmt.Println(next.Format(time.RFC1123))
	wednesday := friday.AddDate(0, 0, 5)
	fmt.Println(a.Rings(wednesday))
	a.Answered(wednesday)
	fmt.Println(a.Rings(wednesday))
	// Output:
	// Mon, 18 Aug 2025 08:00:00 UTC
	// true
	// false
}

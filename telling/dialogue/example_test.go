package dialogue_test

import (
	"fmt"
	"io"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/telling/dialogue"
	"tracker/telling/screen"
)

// Questions are asked in turn, and an empty answer leaves a member to the words.
func ExampleDialogue_Draft() {
	answers := "The ferry sails\nCaptain\nThe ferry will probably sail next week\n\n\n\n\n\n\n\n\nyes\n"
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	today := calendar.Date(2025, time.August, 18)
	d := &dialogue.Dialogue{
		Screen: &screen.Screen{In: strings.NewReader(answers), Out: io.Discard, Err: io.Discard, Width: 80},
		Reader: &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"},
		Now:    claims.At(today.Start(time.UTC)), Zone: time.UTC,
		Dates: func(l date.Lean) date.Options { return date.Options{Today: today, Lean: l} },
	}
	draft, err := d.Draft(func(speaker string) bool { return true })
	fmt.Println(draft.Speaker, "on", draft.StatedOn+":", draft.Statement, err)
	// Output:
	// Captain on 2025-08-18: The ferry sails <nil>
}

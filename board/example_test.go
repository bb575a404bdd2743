package board_test

import (
	"fmt"
	"slices"
	"time"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// A board counts every claim, and says of each why it counts or not.
func ExampleScore() {
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
	logged := claims.At(time.Date(2025, 8, 1, 12, 0, 0, 0, time.UTC))
	var list []claims.Claim
	for _, d := range []claims.Draft{
		{Statement: "The ferry sails", Speaker: "Captain", Event: "ferry", StatedOn: "2025-08-01", Phrase: "by 10 August", HedgeWords: "likely"},
		{Statement: "The quay opens", Speaker: "Captain", Event: "quay", StatedOn: "2025-08-01", Phrase: "soon"},
	} {
		c, _, err := r.Claim(d, logged)
		if err != nil {
			fmt.Println(err)
			return
		}
		list = append(list, c)
	}
	v, err := list[0].Judge(claims.Verdict{Outcome: claims.Yes, Day: calendar.Date(2025, 8, 9), Note: "seen from the pier"}, calendar.Date(2025, 8, 18))
	if err != nil {
		fmt.Println(err)
		return
	}
	list[0].Verdict = &v
	b := board.Score(slices.Values(list), board.BySpeaker, board.Policy{}, calendar.Date(2025, 8, 18), board.Options{})
	for _, j := range b.Judged {
		fmt.Printf("%s: %s\n", j.Claim.Statement, j.Bucket)
	}
	fmt.Printf("Brier %.4f\n", *b.Overall.Brier)
	// Output:
	// The ferry sails: scored
	// The quay opens: open
	// Brier 0.0734
}

package claims_test

import (
	"fmt"
	"time"

	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// A draft becomes a claim: window and hedge are read out of its words.
func ExampleReader_Claim() {
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
	now := claims.At(time.Date(2025, 8, 6, 12, 0, 0, 0, time.UTC))
	c, _, err := r.Claim(claims.Draft{Statement: "The talks resume", Speaker: "The ministry", Phrase: "next week", HedgeWords: "likely"}, now)
	fmt.Println(c.Window.Earliest, c.Window.Latest, c.Window.Rule, *c.Hedge.P, err)
	_, _, err = r.Claim(claims.Draft{Statement: "The talks resume"}, now)
	fmt.Println(err)
	// Output:
	// 2025-08-11 2025-08-17 week 0.729 <nil>
	// speaker: is empty
}

// Every member of a claim is one row of a table.
func ExampleMember() {
	c := claims.Claim{Statement: "The talks resume"}
	for _, m := range claims.Members {
		if text, ok := m.Addr(&c).(*string); ok && *text != "" {
			fmt.Printf("%s: %s, at most %d bytes\n", m.Name, *text, m.Limit)
		}
	}
	// Output:
	// statement: The talks resume, at most 8192 bytes
}

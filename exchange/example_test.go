package exchange_test

import (
	"fmt"
	"strings"

	"tracker/exchange"
)

// Each line of a file is a claim or a refusal that names file, line and member.
func ExampleReadJSONL() {
	file := `{"statement": "The talks resume", "speaker": "The ministry", "stated_on": "2025-08-06", "deadline_phrase": "next week"}
{"statement": "The bridge reopens", "speaker": "The council", "stated_on": "2025-08-06", "hedging": "likely"}
`
	for line, err := range exchange.ReadJSONL(strings.NewReader(file), "desk.jsonl") {
		fmt.Println(line.Number, line.Draft.Phrase, err)
	}
	// Output:
	// 1 next week <nil>
	// 2  desk.jsonl:2: column 90: unknown member "hedging"
}

package program_test

import (
	"context"
	"fmt"

	"tracker/remind"
	"tracker/remind/program"
)

// A program reads the message as JSON, and has delivered it when it ends with 0.
func ExampleProgram() {
	p := &program.Program{Argv: []string{"grep", "-c", "The talks resume"}}
	receipt, err := p.Send(context.Background(), remind.Message{ID: "1", Subject: "The talks resume"})
	fmt.Println(receipt, err)
	// Output: grep ended with 0: 1 <nil>
}

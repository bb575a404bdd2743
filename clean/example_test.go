package clean_test

import (
	"fmt"

	"tracker/clean"
)

// What a terminal would obey is shown instead, on one line.
func ExampleLine() {
	fmt.Println(clean.Line("The talks\nresume\x1b[31m"))
	// Output:
	// The talks�resume�[31m
}

// A text that a spreadsheet could run is led by an apostrophe, which Uncell
// takes off again.
func ExampleCell() {
	cell := clean.Cell("=1+1")
	fmt.Println(cell, clean.Uncell(cell))
	// Output:
	// '=1+1 =1+1
}

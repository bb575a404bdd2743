package screen_test

import (
	"os"

	"tracker/telling/screen"
)

// People get headers and aligned columns, pipes get bare rows.
func ExampleScreen_Table() {
	s := &screen.Screen{Out: os.Stdout, TTYOut: true, Width: 40}
	s.Table([]string{"id", "statement"}, [][]string{{"1", "The talks resume"}, {"12", "The bridge reopens before the winter comes"}})
	// Output:
	// id  statement
	// 1   The talks resume
	// 12  The bridge reopens before the winte…
}

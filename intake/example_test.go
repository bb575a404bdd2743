package intake_test

import (
	"fmt"

	"tracker/intake"
)

// A column may have a = in its name; a member has none.
func ExampleReadMapping() {
	fmt.Println(intake.ReadMapping("Confidence (1=low)=p"))
	_, err := intake.ReadMapping("Who")
	fmt.Println(err)
	// Output:
	// {Confidence (1=low) p} <nil>
	// --map "Who" is not COLUMN=MEMBER
}

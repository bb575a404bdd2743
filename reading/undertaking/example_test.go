package undertaking_test

import (
	"fmt"

	"tracker/reading/undertaking"
)

// Who speaks of their own deeds promises; who speaks of the weather foresees.
func ExampleRead() {
	for _, quote := range []string{"We will reopen the bridge by March.", "It will rain by March."} {
		r := undertaking.Read(quote, "", undertaking.Speaker{Name: "City council", Kind: "institution"})
		fmt.Printf("%s %q\n", r.Type, r.Words)
	}
	// Output:
	// promise "will reopen"
	// forecast "will rain"
}

package ledger_test

import (
	"fmt"

	"tracker/ledger"
)

// The canonical form has one spelling for a value, so that checks can be made
// over its bytes.
func ExampleCanonicalize() {
	text, err := ledger.Canonicalize([]byte(`{"p": 0.50, "a": [1e3]}`))
	fmt.Println(string(text), err)
	// Output:
	// {"a":[1000],"p":0.5} <nil>
}

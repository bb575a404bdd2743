package hook_test

import (
	"fmt"

	"tracker/remind/hook"
)

// The address of a chat is a secret: whoever has it can write there.
func ExampleMask() {
	fmt.Println(hook.Mask("https://hooks.example.org/services/T0/B0/secret?token=1"))
	fmt.Println(hook.Mask("no address"))
	// Output:
	// https://hooks…/***
	// ***
}

package files_test

import (
	"fmt"

	"tracker/files"
)

// What is no regular file is refused at once: nothing waits and nothing grows.
func ExampleReadWhole() {
	_, err := files.ReadWhole("/dev/zero", 1<<20)
	fmt.Println(err)
	// Output:
	// /dev/zero is not a file
}

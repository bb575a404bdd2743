package scratch_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/scratch"
)

// Nothing stands at the name before the file is finished.
func ExampleFile() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	board := filepath.Join(dir, "board.html")
	f, err := scratch.File(dir, "output", 0o600)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Discard() // does nothing after Name
	_, err = os.Stat(board)
	fmt.Println("before:", errors.Is(err, fs.ErrNotExist))
	err = f.Name(board)
	_, missing := os.Stat(board)
	fmt.Println("after:", err, missing)
	// Output:
	// before: true
	// after: <nil> <nil>
}

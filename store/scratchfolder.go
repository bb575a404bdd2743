package store

import (
	"os"

	"tracker/scratch"
)

// scratchFolder makes a folder for a book that is made to be read once; see
// scratch.Dir.
func scratchFolder(purpose string) (*scratch.Temporary, error) {
	dir, err := scratch.Dir(os.TempDir(), purpose)
	if err != nil {
		return nil, unusable("%s has no place for a scratch book: %v", os.TempDir(), scratch.Pathless(err)).WithHint("set TMPDIR to a directory with room")
	}
	return dir, nil
}

//go:build !unix

package files

import (
	"io/fs"
	"os"
)

// keepOwner does nothing here.
func keepOwner(*os.File, fs.FileInfo) {}

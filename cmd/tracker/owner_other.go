//go:build !unix

package main

import (
	"io/fs"
	"os"
)

// keepOwner does nothing here.
func keepOwner(*os.File, fs.FileInfo) {}

//go:build !unix

package sqlite

import "os"

// alone takes no lock here: a file that is open cannot be renamed.
func alone(*os.File) (who string) { return "" }

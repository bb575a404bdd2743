//go:build !unix

package sqlite

// whyNot is not known here.
func whyNot(string) string { return "" }

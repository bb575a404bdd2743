//go:build !unix

package sqlite

// onFixed is not known here.
func onFixed(string) bool { return false }

package report

// Changed counts the claims and names that a command changed.
func Changed(claims, names int) string {
	switch {
	case names == 0:
		return Count(claims, "claim")
	case claims == 0:
		return Count(names, "name")
	}
	return Count(claims, "claim") + " and " + Count(names, "name")
}

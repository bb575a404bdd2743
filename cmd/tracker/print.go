package main

import (
	"tracker/telling/report"
)

// plural prints n with a noun: "1 claim", "2 claims".
func plural(n int, noun string) string { return report.Count(n, noun) }

// percent prints a probability as people say it: "40 %".
func percent(p float64) string { return report.Percent(p) }

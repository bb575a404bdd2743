// Package scoring turns forecasts and what happened into figures: losses,
// calibration, discrimination, intervals, leaderboards and comparisons. It is
// pure: the same values in give the same digits out. It knows no clock, no
// file, no format and no claim. It must not learn what a claim is, how a table
// is read or how one is drawn.
//
//	fs := []scoring.Forecast{
//		{Speaker: "desk", Event: "rain", P: 0.7, Low: 0.7, High: 0.7, Y: 1, Weight: 1},
//		{Speaker: "desk", Event: "snow", P: 0.2, Low: 0.2, High: 0.2, Y: 0, Weight: 1},
//	}
//	g := scoring.Measure(fs, scoring.Options{})
//	*g.Brier // 0.065
//
// Scores are losses, lower is better, except the spherical score, the skill
// scores and the AUC. A nil pointer means "not defined here" and becomes null
// in JSON; 0 is never used for "unknown".
//
// Products that are added to something stand in a float64 conversion, which
// keeps compilers from fusing the two: with one rounding less the last digits
// would differ between machines.
package scoring

package chart_test

import (
	"fmt"
	"strings"

	"tracker/telling/chart"
)

// A chart has its figures as a table, and says in words what it shows.
func ExampleForest() {
	c := chart.Forest{Title: "Right, of the sides taken", Rows: []chart.ForestRow{
		{Name: "The ministry", Of: "4 of 5", Share: 0.8, Low: 0.35, High: 0.97},
		{Name: "The council", Of: "1 of 5", Share: 0.2, Low: 0.03, High: 0.65},
	}}.Chart()
	fmt.Println(c.Empty(), c.Name)
	fmt.Print(strings.ReplaceAll(string(c.CSV()), "\r", "")) // lines of a file end in CR LF
	// Output:
	// false forest
	// Name,Right,Share,From,To,No side,Could not be tested,Which
	// The ministry,4 of 5,0.8,0.35,0.97,0,0,
	// The council,1 of 5,0.2,0.03,0.65,0,0,
}

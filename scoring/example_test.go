package scoring_test

import (
	"fmt"

	"tracker/scoring"
)

// The Brier score is the squared distance of what was said from what happened.
func ExampleBrier() {
	fmt.Printf("%.2f %.2f\n", scoring.Brier(0.8, 1), scoring.Brier(0.8, 0))
	// Output:
	// 0.04 0.64
}

package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// unhurried has the first garbage collected when there are 16 MB of it, not 4:
// most verbs end before that. From then on it is done as ever; who has set GOGC
// is obeyed.
func unhurried() {
	const times = 4
	if os.Getenv("GOGC") != "" {
		return
	}
	percent := debug.SetGCPercent(100 * times)
	runtime.AddCleanup(new(watched), func(percent int) {
		if verb := debug.SetGCPercent(percent); verb != 100*times { // which has chosen its own
			debug.SetGCPercent(verb)
		}
	}, percent)
}

// watched is gone after the first collection.
type watched struct{ _ *watched }

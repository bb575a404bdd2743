package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far long work is, on a terminal only.
type progress struct{ bar *progressbar.ProgressBar }

// progress starts showing work of total steps, -1 for an unknown number.
func (e *env) progress(total int64, what string) progress {
	if !e.ttyErr {
		return progress{}
	}
	return progress{progressbar.NewOptions64(total, progressbar.OptionSetDescription(what), progressbar.OptionSetWriter(e.err),
		progressbar.OptionSetWidth(20), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(total > 0))}
}

// set moves the bar to n steps.
func (p progress) set(n int64) {
	if p.bar != nil {
		p.bar.Set64(n) // a bar that cannot be drawn is no reason to stop
	}
}

// done takes the bar away.
func (p progress) done() {
	if p.bar != nil {
		p.bar.Finish()
		p.bar.Clear()
	}
}

package intake

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// Little that is kept lets much garbage lie, and much half as much.
func TestShare(t *testing.T) {
	for kept, want := range map[uint64]int{0: 1600, 1 << 20: 1600, 8 << 20: 200, 16 << 20: 100, 32 << 20: 50, 1 << 30: 50} {
		if got := share(kept); got != want {
			t.Errorf("beside %d bytes lie %d %%, want %d", kept, got, want)
		}
	}
}

// What is kept after a collection decides, each time anew, until it ends: then
// all is as it was.
func TestUnhurried(t *testing.T) {
	before := debug.SetGCPercent(77)
	defer debug.SetGCPercent(before)
	end := unhurried()
	for range 3 {
		was := debug.SetGCPercent(-1) // the next collection sets it
		if was == -1 || was == 77 {
			t.Fatalf("the share is %d", was)
		}
		for range 1000 {
			runtime.GC()
			if now := debug.SetGCPercent(-1); now != -1 {
				debug.SetGCPercent(now)
				break
			}
			runtime.Gosched()
		}
	}
	if end(); debug.SetGCPercent(77) != 77 {
		t.Error("the share stays after the end")
	}
}

package screen

import (
	"math"
	"strings"
	"testing"

	"tracker/scoring"
)

func TestHeightAt(t *testing.T) {
	line := []vertex{{0.2, 0.1}, {0.4, 0.1}, {0.6, 0.5}}
	for _, c := range []struct{ p, want float64 }{{0, 0.1}, {0.2, 0.1}, {0.3, 0.1}, {0.5, 0.3}, {0.6, 0.5}, {1, 0.5}} {
		if got := heightAt(line, c.p); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("at %v: %v, want %v", c.p, got, c.want)
		}
	}
}

// TestDiagramCorners: nothing said and nothing happened is below on the left,
// everything above on the right, and a jump of the curve is a line.
func TestDiagramCorners(t *testing.T) {
	d := newDiagram(scoring.Calibration{
		Corp: &scoring.Corp{Blocks: []scoring.Block{{PMin: 0, PMax: 0.5, CEP: 0}, {PMin: 0.52, PMax: 1, CEP: 1}}},
		Bins: []scoring.Bin{{MeanP: 0, Freq: 0, N: 9}, {MeanP: 1, Freq: 1, N: 100}},
	}, diagramWidth)
	if got := d.cells[diagramHeight-1][0]; got != 'o' {
		t.Errorf("below on the left is %q, want a small bin", got)
	}
	if got := d.cells[0][diagramWidth-1]; got != '@' {
		t.Errorf("above on the right is %q, want a large bin", got)
	}
	steps := 0
	for _, row := range d.cells {
		steps += strings.Count(string(row), string(markStep))
	}
	if steps != diagramHeight-2 {
		t.Errorf("the jump is %d rows high, want all %d between bottom and top", steps, diagramHeight-2)
	}
}

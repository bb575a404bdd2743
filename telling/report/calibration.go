package report

import (
	"fmt"

	"tracker/board"
	"tracker/calendar"
	"tracker/reading/hedge"
)

// Calibration is the calibration of a board, with what it rests on.
type Calibration struct {
	Schema string       `json:"schema"`
	AsOf   calendar.Day `json:"as_of"`
	Policy board.Policy `json:"policy"`
	board.Calibrated

	Board board.Board `json:"-"`
}

// NewCalibration calibrates a board against a lexicon.
func NewCalibration(b board.Board, lexicon *hedge.Lexicon) Calibration {
	return Calibration{"tracker.calibration/1", b.AsOf, b.Policy, b.Calibrate(lexicon), b}
}

// SaidOf says what was said on average of what happened and of what did not;
// "" where everything or nothing did.
func SaidOf(c Calibration) string {
	if c.MeanYes == nil || c.MeanNo == nil {
		return ""
	}
	return fmt.Sprintf("read as numbers, on average: %.0f %% where it came in time, %.0f %% where it did not", 100**c.MeanYes, 100**c.MeanNo)
}

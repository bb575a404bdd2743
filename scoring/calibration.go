package scoring

// Calibration is what a reliability diagram and the sentence under it need.
type Calibration struct {
	N        int            `json:"n"`
	Events   int            `json:"events"`
	Corp     *Corp          `json:"corp"`     // the step function; nil below BookEvents events
	CorpLog  *Decomposition `json:"corp_log"` // the same for the logarithmic score
	Band     []Band         `json:"band"`     // consistency band; empty when it cannot be computed
	Bins     []Bin          `json:"bins"`
	Citl     *Citl          `json:"citl"`
	Sentence string         `json:"sentence"` // "said 12.6 would happen, 13 did …"
}

// Band is the range, 90 % pointwise, in which the curve of a calibrated
// forecaster with the same forecasts would lie at P.
type Band struct {
	P    float64 `json:"p"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

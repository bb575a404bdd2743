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
	MeanYes  *float64       `json:"mean_yes"`      // mean forecast of what happened
	MeanNo   *float64       `json:"mean_no"`       // and of what did not
	Low      float64        `json:"expected_low"`  // Σ of the lower ends of the readings
	High     float64        `json:"expected_high"` // and of the upper ends
	Power    *float64       `json:"power"`         // how often a speaker whose log-odds are twice the true ones would be noticed; nil like the p-value
	Sentence string         `json:"sentence"`      // what was due, what came, and what was found
}

// Band is the range, 90 % pointwise, in which the curve of a calibrated
// forecaster with the same forecasts would lie at P.
type Band struct {
	P    float64 `json:"p"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

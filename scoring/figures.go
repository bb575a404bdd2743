package scoring

// Figures are everything computed for one group of forecasts. The JSON keys
// are those of `tracker score --json`. A nil pointer is an undefined figure;
// docs/scoring.md gives every formula, its source and its edge cases.
type Figures struct {
	N              int            `json:"n"`      // forecasts
	Events         int            `json:"events"` // distinct events; a forecast without one is its own
	BaseRate       *float64       `json:"base_rate"`
	MeanP          *float64       `json:"mean_p"`
	Brier          *float64       `json:"brier"` // one component: 0 best, 0.25 for always 50 %, 1 worst
	BrierLow       *float64       `json:"brier_low"`
	BrierHigh      *float64       `json:"brier_high"`
	BrierBest      *float64       `json:"brier_best"` // over the readings of the hedges
	BrierWorst     *float64       `json:"brier_worst"`
	Log            *float64       `json:"log"` // nats
	LogClipped     int            `json:"log_clipped"`
	Spherical      *float64       `json:"spherical"`
	BSSHalf        *float64       `json:"bss_half"`
	BSSClimatology *float64       `json:"bss_climatology"`
	Hit            Hit            `json:"hit"`
	Corp           *Corp          `json:"corp"`
	Murphy         *Murphy        `json:"murphy"`
	AUC            *float64       `json:"auc"`
	ECE            *float64       `json:"ece"`
	Spiegelhalter  *Spiegelhalter `json:"spiegelhalter"`
	Citl           *Citl          `json:"citl"`
	Bins           []Bin          `json:"bins"`

	// FractionsLeftOut is how many forecasts came true in part and are not in
	// Murphy, AUC, ECE and Spiegelhalter, which need yes or no.
	FractionsLeftOut int `json:"fractions_left_out"`
}

// Hit is the share of sided forecasts that were right, with a 95 % Jeffreys
// interval. Share, Low and High are nil when nothing took a side.
type Hit struct {
	K           float64  `json:"k"` // right: claims, or with event weights the sum over events of the share right on each
	N           int      `json:"n"` // took a side: claims, or with event weights events
	Share       *float64 `json:"share"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Claims      int      `json:"claims"`       // that took a side, whatever they weigh
	ClaimsRight int      `json:"claims_right"` // of these
	NoSide      int      `json:"no_side"`      // claims that count and took none
}

// Corp is the CORP decomposition of the Brier score: B = MCB − DSC + UNC.
type Corp struct {
	Decomposition
	PValue *float64 `json:"p_value"` // of MCB under perfect calibration
	Blocks []Block  `json:"blocks"`  // ascending in p
}

// Decomposition splits a mean score into MCB − DSC + UNC.
type Decomposition struct {
	MCB float64 `json:"mcb"` // miscalibration, at least 0
	DSC float64 `json:"dsc"` // discrimination, at least 0
	UNC float64 `json:"unc"` // the score of always saying the base rate
}

// Block is one step of the isotonic fit.
type Block struct {
	PMin   float64 `json:"p_min"`
	PMax   float64 `json:"p_max"`
	N      int     `json:"n"`
	Weight float64 `json:"weight"`
	CEP    float64 `json:"cep"` // conditional event probability: the recalibrated forecast
}

// Murphy is the binned decomposition with the within-bin terms of Stephenson
// and others (2008): B = REL − RES + UNC + WBV − 2·WBC exactly.
type Murphy struct {
	REL float64 `json:"rel"`
	RES float64 `json:"res"`
	UNC float64 `json:"unc"`
	WBV float64 `json:"wbv"`
	WBC float64 `json:"wbc"`
}

// Spiegelhalter is the calibration test of Spiegelhalter (1986). Both are nil
// when every forecast is 0, ½ or 1.
type Spiegelhalter struct {
	Z      *float64 `json:"z"`
	PValue *float64 `json:"p_value"` // two-sided: the larger of the normal and the simulated one
	Normal *float64 `json:"p_normal"`
}

// Citl is calibration in the large: how many events were expected, and how
// many happened. Z and PValue are nil when every forecast is 0 or 1.
type Citl struct {
	Observed float64  `json:"observed"` // Σy
	Expected float64  `json:"expected"` // Σp
	Z        *float64 `json:"z"`
	PValue   *float64 `json:"p_value"` // two-sided: the larger of the normal and the simulated one
	Normal   *float64 `json:"p_normal"`
}

// Bin is one tenth of the probability scale, [Lo, Hi), the last one closed,
// with a 95 % Wilson interval of the frequency.
type Bin struct {
	Lo         float64 `json:"lo"`
	Hi         float64 `json:"hi"`
	N          int     `json:"n"`
	MeanP      float64 `json:"mean_p"`
	Freq       float64 `json:"freq"`
	WilsonLow  float64 `json:"wilson_low"`
	WilsonHigh float64 `json:"wilson_high"`
}

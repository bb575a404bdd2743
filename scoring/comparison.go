package scoring

// Comparison is A against B on the questions both answered. Differences are
// Brier(A) − Brier(B), below 0 when A is lower. Pointers are nil where there
// was too little to compute them from.
type Comparison struct {
	A          string     `json:"a"`
	B          string     `json:"b"`
	Pairs      int        `json:"pairs"`     // of statements, both with a probability
	Questions  int        `json:"questions"` // they answer
	Events     int        `json:"events"`    // by which differences are averaged and signs flipped
	Difference *float64   `json:"difference"`
	Low        *float64   `json:"low"` // 95 %, subset means (Hartigan 1969); nil below six differences that are not 0
	High       *float64   `json:"high"`
	PValue     *float64   `json:"p_value"` // signs flipped by event, two-sided, at the readings used
	PWorst     *float64   `json:"p_worst"` // the largest p-value found over all readings of the hedges
	PHolm      *float64   `json:"p_holm"`  // adjusted for all pairs of speakers compared; nil for one pair
	Best       *float64   `json:"best"`    // the least difference over all readings of the hedges
	Worst      *float64   `json:"worst"`   // the greatest
	Words      bool       `json:"words"`   // some of the numbers are a reading of words, which could be read otherwise
	DependsOn  []string   `json:"depends_on"`
	Leads      Leads      `json:"leads"`
	Sides      Sides      `json:"sides"`
	Left       []Unpaired `json:"left"` // said on the same event, and not comparable
	Verdict    string     `json:"verdict"`
}

// Leads is how far ahead each spoke, over the pairs.
type Leads struct {
	A      *float64 `json:"a"` // median, days
	B      *float64 `json:"b"`
	Ratio  *float64 `json:"ratio"`   // median of A's lead over B's
	ALater int      `json:"a_later"` // pairs on which A spoke later
	BLater int      `json:"b_later"`
	Pairs  int      `json:"pairs"`
}

// Sides compares who was right, whatever the numbers: over events on which both
// took a side.
type Sides struct {
	Events int      `json:"events"`
	A      int      `json:"a"`       // events on which A was right more often
	B      int      `json:"b"`       // events on which B was
	PValue *float64 `json:"p_value"` // exact sign test, two-sided; nil when both were always equally right
	PHolm  *float64 `json:"p_holm"`
}

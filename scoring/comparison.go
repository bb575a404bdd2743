package scoring

// Comparison is A against B on the events both addressed. Differences are
// Brier(A) − Brier(B), below 0 when A is better. Pointers are nil with fewer
// than two shared events (Difference: with none).
type Comparison struct {
	A          string   `json:"a"`
	B          string   `json:"b"`
	Events     int      `json:"events"` // addressed by both
	Difference *float64 `json:"difference"`
	Low        *float64 `json:"low"` // 95 %, paired t over events
	High       *float64 `json:"high"`
	PValue     *float64 `json:"p_value"` // sign-flip permutation, two-sided
	Best       *float64 `json:"best"`    // the least difference over all readings of the hedges
	Worst      *float64 `json:"worst"`   // the greatest
	DependsOn  []string `json:"depends_on"`
	Verdict    string   `json:"verdict"` // a sentence
}

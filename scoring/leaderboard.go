package scoring

// Leaderboard ranks speakers by their Brier score after allowing for how hard
// their events were and for how few they are.
type Leaderboard struct {
	Events   int      `json:"events"` // distinct events of all speakers
	Ranked   int      `json:"ranked"` // speakers with enough events
	Lambda   *float64 `json:"lambda"` // σ²/ω²; nil when infinite (events are not told apart) or nothing is ranked
	Mu       *float64 `json:"mu"`     // mean adjusted Brier of the population of speakers
	Tau2     *float64 `json:"tau2"`   // variance between speakers
	Q        *float64 `json:"q"`      // Cochran's heterogeneity statistic
	Rows     []Place  `json:"rows"`   // ordered by Shrunk, the best first
	Sentence string   `json:"sentence,omitempty"`
}

// Place is one speaker's row on the leaderboard. Places are never to be shown
// without their interval.
type Place struct {
	Name          string  `json:"name"`
	Events        int     `json:"events"`
	AdjustedBrier float64 `json:"adjusted_brier"`
	SE            float64 `json:"se"`
	Shrunk        float64 `json:"shrunk"` // adjusted Brier shrunk towards Mu
	SD            float64 `json:"sd"`
	SkillPoints   float64 `json:"skill_points"` // 100 (Mu − Shrunk), above 0 is better than average
	SkillLow      float64 `json:"skill_low"`    // 95 % interval
	SkillHigh     float64 `json:"skill_high"`
	PBetter       float64 `json:"p_better"` // probability of being better than average
	Rank          int     `json:"rank"`
	RankLow       int     `json:"rank_low"` // simultaneous 95 % interval
	RankHigh      int     `json:"rank_high"`
}

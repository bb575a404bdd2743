package scoring

// Leaderboard compares speakers by their Brier score. docs/scoring.md gives
// the formulas.
type Leaderboard struct {
	Mode     Mode       `json:"mode"`
	Events   int        `json:"events"`   // distinct events of all speakers
	Ranked   int        `json:"ranked"`   // speakers with a row
	Lambda   *float64   `json:"lambda"`   // max(1, σ²/ω²); nil in mode record and where events are not told apart
	Mu       *float64   `json:"mu"`       // mean Brier of the population of speakers
	Tau2     *float64   `json:"tau2"`     // variance between speakers
	Q        *float64   `json:"q"`        // Cochran's heterogeneity statistic
	Rows     []Place    `json:"rows"`     // ordered by Shrunk, the best first
	Unranked []Unranked `json:"unranked"` // in mode skill: who shares too little with the others
	Named    []Named    `json:"named"`    // the differences that stand, in the order of the rows
	Gap      *float64   `json:"gap"`      // a difference below it would go unseen; nil where nothing could be judged
	Sentence string     `json:"sentence"` // the one thing the board says about people
}

// Place is one speaker's row on the leaderboard. Places are never to be shown
// without their interval. The figures of skill are nil in mode record.
type Place struct {
	Name          string   `json:"name"`
	Events        int      `json:"events"`         // cells: questions in mode skill, events in mode record
	Shared        int      `json:"shared"`         // of them that another ranked speaker addressed
	AdjustedBrier float64  `json:"adjusted_brier"` // in mode record the plain mean over events
	ExpectedBrier float64  `json:"expected_brier"` // mean p(1 − p): what the speaker's own numbers let expect
	SE            float64  `json:"se"`
	Shrunk        float64  `json:"shrunk"` // adjusted Brier shrunk towards Mu
	SD            float64  `json:"sd"`
	SkillPoints   *float64 `json:"skill_points"` // 100 (Mu − Shrunk), above 0 is better than average
	SkillLow      *float64 `json:"skill_low"`    // 95 % interval
	SkillHigh     *float64 `json:"skill_high"`
	PBetter       *float64 `json:"p_better"` // probability of being better than average; nil also where the rank interval runs from first to last
	Rank          int      `json:"rank"`
	RankLow       int      `json:"rank_low"` // simultaneous 95 % interval
	RankHigh      int      `json:"rank_high"`
}

// Place returns the row of a speaker, nil for one who is not ranked.
func (l *Leaderboard) Place(name string) *Place {
	for i := range l.Rows {
		if l.Rows[i].Name == name {
			return &l.Rows[i]
		}
	}
	return nil
}

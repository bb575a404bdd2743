package scoring

import (
	"cmp"
	"slices"
)

// Beside is one ranked speaker of a leaderboard beside the others: from which
// losses its mean follows, and how far it lies from each of them against how far
// it would have to.
type Beside struct {
	Mode     Mode         `json:"mode"`
	Cells    []BesideCell `json:"cells"`    // by event and question
	Spread   Spread       `json:"spread"`   // behind the standard error of the speaker's figure
	Critical float64      `json:"critical"` // c; 0 where nothing could be judged
	Draws    int          `json:"draws"`    // of boards of equals: c is the 95 % quantile of their greatest distances
	GateP    float64      `json:"gate_p"`   // how often equals lie as far apart; above 0.05 nobody is named
	Others   []Other      `json:"others"`   // the other ranked, those with the lowest figure first
}

// Spread is where the variance of a speaker's figure comes from: the larger of
// Borrowed and Pseudo in mode record, Left·Leverage in mode skill.
type Spread struct {
	N        int     `json:"n"`                  // events, in mode skill questions
	Squares  float64 `json:"squares,omitempty"`  // Σ(loss − mean)² over them
	Pooled   float64 `json:"pooled,omitempty"`   // the variance of losses around the means of all speakers
	Borrowed float64 `json:"borrowed,omitempty"` // (Squares + 10·Pooled)/(N + 9)/N
	Pseudo   float64 `json:"pseudo,omitempty"`   // S/((N + 1)(N + 2)), with two pseudo-events
	Left     float64 `json:"left,omitempty"`     // s²: what is left over, to a degree of freedom
	Leverage float64 `json:"leverage,omitempty"` // how far the questions leave the level open
}

// BesideCell is the mean loss of the speaker on one question. Those without an
// event are each an event of their own.
type BesideCell struct {
	Event      string   `json:"event"`
	Question   string   `json:"question"`
	Loss       float64  `json:"loss"`
	Speakers   int      `json:"speakers"`   // who addressed the question, the speaker too
	Difficulty *float64 `json:"difficulty"` // in mode skill: Σ(loss − level)/(Speakers + λ) over them
}

// Other is another ranked speaker. Differences are the speaker's figure less
// the other's.
type Other struct {
	Name       string   `json:"name"`
	Difference float64  `json:"difference"` // in mode skill over shared questions alone
	Error      float64  `json:"error"`      // s_ij
	Bar        float64  `json:"bar"`        // c·s_ij, which the difference has to pass
	Words      *float64 `json:"words"`      // of the losses beyond what the numbers let expect; nil where that was not looked at
	WordsBar   *float64 `json:"words_bar"`
	Named      string   `json:"named"`  // why the pair is named; "" for a pair that is not
	Better     string   `json:"better"` // of a named pair, who has the lower figure
}

// SetBeside sets a ranked speaker beside the others of the leaderboard that
// Rank makes of the same forecasts; nil for one who is not ranked.
func SetBeside(fs Forecasts, o Options, speaker string) *Beside {
	b := gridOf(fs).present()
	if b.tooLarge() != "" {
		return nil
	}
	c := b.contest(o.withDefaults(), true)
	at := slices.IndexFunc(c.ranked, func(a ability) bool { return a.name == speaker })
	if at < 0 || len(c.ranked) < 2 {
		return nil
	}
	x := &Beside{Mode: c.mode, Critical: c.critical, Draws: c.draws, GateP: c.gateP, Others: []Other{}, Cells: besideCells(fs, speaker, &c)}
	if at < len(c.spreads) {
		x.Spread = c.spreads[at]
	}
	for j := range c.ranked {
		if j != at && c.differ != nil {
			x.Others = append(x.Others, c.other(at, j))
		}
	}
	slices.SortStableFunc(x.Others, func(a, b Other) int { return cmp.Compare(b.Difference, a.Difference) })
	return x
}

func (c *contest) other(i, j int) Other {
	gap, s := c.differ(j, i)
	o := Other{Name: c.ranked[j].name, Difference: gap, Error: s, Bar: c.critical * s}
	if c.words != nil {
		words, bar := c.words(j, i)
		o.Words, o.WordsBar = &words, &bar
	}
	for _, n := range c.named {
		if n.Better == c.ranked[i].name && n.Worse == o.Name || n.Worse == c.ranked[i].name && n.Better == o.Name {
			o.Named, o.Better = n.Why, n.Better
		}
	}
	return o
}

// besideCells are the cells of a speaker, in mode skill with the difficulty of
// their questions.
func besideCells(fs Forecasts, speaker string, c *contest) []BesideCell {
	type question struct{ event, question string }
	sums, order := map[question]map[string]*cellSum{}, []question{}
	cells := []BesideCell{}
	for f := range fs { // of a book only what the speaker addressed
		if q := (question{f.Event, f.Question}); f.Speaker == speaker && !f.Later && f.Event != "" && sums[q] == nil {
			sums[q], order = map[string]*cellSum{}, append(order, q)
		}
	}
	for f := range fs {
		switch {
		case f.Later:
		case f.Event == "":
			if f.Speaker == speaker {
				cells = append(cells, BesideCell{Loss: Brier(f.P, f.Y), Speakers: 1})
			}
		default:
			of := sums[question{f.Event, f.Question}]
			if of == nil {
				continue
			}
			if of[f.Speaker] == nil {
				of[f.Speaker] = &cellSum{}
			}
			of[f.Speaker].add(f.P, f.Y, f.weight())
		}
	}
	for _, q := range order {
		own := sums[q][speaker]
		cells = append(cells, BesideCell{q.event, q.question, own.loss / own.w, len(sums[q]), c.difficulty(sums[q])})
	}
	slices.SortStableFunc(cells, func(a, b BesideCell) int {
		return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Question, b.Question))
	})
	return cells
}

// difficulty is b_e of a question; nil in mode record.
func (c *contest) difficulty(on map[string]*cellSum) *float64 {
	if c.mode != ModeSkill {
		return nil
	}
	lambda := c.ridge.lambda()
	if lambda == nil {
		return ptr(0)
	}
	sum := 0.0
	for speaker, x := range on {
		sum += x.loss/x.w - c.levels[speaker]
	}
	return ptr(sum / (float64(len(on)) + *lambda))
}

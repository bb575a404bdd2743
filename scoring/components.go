package scoring

// minPooled is the degrees of freedom below which a variance component is not
// believed.
const minPooled = 10

// minVariance is the floor of σ².
const minVariance = 1e-9

// components are the variances of which a cell's loss is made: between
// questions ω², and the rest σ².
type components struct{ event, rest float64 }

// components estimates the variances by moments: all cells, within questions,
// within speakers, each pooled by degrees of freedom.
func (b cellGrid) components() components {
	all, allDF := b.within(1, func(cell) int32 { return 0 }, lossOf)
	inEvents, eventDF := b.within(b.questions, func(c cell) int32 { return c.question }, lossOf)
	inSpeakers, speakerDF := b.within(len(b.names), func(c cell) int32 { return c.speaker }, lossOf)
	if allDF == 0 {
		return components{rest: minVariance}
	}
	total := all / allDF
	var event, speaker float64
	if eventDF >= minPooled {
		event = max(0, total-inEvents/eventDF)
	}
	if speakerDF >= minPooled {
		speaker = max(0, total-inSpeakers/speakerDF)
	}
	return components{event, max(minVariance, total-speaker-event)}
}

// within is the squares of losses around the means of the groups, and their degrees of
// freedom.
func (b cellGrid) within(groups int, key func(cell) int32, loss func(cell) float64) (squares, df float64) {
	means, counts := make([]float64, groups), make([]float64, groups)
	for _, c := range b.cells {
		means[key(c)] += loss(c)
		counts[key(c)]++
	}
	used := 0.0
	for k := range means {
		if counts[k] > 0 {
			means[k] /= counts[k]
			used++
		}
	}
	for _, c := range b.cells {
		d := loss(c) - means[key(c)]
		squares += float64(d * d)
	}
	return squares, float64(len(b.cells)) - used
}

// lambda is max(1, σ²/ω²), nil when infinite: no question is harder than
// another. That is so too when σ² sits on its floor, because a few shared
// questions on which all agree would swallow the speakers.
func (c components) lambda() *float64 {
	if c.event == 0 || c.rest <= minVariance {
		return nil
	}
	return ptr(max(1, c.rest/c.event))
}

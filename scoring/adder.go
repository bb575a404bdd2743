package scoring

// Adder adds up rows of a book one after another: what Weights, Events and RightOf
// say of names it says of numbers, without a table of names for each row.
type Adder struct {
	weight, right []float64 // by event
	seen          []bool
	order         []int32 // the events of the row as they came
}

// In the order of a row: what took a side and is an event of its own.
const (
	ownRight int32 = -2
	ownWrong int32 = -3
)

// NewAdder returns an adder for rows about so many events.
func NewAdder(events int) *Adder {
	return &Adder{weight: make([]float64, events), right: make([]float64, events), seen: make([]bool, events)}
}

// Brier is the mean Brier score, with byEvent that of a book in which every event
// weighs the same, and the number of events; nil without forecasts.
func (a *Adder) Brier(row AllSaid, byEvent bool) (mean *float64, events int) {
	defer a.clear()
	for s := range row {
		if s.Event == ownEvent {
			events++
			continue
		}
		a.see(s.Event)
		if !s.Later {
			a.weight[s.Event] += s.Weight
		}
	}
	var sum cluster
	for s := range row {
		w := s.Weight
		switch {
		case byEvent && s.Later:
			continue
		case byEvent && s.Event == ownEvent:
			w = 1
		case byEvent:
			w /= a.weight[s.Event]
		}
		sum.w += w
		sum.loss += float64(w * Brier(s.P, s.Y))
	}
	if events += len(a.order); sum.w == 0 {
		return nil, events
	}
	return ptr(sum.loss / sum.w), events
}

// Right is how many were right of how many, each with P 1, and Y 1 where the side
// was right: claims, or with byEvent events.
func (a *Adder) Right(row AllSaid, byEvent bool) (k float64, n int) {
	defer a.clear()
	claims, right := 0, 0
	for s := range row {
		claims++
		right += int(s.Y)
		if s.Event == ownEvent {
			a.order = append(a.order, ownWrong+int32(s.Y))
			continue
		}
		a.see(s.Event)
		a.weight[s.Event] += s.Weight
		a.right[s.Event] += float64(s.Weight * s.Y)
	}
	if !byEvent {
		return float64(right), claims
	}
	n = len(a.order)
	if right == claims {
		return float64(n), n
	}
	for _, e := range a.order {
		switch e {
		case ownRight:
			k++
		case ownWrong:
		default:
			k += a.right[e] / a.weight[e]
		}
	}
	return k, n
}

// see notes an event of the row.
func (a *Adder) see(event int32) {
	if !a.seen[event] {
		a.seen[event], a.order = true, append(a.order, event)
	}
}

// clear makes room for the next row.
func (a *Adder) clear() {
	for _, e := range a.order {
		if e >= 0 {
			a.weight[e], a.right[e], a.seen[e] = 0, 0, false
		}
	}
	a.order = a.order[:0]
}

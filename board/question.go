package board

import "tracker/scoring"

// askQuestions numbers what the claims on each event ask. An entry without an
// event is a question of its own.
func (l *entries) askQuestions() {
	byEvent := make([][]int32, len(l.texts.list))
	for i, s := range l.all() {
		if s.event != noText {
			byEvent[s.event] = append(byEvent[s.event], int32(i))
		}
	}
	var windows []scoring.Window
	for _, places := range byEvent {
		windows = l.askOn(places, windows)
	}
}

// askOn numbers what those entries of one event ask that count; windows is
// scratch space, which it returns.
func (l *entries) askOn(places []int32, windows []scoring.Window) []scoring.Window {
	windows = windows[:0]
	for _, i := range places {
		if s := l.small(int(i)); !s.absent() {
			windows = append(windows, s.window())
		}
	}
	questions := scoring.Questions(windows)
	for _, i := range places {
		if !l.small(int(i)).absent() {
			l.ask(int(i), questions[0])
			questions = questions[1:]
		}
	}
	return windows
}

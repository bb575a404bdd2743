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
		windows = windows[:0]
		for _, i := range places {
			windows = append(windows, l.small(int(i)).window())
		}
		for k, question := range scoring.Questions(windows) {
			l.ask(int(places[k]), question)
		}
	}
}

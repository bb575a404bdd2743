package board

import (
	"strconv"

	"tracker/scoring"
)

// askQuestions numbers what the claims on each event ask. An entry without an
// event is a question of its own.
func askQuestions(entries []*entry) {
	byEvent := map[string][]int{}
	for i, e := range entries {
		if e.Event != "" {
			byEvent[e.Event] = append(byEvent[e.Event], i)
		}
	}
	for _, places := range byEvent {
		windows := make([]scoring.Window, len(places))
		for k, i := range places {
			windows[k] = entries[i].window
		}
		for k, question := range scoring.Questions(windows) {
			entries[places[k]].Question = strconv.Itoa(question)
		}
	}
}

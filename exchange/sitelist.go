package exchange

import (
	"strings"

	"tracker/reading/date"
)

var fatebook = site{
	name:      "Fatebook",
	forecasts: []string{"Question title", "Forecast created by", "Forecast (scale = 0-1)", "Forecast created at", "Resolution"},
	forecast: func(f fields) prediction {
		title, option := f.of("Question title"), f.of("Multiple choice option")
		if option != "" {
			title += ": " + option
		}
		p := prediction{question: title, speaker: f.of("Forecast created by"), p: f.of("Forecast (scale = 0-1)"), at: f.of("Forecast created at"),
			own: &question{title: title, notes: inLines(f.of("Question notes"), f.of("Question comments")), by: f.of("Question created by"),
				tags: strings.Fields(tagWords(f.of("Question tags"))), ends: f.of("Question resolve by"),
				resolved: f.of("Resolved at"), outcome: f.of("Resolution")}}
		if p.p == "" {
			p.leaveOut = "a question without a forecast"
		}
		return p
	},
}

var predictionBook = site{
	name:      "PredictionBook",
	forecasts: []string{"question_id", "user_id", "team_id", "probability", "answer_option", "timestamp"},
	questions: []string{"question_id", "q_title", "q_status", "resolve_time", "outcome"},
	question: func(f fields) question {
		return question{title: f.of("q_title"), ends: firstText(f.of("resolve_time"), f.of("close_time")), outcome: f.of("outcome"),
			status: f.of("q_status"), options: readOptions(f.of("options"))}
	},
	forecast: func(f fields) prediction {
		return prediction{question: f.of("question_id"), speaker: numberedName(f.of("user_id")), option: f.of("answer_option"),
			p: f.of("probability"), at: f.of("timestamp")}
	},
}

var metaculus = site{
	name:      "Metaculus",
	forecasts: []string{"Question ID", "Forecaster ID", "Start Time", "Probability Yes"},
	questions: []string{"Question ID", "Question Title", "Question Type", "Resolution"},
	question: func(f fields) question {
		q := question{title: f.of("Question Title"), url: f.of("Question URL"), criterion: f.of("Resolution Criteria"),
			ends:     firstText(f.of("Scheduled Resolve Time"), f.of("Scheduled Resolution Time"), f.of("Scheduled Close Time"), f.of("Actual Close Time")),
			resolved: f.of("Resolution Known Time"), outcome: f.of("Resolution")}
		return q
	},
	forecast: func(f fields) prediction {
		p := prediction{question: f.of("Question ID"), p: f.of("Probability Yes"), at: f.of("Start Time"),
			speaker: firstText(f.of("Forecaster Username"), numberedName(f.of("Forecaster ID")), "Metaculus community")}
		if p.p == "" {
			p.leaveOut = "not a forecast of yes or no"
		}
		return p
	},
}

var goodJudgment = site{
	name:      "Good Judgment",
	order:     date.MonthFirst,
	forecasts: []string{"ifp_id", "user_id", "fcast_type", "answer_option", "value"},
	questions: []string{"ifp_id", "q_text", "q_status", "outcome", "options"},
	question: func(f fields) question {
		return question{title: f.of("q_text", "short_title"), criterion: f.of("q_desc"), ends: firstText(f.of("date_to_close"), f.of("date_closed")),
			resolved: f.of("date_closed"), outcome: f.of("outcome"), status: f.of("q_status"), options: readOptions(f.of("options"))}
	},
	forecast: func(f fields) prediction {
		p := prediction{question: f.of("ifp_id"), speaker: numberedName(f.of("user_id")), option: f.of("answer_option"),
			p: f.of("value"), at: firstText(f.of("timestamp"), f.of("fcast_date"))}
		if f.of("fcast_type") == "4" {
			p.leaveOut = "a forecast that was withdrawn"
		}
		return p
	},
}

// numberedName is the name of somebody of whom only a number is known.
func numberedName(id string) string {
	if id != "" && strings.Trim(id, "0123456789.") == "" {
		return "forecaster " + strings.TrimSuffix(id, ".0")
	}
	return id
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" && !strings.EqualFold(t, "nan") && t != "NaT" {
			return t
		}
	}
	return ""
}

func inLines(parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, "\n")
}

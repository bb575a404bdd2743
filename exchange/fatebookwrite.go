package exchange

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"tracker/claims"
	"tracker/clean"
)

// fatebookTitles is the header of an export of Fatebook.
const fatebookTitles = "Question title,Multiple choice option,Forecast created by,Forecast (scale = 0-1),Forecast created at,Question created by,Question created at,Question resolve by,Resolution,Resolved at,Your Brier score for this question,Your relative Brier score for this question,Question notes,Question shared with,Question shared publicly,Question comments,Question tags"

// FatebookWriter writes claims as Fatebook exports forecasts.
type FatebookWriter struct {
	csv     *csv.Writer
	Without int // claims without a number, which are no forecasts there
}

// WriteFatebook returns a writer of claims to w. What is written is complete
// after Flush.
func WriteFatebook(w io.Writer) *FatebookWriter {
	f := &FatebookWriter{csv: csv.NewWriter(w)}
	_ = f.csv.Write(strings.Split(fatebookTitles, ",")) // Flush tells
	return f
}

// Write adds one claim, as a forecast of the event: a denial is turned.
func (f *FatebookWriter) Write(v claims.View) error {
	if v.Hedge.P == nil {
		f.Without++
		return nil
	}
	p := *v.Hedge.P
	if v.Polarity == claims.WillNot {
		p = 1 - p
	}
	resolution, resolved := "", ""
	if v.Verdict != nil {
		resolution, resolved = "AMBIGUOUS", siteTime(v.Verdict.At)
		switch v.Verdict.Outcome {
		case claims.Yes:
			resolution = "YES"
		case claims.No:
			resolution = "NO"
		}
	}
	ends := ""
	if v.Window.Latest != 0 {
		ends = v.Window.Latest.String() + " 00:00:00"
	}
	return f.csv.Write([]string{clean.Cell(v.Statement), "", clean.Cell(v.Speaker), strconv.FormatFloat(p, 'g', -1, 64),
		v.StatedOn.Day().String() + " 00:00:00", clean.Cell(v.LoggedBy), siteTime(v.LoggedAt), ends, resolution, resolved, "", "",
		clean.Cell(v.Notes), "", "No", "", clean.Cell(strings.Join(v.Tags, ", "))})
}

func siteTime(i claims.Instant) string {
	if i == 0 {
		return ""
	}
	return i.Time(time.UTC).Format("2006-01-02 15:04:05")
}

// Flush writes out what is buffered.
func (f *FatebookWriter) Flush() error {
	f.csv.Flush()
	return f.csv.Error()
}

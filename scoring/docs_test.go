package scoring

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func readDoc(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// between is the part of text after start and before end.
func between(t *testing.T, text, start, end string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, start)
	part, _, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("no part between %q and %q", start, end)
	}
	return part
}

// The worked example of the manual is what the program computes.
func TestManualExample(t *testing.T) {
	manual := readDoc(t, "../docs/scoring.md")
	table := between(t, manual, "```csv\n", "```")
	if table != readDoc(t, "../testdata/scoring/example.csv") {
		t.Error("the manual's table is not example.csv")
	}
	scores := tableOf(forecastsOf(t, table), bookKind{events: true}).Score(Options{})
	encoded, err := json.Marshal(scores.Groups[0])
	if err != nil {
		t.Fatal(err)
	}
	var north map[string]any
	if err := json.Unmarshal(encoded, &north); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(between(t, manual, "|---|---|---|\n", "\n\n")) {
		cells := strings.Split(line, "|")
		key, value := strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
		_, decimals, _ := strings.Cut(value, ".")
		if got := strconv.FormatFloat(member(t, north, key), 'f', len(decimals), 64); got != value {
			t.Errorf("%s is %s, the manual says %s", key, got, value)
		}
		rows++
	}
	if rows < 10 {
		t.Errorf("only %d figures in the manual", rows)
	}
	low, high := *scores.Groups[0].BrierLow, *scores.Groups[0].BrierHigh
	for _, text := range []string{
		strconv.FormatFloat(low, 'f', 2, 64) + " to " + strconv.FormatFloat(high, 'f', 2, 64),
		"gives north " + strconv.FormatFloat(*scores.Leaderboard.Rows[0].SkillPoints, 'f', 1, 64) + " skill points",
		scores.Leaderboard.Sentence,
	} {
		if !strings.Contains(strings.ReplaceAll(manual, "\n", " "), text) {
			t.Errorf("the manual does not say %q", text)
		}
	}
}

// forecastsOf reads the columns speaker, event, p and y.
func forecastsOf(t *testing.T, table string) []Forecast {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var fs []Forecast
	for _, r := range records[1:] {
		f := Forecast{Speaker: r[slices.Index(records[0], "speaker")], Event: r[slices.Index(records[0], "event")]}
		for column, into := range map[string]*float64{"p": &f.P, "y": &f.Y} {
			if *into, err = strconv.ParseFloat(r[slices.Index(records[0], column)], 64); err != nil {
				t.Fatal(err)
			}
		}
		fs = append(fs, f)
	}
	return fs
}

// member looks up a key such as "corp.mcb".
func member(t *testing.T, object map[string]any, key string) float64 {
	t.Helper()
	head, rest, nested := strings.Cut(key, ".")
	switch v := object[head].(type) {
	case map[string]any:
		if nested {
			return member(t, v, rest)
		}
	case float64:
		return v
	}
	t.Fatalf("no figure %q", key)
	return 0
}

// The manual names every purpose of the generator with its number.
func TestManualNamesPurposes(t *testing.T) {
	list := between(t, readDoc(t, "../docs/scoring.md"), "of a purpose k\n(", ") starts")
	for name, why := range map[string]purpose{
		"miscalibration": forMiscalibration, "band": forBand,
		"ranks": forRanks, "signs": forSigns, "equality": forEquals, "power": forPower,
	} {
		if !strings.Contains(list, strconv.Itoa(int(why))+" "+name) {
			t.Errorf("%s is not listed as %d in %q", name, why, list)
		}
	}
}

package exchange

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

const csvHeader = "statement,speaker,stated_on"

// A table by another hand, its columns mapped.
func TestCSVMap(t *testing.T) {
	text := "What;Who;Said;Where;Link;Sure;Junk\n" +
		"The talks resume;The ministry;2025-08-06;Reuters;https://example.org/a;62%;x\n"
	columns := map[string]string{"What": "statement", "Who": "speaker", "Said": "stated_on", "Where": "source",
		"Link": "url", "Sure": "hedge.p", "Junk": ""}
	var got []Line
	for line, err := range ReadCSV(strings.NewReader(text), "desk.csv", columns) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, line)
	}
	p := 0.62
	want := []Line{{Number: 2, Draft: claims.Draft{
		Statement: "The talks resume", Speaker: "The ministry", StatedOn: "2025-08-06",
		Appearances: []claims.Appearance{{Source: "Reuters", URL: "https://example.org/a"}},
		Hedge:       &claims.Hedge{P: &p, Low: &p, High: &p, Kind: "explicit"},
	}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestCSVMapRefused(t *testing.T) {
	for _, test := range []struct {
		column, member, want string
	}{
		{"Who", "speaker", `there is no column "Who" to map`},
		{"statement", "speeker", `column "statement": no member is called "speeker"`},
		{"statement", "speaker", `two columns are "speaker"`},
		{"statement", "status", `column "statement": status follows from the rest of a claim and cannot be given`},
		{"statement", "", "there is no column statement"},
	} {
		var got string
		for _, err := range ReadCSV(strings.NewReader(csvHeader), "desk.csv", map[string]string{test.column: test.member}) {
			for _, p := range problems(t, err) {
				got += p.Msg + "\n"
			}
		}
		if !strings.Contains(got, test.want) {
			t.Errorf("--map %s=%s: got %q, want %q", test.column, test.member, got, test.want)
		}
	}
}

// The number of a line is that of its first line, whatever breaks stand in
// its cells.
func TestCSVNumbers(t *testing.T) {
	text := csvHeader + ",notes\r\n\r\na,b,c,\"two\r\nlines\"\r\n,,,\n\"a\"\"\",b,c,\n\"a\",b,c,\"last\n\n\""
	var numbers []int
	var notes []string
	for line, err := range ReadCSV(strings.NewReader(text), "desk.csv", nil) {
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, line.Number)
		notes = append(notes, line.Draft.Notes)
	}
	if diff := cmp.Diff([]int{3, 6, 7}, numbers); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"two\r\nlines", "", "last\n\n"}, notes); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A spreadsheet shows text that looks like a formula as text, and numbers as
// numbers.
func TestCSVFormulas(t *testing.T) {
	half := 0.5
	c := claims.Claim{Statement: "=1+1", Speaker: "-rf", StatedOn: "2025-08-06", Tags: []string{"@home"}, BaselineP: &half}
	var buf bytes.Buffer
	w := WriteCSV(&buf, CSVForm{})
	if err := w.Write(c.View(0)); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{",'=1+1,", ",'-rf,", ",'@home,", ",0.5,"} {
		if !strings.Contains(buf.String(), want) {
			t.Errorf("no %s in\n%s", want, buf.String())
		}
	}
}

// A book without claims is a header, which reads as no claims.
func TestCSVEmpty(t *testing.T) {
	var buf bytes.Buffer
	if err := WriteCSV(&buf, CSVForm{}).Flush(); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(buf.String(), "id,uid,key,statement,") {
		t.Errorf("the header is %q", buf.String())
	}
	for line, err := range ReadCSV(&buf, "empty.csv", nil) {
		t.Errorf("got %v, %v", line, err)
	}
}

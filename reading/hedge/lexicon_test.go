package hedge

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The name stands in every claim, so equal names must mean equal numbers: who
// changes a file raises the year or the counter in builtinName.
func TestVersionNamesOneLexicon(t *testing.T) {
	sum := sha256.Sum256(append(lexiconCSV[:len(lexiconCSV):len(lexiconCSV)], formsCSV...))
	got := builtinName + " " + hex.EncodeToString(sum[:8])
	if want := "tracker-2026.3 78d50369c8246b4f"; got != want {
		t.Errorf("lexicon.csv and forms.csv are %s, want %s", got, want)
	}
}

// Every entry of every scale is read by its own name, with its own number.
func TestEntriesReadThemselves(t *testing.T) {
	for _, name := range []string{"tracker", "icd203", "ipcc", "kent"} {
		l, err := Scale(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Entries()) < 10 {
			t.Errorf("scale %s has %d entries", name, len(l.Entries()))
		}
		for _, e := range l.Entries() {
			r := l.Read(e.Phrase)
			if r.Kind != e.Kind || r.Source != e.Source || r.Root != e.Phrase || r.Negative != (e.class == denial) {
				t.Errorf("%s: Read(%q) = %+v", name, e.Phrase, r)
			}
			if e.Kind == None {
				if r.P != nil {
					t.Errorf("%s: Read(%q) has number %v", name, e.Phrase, *r.P)
				}
				continue
			}
			if got := [3]float64{*r.P, *r.Low, *r.High}; got != [3]float64{e.Point, e.Low, e.High} {
				t.Errorf("%s: Read(%q) = %v", name, e.Phrase, got)
			}
		}
	}
}

func TestScalesKnowOnlyTheirWords(t *testing.T) {
	for _, test := range []struct {
		scale, words string
		p            float64 // -1: none
	}{
		{"icd203", "likely", 0.675},
		{"icd203", "unlikely", 0.325},
		{"icd203", "perhaps", -1},
		{"icd203", "will", -1},
		{"ipcc", "likely", 0.83},
		{"ipcc", "not likely", 0.17},
		{"ipcc", "could", -1},
		{"kent", "we believe", 0.75},
		{"kent", "could", -1},
		{"kent", "some slight chance", 0.07},
	} {
		l, err := Scale(test.scale)
		if err != nil {
			t.Fatal(err)
		}
		got := -1.0
		if r := l.Read(test.words); r.P != nil {
			got = *r.P
		}
		if got != test.p {
			t.Errorf("%s: Read(%q) = %v, want %v", test.scale, test.words, got, test.p)
		}
	}
	if _, err := Scale("nato"); err == nil || !strings.Contains(err.Error(), "icd203") {
		t.Errorf("Scale(nato) = %v, want an error that lists the scales", err)
	}
}

func TestExtend(t *testing.T) {
	own, err := Load(strings.NewReader("phrase,point,low,high\ncould,30%,0.1,0.5\nCross  My Heart,0.9,0.8,1\n"), "desk")
	if err != nil {
		t.Fatal(err)
	}
	both := Builtin().Extend(own)
	if both.Name() != "tracker-2026.3+desk" {
		t.Errorf("name %q", both.Name())
	}
	if n := len(both.Entries()) - len(Builtin().Entries()); n != 1 {
		t.Errorf("%d new entries, want 1", n)
	}
	for words, want := range map[string]float64{"could": 0.3, "cross my heart": 0.9, "likely": 0.729, "perhaps": 0.438} {
		if r := both.Read(words); r.P == nil || *r.P != want {
			t.Errorf("Read(%q) = %+v, want p %v", words, r, want)
		}
	}
	if r := Builtin().Read("could"); *r.P != 0.397 {
		t.Errorf("Extend changed its receiver: could is %v", *r.P)
	}
	if r := own.Read("likely"); r.Kind != None {
		t.Errorf("a lexicon alone reads words it does not have: %+v", r)
	}
	if r := own.Find("The deal could not well be signed."); !r.WillNot && r.Root != "could" {
		t.Errorf("a lexicon alone does not know the forms of its words: %+v", r)
	}
}

// Entries hands out a copy.
func TestEntriesAreTheCallers(t *testing.T) {
	Builtin().Entries()[0].Phrase = "changed"
	if Builtin().Entries()[0].Phrase == "changed" {
		t.Error("a caller changed the built-in lexicon")
	}
}

func TestLoadReportsEveryBadLine(t *testing.T) {
	const bad = `phrase,point,low,high,kind
fine,0.5,0.4,0.6,survey
,0.5,0.4,0.6,survey
upside down,0.5,0.6,0.7,
above,1.5,0,1,
fine,0.5,0.4,0.6,
short,0.5
odd,0.5,0.4,0.6,guessed
none with number,0.5,,,none
!!!,0.5,0.4,0.6,
`
	_, err := Load(strings.NewReader(bad), "desk")
	if err == nil {
		t.Fatal("no error")
	}
	var got []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		_, line, _ = strings.Cut(line, "line ")
		n, _, _ := strings.Cut(line, ":")
		if len(got) == 0 || got[len(got)-1] != n {
			got = append(got, n)
		}
	}
	if diff := cmp.Diff([]string{"3", "4", "5", "6", "7", "8", "9", "10"}, got); diff != "" {
		t.Errorf("lines reported (-want +got):\n%s\n%v", diff, err)
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, csv := range map[string]string{
		"empty":          "",
		"no entries":     "phrase,point,low,high\n",
		"no point":       "phrase,low,high\nlikely,0.6,0.8\n",
		"unknown column": "phrase,point,low,high,colour\nlikely,0.7,0.6,0.8,red\n",
		"bare quote":     "phrase,point,low,high\nlik\"ely,0.7,0.6,0.8\n",
	} {
		if l, err := Load(strings.NewReader(csv), "desk"); err == nil {
			t.Errorf("%s: loaded %v", name, l.Entries())
		}
	}
	if _, err := Load(strings.NewReader("phrase,point,low,high\nlikely,0.7,0.6,0.8\n"), " "); err == nil {
		t.Error("a lexicon without a name was loaded")
	}
}

package scoring

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// cases are the worked values of testdata/scoring/cases.json, which two
// independent implementations agree on.
type cases struct {
	Toy25 struct {
		Input    caseInput
		Expected struct {
			caseBasics
			Murphy        Murphy
			Corp          caseCorp
			AUC, ECE      float64
			Spiegelhalter Spiegelhalter
			Citl          Citl
			Bins          []struct {
				N            int
				Lo, Hi, Freq float64
				MeanP        float64 `json:"mean_p"`
				WilsonLo     float64 `json:"wilson_lo"`
				WilsonHi     float64 `json:"wilson_hi"`
				JeffreysLo   float64 `json:"jeffreys_lo"`
				JeffreysHi   float64 `json:"jeffreys_hi"`
			}
			CorpBlocks []Block  `json:"corp_blocks"`
			CorpLog    caseCorp `json:"corp_log"`
		}
	}
	Edge struct {
		Input    map[string]caseInput
		Expected map[string]json.RawMessage
	}
	Extras struct {
		Input struct {
			Bounds [][3]float64
			Late   [][2]int
			Diff   [2][]caseHedged
			Graded [][2]float64
		}
		Expected struct {
			Bounds     [][2]float64
			LateLinear []float64 `json:"late_linear"`
			LateHalf   []float64 `json:"late_half"`
			Diff       [2]float64
			Graded     []struct{ Brier, Log float64 }
		}
	}
}

type caseInput struct{ P, Y, W []float64 }

type caseBasics struct {
	N                     int
	Brier, Log, Spherical float64
	Uncertainty           float64
	BaseRate              float64  `json:"base_rate"`
	MeanP                 float64  `json:"mean_p"`
	BSSClimatology        *float64 `json:"bss_climatology"`
	BSSHalf               *float64 `json:"bss_half"`
}

type caseCorp struct {
	Score, MCB, DSC, UNC float64
	NBlocks              int `json:"n_blocks"`
}

// caseHedged is [phrase, outcome, low, high].
type caseHedged struct {
	phrase       string
	y, low, high float64
}

func (h *caseHedged) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&h.phrase, &h.y, &h.low, &h.high})
}

func readCases(t *testing.T) cases {
	t.Helper()
	data, err := os.ReadFile("../testdata/scoring/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var c cases
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// forecasts makes explicit forecasts, each on an event of its own.
func (in caseInput) forecasts() []Forecast {
	fs := make([]Forecast, len(in.P))
	for i, p := range in.P {
		fs[i] = Forecast{P: p, Low: p, High: p, Y: in.Y[i], Weight: 1}
		if in.W != nil {
			fs[i].Weight = in.W[i]
		}
	}
	return fs
}

// near fails when a and b differ by more than 1e-9.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %.17g, want %.17g", what, got, want)
	}
}

// nearPtr also compares what is undefined.
func nearPtr(t *testing.T, what string, got, want *float64) {
	t.Helper()
	if (got == nil) != (want == nil) {
		t.Errorf("%s = %v, want %v", what, got, want)
	} else if got != nil {
		near(t, what, *got, *want)
	}
}

func checkBasics(t *testing.T, g Figures, want caseBasics) {
	t.Helper()
	if g.N != want.N || g.Events != want.N {
		t.Errorf("n = %d, events = %d, want %d", g.N, g.Events, want.N)
	}
	near(t, "base rate", *g.BaseRate, want.BaseRate)
	near(t, "mean p", *g.MeanP, want.MeanP)
	near(t, "brier", *g.Brier, want.Brier)
	near(t, "log", *g.Log, want.Log)
	near(t, "spherical", *g.Spherical, want.Spherical)
	near(t, "unc", g.Corp.UNC, want.Uncertainty)
	nearPtr(t, "bss_climatology", g.BSSClimatology, want.BSSClimatology)
	nearPtr(t, "bss_half", g.BSSHalf, want.BSSHalf)
}

func checkCorp(t *testing.T, d Decomposition, score float64, want caseCorp) {
	t.Helper()
	near(t, "score", score, want.Score)
	near(t, "mcb", d.MCB, want.MCB)
	near(t, "dsc", d.DSC, want.DSC)
	near(t, "unc", d.UNC, want.UNC)
	if sum := d.MCB - d.DSC + d.UNC; math.Abs(sum-score) > 1e-12 {
		t.Errorf("MCB − DSC + UNC = %.17g, the score is %.17g", sum, score)
	}
}

func TestTwentyFiveForecasts(t *testing.T) {
	c := readCases(t).Toy25
	fs, want := c.Input.forecasts(), c.Expected
	g := Measure(given(fs), Options{})
	checkBasics(t, g, want.caseBasics)
	checkCorp(t, g.Corp.Decomposition, *g.Brier, want.Corp)
	near(t, "rel", g.Murphy.REL, want.Murphy.REL)
	near(t, "res", g.Murphy.RES, want.Murphy.RES)
	near(t, "unc", g.Murphy.UNC, want.Murphy.UNC)
	near(t, "wbv", g.Murphy.WBV, want.Murphy.WBV)
	near(t, "wbc", g.Murphy.WBC, want.Murphy.WBC)
	near(t, "auc", *g.AUC, want.AUC)
	near(t, "ece", *g.ECE, want.ECE)
	nearPtr(t, "spiegelhalter z", g.Spiegelhalter.Z, want.Spiegelhalter.Z)
	near(t, "spiegelhalter p", *g.Spiegelhalter.Normal, 0.8776082871323987)
	near(t, "observed", g.Citl.Observed, want.Citl.Observed)
	near(t, "expected", g.Citl.Expected, want.Citl.Expected)
	nearPtr(t, "citl z", g.Citl.Z, want.Citl.Z)
	near(t, "citl p", *g.Citl.Normal, 0.8329190513932161)
	if len(g.Corp.Blocks) != len(want.CorpBlocks) || len(g.Bins) != len(want.Bins) {
		t.Fatalf("%d blocks, %d bins", len(g.Corp.Blocks), len(g.Bins))
	}
	for i, b := range want.CorpBlocks {
		got := g.Corp.Blocks[i]
		near(t, "cep", got.CEP, b.CEP)
		b.CEP = got.CEP
		if got != b {
			t.Errorf("block %d = %+v, want %+v", i, got, b)
		}
	}
	for i, b := range want.Bins {
		got := g.Bins[i]
		if got.N != b.N {
			t.Errorf("bin %d holds %d, want %d", i, got.N, b.N)
		}
		near(t, "lo", got.Lo, b.Lo)
		near(t, "hi", got.Hi, b.Hi)
		near(t, "mean p", got.MeanP, b.MeanP)
		near(t, "freq", got.Freq, b.Freq)
		near(t, "wilson low", got.WilsonLow, b.WilsonLo)
		near(t, "wilson high", got.WilsonHigh, b.WilsonHi)
		low, high := jeffreys(b.Freq, float64(b.N))
		near(t, "jeffreys low", low, b.JeffreysLo)
		near(t, "jeffreys high", high, b.JeffreysHi)
	}
}

func TestEdgeCases(t *testing.T) {
	c := readCases(t).Edge
	if len(c.Input) == 0 {
		t.Fatal("no cases")
	}
	for name, in := range c.Input {
		t.Run(name, func(t *testing.T) {
			var want struct {
				Basics        caseBasics
				Corp          caseCorp
				AUC           *float64
				Spiegelhalter *struct {
					Z      *float64
					PValue *float64 `json:"p_value"`
				}
				FractionsLeftOut int `json:"fractions_left_out"`
			}
			if err := json.Unmarshal(c.Expected[name], &want); err != nil {
				t.Fatal(err)
			}
			g := Measure(given(in.forecasts()), Options{})
			checkBasics(t, g, want.Basics)
			checkCorp(t, g.Corp.Decomposition, *g.Brier, want.Corp)
			if len(g.Corp.Blocks) != want.Corp.NBlocks {
				t.Errorf("%d blocks, want %d", len(g.Corp.Blocks), want.Corp.NBlocks)
			}
			nearPtr(t, "auc", g.AUC, want.AUC)
			if g.FractionsLeftOut != want.FractionsLeftOut {
				t.Errorf("%d fractions left out, want %d", g.FractionsLeftOut, want.FractionsLeftOut)
			}
			if (g.Spiegelhalter == nil) != (want.Spiegelhalter == nil) {
				t.Fatalf("spiegelhalter = %v, want %v", g.Spiegelhalter, want.Spiegelhalter)
			}
			if want.Spiegelhalter != nil {
				nearPtr(t, "z", g.Spiegelhalter.Z, want.Spiegelhalter.Z)
				nearPtr(t, "p", g.Spiegelhalter.Normal, want.Spiegelhalter.PValue)
			}
		})
	}
}

func TestBinEdges(t *testing.T) {
	c := readCases(t).Edge
	var expected struct {
		Index []int `json:"bin_index_K10"`
	}
	if err := json.Unmarshal(c.Expected["bin_edges"], &expected); err != nil {
		t.Fatal(err)
	}
	for i, p := range c.Input["bin_edges"].P {
		if got := binOf(p); got != expected.Index[i] {
			t.Errorf("binOf(%v) = %d, want %d", p, got, expected.Index[i])
		}
	}
}

func TestExtras(t *testing.T) {
	c := readCases(t).Extras
	for i, b := range c.Input.Bounds {
		best, worst := BrierRange(b[0], b[1], b[2])
		near(t, "best", best, c.Expected.Bounds[i][0])
		near(t, "worst", worst, c.Expected.Bounds[i][1])
	}
	for i, d := range c.Input.Late {
		linear, half := Late{"linear", d[1]}, Late{"decay", d[1]}
		near(t, "linear", linear.Credit(d[0]), c.Expected.LateLinear[i])
		near(t, "decay", half.Credit(d[0]), c.Expected.LateHalf[i])
	}
	for i, g := range c.Input.Graded {
		near(t, "brier", Brier(g[0], g[1]), c.Expected.Graded[i].Brier)
		near(t, "log", Log(g[0], g[1]), c.Expected.Graded[i].Log)
	}
}

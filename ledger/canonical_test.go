package ledger

import (
	"encoding/json"
	"math"
	"testing"
)

// The number and sorting cases are the worked examples of RFC 8785, sections
// 3.2.2 and 3.2.3 and appendix B.
func TestCanonicalize(t *testing.T) {
	for in, want := range map[string]string{
		`{"b":1, "a" : [true,null,"x"]}`:                                                `{"a":[true,null,"x"],"b":1}`,
		`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}`: `{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}`,
		`[0, -0, 1e21, 999999999999999900000, 1e-7, 1e-6]`:                              `[0,0,1e+21,999999999999999900000,1e-7,0.000001]`,
		`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`:                               `"€$\u000f\nA'B\"\\\\\"/"`,
		`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`: "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
		"\"\u2028<>&\"": "\"\u2028<>&\"",
	} {
		got, err := Canonicalize([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("Canonicalize(%s)\n got %s, %v\nwant %s", in, got, err, want)
		}
	}
}

func TestCanonicalizeRefuses(t *testing.T) {
	for _, in := range []string{``, `{"a":1,"a":2}`, `1e400`, `{} {}`, `{"a":}`, "\"\xff\"", `[1,]`} {
		if got, err := Canonicalize([]byte(in)); err == nil {
			t.Errorf("Canonicalize(%q) = %s, want an error", in, got)
		}
	}
}

func FuzzCanonicalize(f *testing.F) {
	f.Add([]byte(`{"b":[1.5e300,"\u2028"],"a":{}}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		once, err := Canonicalize(in)
		if err != nil {
			return
		}
		twice, err := Canonicalize(once)
		if err != nil || string(once) != string(twice) {
			t.Errorf("%q is not stable: %q, %v", once, twice, err)
		}
		if !json.Valid(once) {
			t.Errorf("%q is not JSON", once)
		}
	})
}

func TestDiffAndInverse(t *testing.T) {
	c, err := Diff([]byte(`{"a":1,"b":[2],"gone":3}`), []byte(`{"a":1,"b":[2,3],"new":null}`))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := Canonical(c)
	if want := `{"set":{"b":[2,3],"gone":null,"new":null},"was":{"b":[2],"gone":3,"new":null}}`; string(got) != want {
		t.Errorf("Diff = %s, want %s", got, want)
	}
	got, _ = Canonical(c.Inverse(7))
	if want := `{"set":{"b":[2],"gone":3,"new":null},"undoes":7,"was":{"b":[2,3],"gone":null,"new":null}}`; string(got) != want {
		t.Errorf("Inverse = %s, want %s", got, want)
	}
}

// The encoder of Go values agrees with encoding/json followed by
// Canonicalize, on every kind of member that an entry holds.
func TestCanonicalAgreesWithJSON(t *testing.T) {
	type inner struct {
		Z string   `json:"z,omitempty"`
		A *float64 `json:"a,omitempty"`
		S string   `json:"s,omitempty"`
	}
	type outer struct {
		inner
		List []inner                    `json:"list,omitempty"`
		None []int                      `json:"none,omitempty"`
		Raw  map[string]json.RawMessage `json:"raw"`
		N    int64                      `json:"n,omitempty"`
		Any  any                        `json:"any,omitempty"`
		Skip string                     `json:"-"`
		B    bool                       `json:",omitempty"`
		Ω    int                        `json:",omitempty"`
	}
	half := 0.5
	for _, v := range []any{
		outer{inner: inner{Z: "<&>\u2028\x01", A: &half}, List: []inner{{S: "s"}, {}}, Raw: map[string]json.RawMessage{"k": json.RawMessage(`{"b":1,"a":[ 2.0 ]}`)}, Any: 1e21},
		&outer{N: 3, Skip: "x", B: true}, map[string]any{"\U0001F600": 1, "\uFB33": nil}, []string{}, nil, "x", math.Copysign(0, -1), 12345678901.5,
	} {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Canonicalize(text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Canonical(v)
		if err != nil || string(got) != string(want) {
			t.Errorf("Canonical(%+v)\n got %s, %v\nwant %s", v, got, err, want)
		}
	}
}

// What is empty is left out, but not what a pointer says, nor a map.
func TestCanonicalLeavesOut(t *testing.T) {
	type part struct {
		Days int             `json:"days"`
		None *float64        `json:"none"`
		Zero *float64        `json:"zero"`
		Not  *bool           `json:"not"`
		List []string        `json:"list"`
		Set  map[string]bool `json:"set"`
	}
	zero, not := 0.0, false
	got, err := Canonical(part{Zero: &zero, Not: &not, List: []string{}, Set: map[string]bool{}})
	if want := `{"not":false,"set":{},"zero":0}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestCanonicalRefuses(t *testing.T) {
	for _, v := range []any{"\xff", make(chan int), struct{ F func() }{func() {}}} {
		if got, err := Canonical(v); err == nil {
			t.Errorf("Canonical(%v) = %s, want an error", v, got)
		}
	}
}

func BenchmarkCanonical(b *testing.B) {
	type claim struct {
		Statement, Quote, Speaker string
		P                         *float64
		Tags                      []string
	}
	p := 0.397
	c := claim{"The talks resume", "could resume as early as next week", "The ministry", &p, []string{"a", "b"}}
	for b.Loop() {
		if _, err := Canonical(c); err != nil {
			b.Fatal(err)
		}
	}
}

package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// whole is a number that reads and writes itself.
type whole int

func (w *whole) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*w = 7
		return nil
	}
	if string(b) != `"one"` {
		return errors.New("not one")
	}
	*w = 1
	return nil
}

type sample struct {
	A    string   `json:"a"`
	B    bool     `json:"b"`
	F    float64  `json:"f"`
	I    int64    `json:"i"`
	List []string `json:"list"`
	P    *float64 `json:"p"`
	Sub  struct {
		X whole `json:"x"`
		Y *bool `json:"y"`
	} `json:"sub"`
	Subs []struct {
		N int `json:"n"`
	} `json:"subs"`
	W *whole `json:"w"`
}

// texts are objects, canonical or not, that fit a sample or not.
var texts = []string{
	`{}`, `{"a":"x"}`, `{"a":"\u0001\n\t\"\\ü€😀"}`, `{"a":"\u000A"}`, `{"a":"\u000a"}`, `{"a":"\/"}`, `{"a":"\ud83d"}`, `{"a": "x"}`, `{"a":"x"} `, `{"a":"x","a":"y"}`,
	`{"b":true,"a":"x"}`, `{"b":true}`, `{"b":false,"f":1.5,"i":-3}`, `{"f":1e21}`, `{"f":1e+21}`, `{"f":1.0}`, `{"f":-0}`, `{"f":0.5}`, `{"i":1.5}`, `{"i":12345678901234567890}`,
	`{"i":01}`, `{"i":1e400}`, `{"i":"1"}`, `{"list":[]}`, `{"list":null}`, `{"list":["a","b"]}`, `{"list":["a",]}`, `{"list":[1]}`, `{"list":{}}`, `{"p":0.25}`, `{"p":null}`,
	`{"sub":{"x":"one","y":false}}`, `{"sub":{"x":null,"y":null}}`, `{"sub":{"x":"two"}}`, `{"sub":null}`, `{"subs":[{"n":1},{},{"n":2}]}`, `{"subs":[{"m":1}]}`, `{"w":"one"}`, `{"w":null}`,
	`{"A":"x"}`, `{"z":1}`, `{"a":null,"b":null,"f":null,"i":null}`, `{"a":"x"`, `{"a"`, `{"a":}`, `{"a":tru}`, `[]`, `1`, `""`, ``, `nullx`, `{"b":truex}`, "{\"a\":\"\xff\"}",
	`{"list":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`, `{"😀":1,"דּ":2}`,
}

// agree expects of a text what the long way makes of it.
func agree(t *testing.T, text []byte) {
	t.Helper()
	long, err := recast(text)
	same := err == nil && bytes.Equal(long, text)
	if short := isCanonical(text); short && !same {
		t.Fatalf("%q is taken for canonical, which is %q, %v", text, long, err)
	}
	var got, want sample
	if !Read(text, &got) {
		return
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&want); err != nil || !same || !reflect.DeepEqual(got, want) {
		t.Fatalf("%q is read as %+v, encoding/json makes %+v of it, %v", text, got, want, err)
	}
}

// What is read the short way is what encoding/json reads, and canonical.
func TestReadAgrees(t *testing.T) {
	read := 0
	for _, text := range texts {
		agree(t, []byte(text))
		var s sample
		if Read([]byte(text), &s) {
			read++
		}
	}
	if read < 16 {
		t.Errorf("only %d texts were read", read)
	}
}

// An entry of the usual kind is scanned and not recast.
func TestUsualIsCanonical(t *testing.T) {
	if !isCanonical([]byte(usual)) {
		t.Error("it is recast")
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range texts {
		f.Add([]byte(text))
	}
	f.Fuzz(agree)
}

func BenchmarkCanonicalize(b *testing.B) {
	for b.Loop() {
		if _, err := Canonicalize([]byte(usual)); err != nil {
			b.Fatal(err)
		}
	}
}

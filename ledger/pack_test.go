package ledger

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// pattern is a text of n bytes drawn from the first kinds of a few letters,
// so that lengths and distances of every size occur.
func pattern(r *rand.Rand, n, kinds int) []byte {
	out := make([]byte, n)
	for i := range out {
		if out[i] = byte(r.IntN(kinds)); i > 400 && r.IntN(50) == 0 {
			from := r.IntN(i - 300)
			copy(out[i:], out[from:from+300])
		}
	}
	return out
}

// What is packed comes back byte by byte, whatever it holds.
func TestPack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	texts := [][]byte{{}, []byte("{}"), []byte(Words), []byte(Words[100:]), bytes.Repeat([]byte("a"), 100_000), []byte(strings.Repeat("über €\U0001F600", 50))}
	for n := range 300 {
		texts = append(texts, pattern(r, 1+n*n, 1+n%256))
	}
	for _, text := range texts {
		packed := Pack(text)
		if len(packed) > len(text) {
			t.Errorf("%d bytes became %d", len(text), len(packed))
		}
		if len(text) > 0 && text[0] == packedForm {
			continue // no JSON text begins so
		}
		got, err := Unpack(packed)
		if err != nil || !bytes.Equal(got, text) {
			t.Fatalf("%d bytes came back as %d, %v", len(text), len(got), err)
		}
	}
}

// usual is an entry of the usual kind.
const usual = `{"appearances":[{"source":"Gazette 99","url":"https://example.org/0"}],"event":"measure-30821","hedge":{"high":0.9,"kind":"assumed","low":0.4,"map":"tracker-2026.3","p":0.7,"words":"plans to"},"id":1,"key":"g0000000","language":"en","logged_at":"2026-01-01T00:00:00.000Z","logged_by":"root","polarity":"will","quote":"the measure will take effect, the council said on its 4th session","speaker":"Council 796","speaker_kind":"institution","stated_on":"2023-03-20","statement":"Measure 30821 takes effect in district 221","tags":["generated","t21"],"uid":"01a219da-9976-7390-ad1c-be3836615d2e","verdict":{"at":"2026-01-01T00:00:00.000Z","by":"root","event_date":"2023-03-31","note":"as the council's minutes have it","outcome":"yes","timing":"on-time","uid":"01a219da-9976-7395-b7a9-2c6ede144c50"},"window":{"class":"bounded","due_at":"2023-04-03T00:00:00.000Z","earliest":"2023-03-27","granularity":"week","latest":"2023-04-02","phrase":"next week","relation":"on","rule":"week","rules":"2026.2","zone":"UTC"}}`

// An entry of the usual kind takes less than half of its length; a short one
// stays legible.
func TestPackIsShort(t *testing.T) {
	if got := len(Pack([]byte(usual))); got > len(usual)/2 {
		t.Errorf("%d bytes became %d", len(usual), got)
	}
	if short := `{"set":{"withdrawn":"undone"},"undoes":3,"was":{"withdrawn":null}}`; string(Pack([]byte(short))) != short {
		t.Error("a short one was packed")
	}
}

// A body that is cut off or bent is an error, or another text; never a panic.
func TestUnpackDamaged(t *testing.T) {
	packed := Pack([]byte(Words))
	for at := range packed {
		if got, err := Unpack(packed[:at]); at > 0 && err == nil {
			t.Errorf("cut at %d: %d bytes", at, len(got))
		}
		bent := bytes.Clone(packed)
		bent[at] ^= 0x55
		_, _ = Unpack(bent)
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte(Words))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 0 && text[0] == packedForm {
			return
		}
		if got, err := Unpack(Pack(text)); err != nil || !bytes.Equal(got, text) {
			t.Fatalf("came back as %d bytes, %v", len(got), err)
		}
	})
}

func BenchmarkPack(b *testing.B) {
	for b.Loop() {
		Pack([]byte(usual))
	}
}

func BenchmarkUnpack(b *testing.B) {
	packed := Pack([]byte(usual))
	for b.Loop() {
		if _, err := Unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}

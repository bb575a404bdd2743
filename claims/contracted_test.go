package claims

import "testing"

// A hedge is quoted as it was said, contraction and all.
func TestAsSaid(t *testing.T) {
	for _, c := range []struct {
		quote, words, want string
		said               bool
	}{
		{"The airport won't open in October.", "will", "won't", true},
		{"Won’t ship before June.", "will", "Won’t", true},
		{"We'll ship in June.", "will", "We'll", true},
		{"It isn't likely to rain.", "not likely", "isn't likely", true},
		{"It will not rain.", "will", "will", true},
		{"It may rain.", "will", "will", false},
		{"They'd sign in May.", "would", "They'd", true},
	} {
		h := (&Claim{Quote: c.quote, Hedge: Hedge{Words: c.words}}).AsSaid()
		if h.Words != c.want || *h.Said != c.said {
			t.Errorf("%q: %q said %v, want %q %v", c.quote, h.Words, *h.Said, c.want, c.said)
		}
	}
	if h := (&Claim{Quote: "It rains."}).AsSaid(); h.Said != nil {
		t.Error("no words were said")
	}
}

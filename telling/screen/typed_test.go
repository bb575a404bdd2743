package screen

import "testing"

func TestTypedRepeatsTheBook(t *testing.T) {
	for _, c := range []struct{ book, sentence, want string }{
		{"", "tracker list shows the ids", "tracker list shows the ids"},
		{"demo/book.db", "tracker list shows the ids", "tracker --db demo/book.db list shows the ids"},
		{"my book.db", "tracker accept 1, or tracker undo", "tracker --db 'my book.db' accept 1, or tracker --db 'my book.db' undo"},
		{"o'hara.db", "tracker due", `tracker --db 'o'\''hara.db' due`},
		{"a.db", "tracker help environment", "tracker help environment"},
		{"a.db", "mytracker list, tracker 7: tracker due", "mytracker list, tracker 7: tracker --db a.db due"},
		{"postgres://desk@db/book", "tracker list", "tracker --db postgres://desk@db/book list"},
		{"postgres://desk:secret@db/book", "tracker list", "tracker list"},
		{"postgres://db/book?password=secret", "tracker list", "tracker list"},
		{"a.db", "tracker init --db a.db makes one", "tracker init --db a.db makes one"},
		{"$(x).db", "tracker list", "tracker --db '$(x).db' list"},
	} {
		if got := (&Screen{Book: c.book}).Typed(c.sentence); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.book, c.sentence, got, c.want)
		}
	}
}

package tracker

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which rooms each room may import, and why it exists apart.
// Imports of test files are free.
var rooms = map[string][]string{
	// civil days need no other room
	"calendar": {},

	// files until they are finished
	"scratch": {},

	// a list made on a processor of its own
	"ahead": {},

	// many values, in little memory
	"spill": {"scratch"},

	// text made harmless
	"clean": {},

	// an entry's bytes must not depend on what it says
	"ledger": {},

	// what a person typed for a day
	"reading/date": {"calendar"},

	// phrase + statement day → window
	"reading/deadline": {"calendar", "reading/clause"},

	// text → words, clauses, conditions
	"reading/clause": {},

	// words → probability range
	"reading/hedge": {"reading/clause"},

	// words → promise, plan or forecast
	"reading/undertaking": {"reading/clause"},

	// an article → drafts with their spans
	"reading/draft": {"calendar", "reading/clause", "reading/deadline", "reading/hedge", "reading/undertaking"},

	// the words of the house
	"claims": {"calendar", "reading/clause", "reading/date", "reading/deadline", "reading/hedge", "reading/undertaking"},

	// a claim with every member, for tests
	"claims/claimstest": {"calendar", "claims", "reading/deadline", "reading/hedge"},

	// reads and writes the files that people name
	"files": {"claims", "scratch"},

	// command line, environment and configuration; prints nothing
	"settings": {"calendar", "claims", "clean", "files", "reading/date", "reading/deadline", "reading/hedge"},

	// the terminal: tables, blocks, diagrams, questions
	"telling/screen": {"board", "calendar", "claims", "clean", "files", "ledger", "reading/deadline", "reading/hedge", "scoring", "scratch", "telling/report"},

	// pure statistics; knows no claim
	"scoring": {},

	// claims in, boards out; every figure is of scoring
	"board": {"calendar", "claims", "reading/date", "reading/deadline", "reading/hedge", "scoring"},

	// questions to people; what answers decide is handed in
	"telling/dialogue": {"calendar", "claims", "clean", "files", "reading/date", "reading/deadline", "reading/hedge", "telling/report", "telling/screen"},

	// a plan; what keeps it is handed in
	"remind": {"calendar", "claims"},

	// calendar files
	"telling/ical": {"calendar"},

	// over SMTP
	"remind/mail": {"remind"},

	// to a web address, which is a secret
	"remind/hook": {"clean", "remind"},

	// by another program, or on the desktop
	"remind/program": {"clean", "remind"},

	// who is told by which channel, out of the settings; letters in words
	"remind/post": {"answer", "answer/chat", "answer/mailbox", "calendar", "claims", "clean", "files", "reading/date", "remind", "remind/hook", "remind/mail", "remind/program", "settings", "telling/ical", "telling/report"},

	// wakes functions, nothing more
	"daemon": {},

	// what the machine's own timers are told
	"install": {"claims", "clean"},

	// sheets of .xlsx, cell by cell; knows no claim
	"workbook": {"spill"},

	"exchange": {"calendar", "claims", "clean", "ledger", "reading/date", "reading/deadline", "reading/draft", "reading/hedge", "scoring", "workbook"},

	// figures drawn; knows no claim
	"telling/chart": {"calendar", "clean"},

	"telling/report": {"board", "calendar", "claims", "clean", "exchange", "files", "ledger", "reading/deadline", "reading/hedge", "scoring", "telling/chart", "telling/ical", "workbook"},

	// pages that link to each other; claims are handed in
	"telling/site": {"board", "calendar", "claims", "clean", "files", "scratch", "telling/chart", "telling/report"},

	// what people answer to prompts; servers and books are handed in
	"answer": {"calendar", "claims", "reading/date"},

	// the answers that come by mail, over IMAP
	"answer/mailbox": {"answer"},

	// answers by ntfy and Telegram; how they are asked is handed in
	"answer/chat": {"answer"},

	// what the engines under a book do each in their own way
	"store/dialect": {"claims"},

	// what only a book in a file needs; the statements are the store's
	"store/sqlite": {"claims", "clean", "scratch", "store/dialect"},

	// what only a book on PostgreSQL needs; its tables are made of SQLite's
	"store/postgres": {"claims", "clean", "scratch", "store/dialect", "store/sqlite"},

	// a server for tests
	"store/postgres/postgrestest": {},

	"store": {"ahead", "answer", "calendar", "claims", "clean", "ledger", "reading/deadline", "reading/hedge", "remind", "scratch", "store/dialect", "store/postgres", "store/sqlite"},

	// a file's claims → a book, which is handed in
	"intake": {"ahead", "calendar", "claims", "clean", "exchange", "files", "reading/date", "scratch", "spill", "telling/report"},

	// a saved file → the text of an article, and what the file says of itself
	"article": {"calendar", "claims", "reading/clause", "reading/draft"},

	// a model's second opinion on an article, over the network
	"drafting/second": {"clean"},

	// an article → drafts, asked about, → a book, which is handed in
	"drafting": {"article", "calendar", "claims", "drafting/second", "exchange", "files", "reading/clause", "reading/date", "reading/deadline", "reading/draft", "telling/dialogue", "telling/report"},

	// the main job on real statements, over a book of its own
	"demo": {"board", "calendar", "claims", "clean", "files", "scratch", "store", "telling/report", "telling/screen"},

	// what a shell offers
	"completion": {"claims", "clean", "store", "telling/screen"},

	"cmd/tracker": {"answer", "board", "calendar", "claims", "clean", "completion", "daemon", "demo", "drafting", "drafting/second", "exchange", "files", "install", "intake", "ledger", "reading/date", "reading/deadline", "reading/hedge", "remind", "remind/post", "scoring", "scratch", "settings", "store", "telling/dialogue", "telling/report", "telling/screen", "telling/site"},

	// measures the built program from outside
	"bench/book": {"store/postgres/postgrestest", "workbook"},

	// likewise
	"bench/scoring": {"scoring"},
}

// homes says which rooms alone may import a package from outside.
var homes = map[string]string{
	"github.com/spf13/cobra":                    "cmd/tracker completion",
	"github.com/robfig/cron/v3":                 "daemon",
	"github.com/mattn/go-sqlite3":               "store/sqlite",
	"database/sql":                              "store",
	"github.com/jackc/pgx/v5":                   "store/postgres",
	"github.com/jackc/pgx/v5/stdlib":            "store/postgres",
	"github.com/xuri/excelize/v2":               "workbook",
	"github.com/chromedp/chromedp":              "nobody", // drives a browser for tests
	"github.com/creack/pty":                     "nobody", // is a terminal for tests
	"github.com/emersion/go-imap/v2/imapclient": "answer/mailbox",
	"net/http":                    "remind/hook drafting/second",
	"github.com/wneessen/go-mail": "remind/mail",
}

// imports returns the imports of the production files in dir by file.
func imports(t *testing.T, dir string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = []string{}
		for _, spec := range f.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			found[name] = append(found[name], path)
		}
	}
	return found
}

// packages lists the folders of the module that hold production Go files.
func packages(t *testing.T) []string {
	t.Helper()
	dirs := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." {
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil || strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir // a module of its own, or no part of the program
			}
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			dirs[filepath.ToSlash(filepath.Dir(path))] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(dirs))
}

func TestFence(t *testing.T) {
	found := packages(t)
	if len(found) == 0 {
		t.Fatal("no packages found: is the test run from the root?")
	}
	for _, room := range found {
		allowed, ok := rooms[room]
		if !ok {
			t.Errorf("%s has no row in rooms: say what it may import", room)
		}
		for file, paths := range imports(t, room) {
			for _, path := range paths {
				if home, fenced := homes[path]; fenced && !slices.Contains(strings.Fields(home), room) && !below(room, home, path) {
					t.Errorf("%s imports %s, whose home is %s", file, path, home)
				}
				if other, ours := strings.CutPrefix(path, "tracker/"); ours && !slices.Contains(allowed, other) {
					t.Errorf("%s imports %s: %s may not", file, other, room)
				}
			}
		}
	}
	for room := range rooms {
		if !slices.Contains(found, room) {
			t.Errorf("rooms has a row for %s, which does not exist", room)
		}
	}
}

// below reports whether a room is one of the engines under the store: they
// hand its statements on.
func below(room, home, path string) bool {
	return path == "database/sql" && strings.HasPrefix(room, home+"/")
}

// Production code never reads testdata.
func TestNobodyReadsTestdata(t *testing.T) {
	for _, room := range packages(t) {
		for file := range imports(t, room) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(text), "testdata/") {
				t.Errorf("%s mentions testdata", file)
			}
		}
	}
}

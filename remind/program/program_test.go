package program

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tracker/claims"
	"tracker/remind"
)

func hello() remind.Message {
	return remind.Message{ID: "one", Name: "desk", Subject: "--help", Text: "4 claims wait", Waiting: 4, At: time.Unix(0, 0).UTC(),
		Claims: []claims.View{{Claim: claims.Claim{Speaker: "-rf", Statement: "$(id) `id` <b>"}}}}
}

// script writes a program that does what a test needs.
func script(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// A program reads the whole message, and its arguments as they stand.
func TestAProgramReadsTheMessage(t *testing.T) {
	dir := t.TempDir()
	path := script(t, dir, "tell", `cat > "$1"; printf '%s' "$2" > "$1.arg"; echo done`)
	out := filepath.Join(dir, "out")
	p := &Program{Argv: []string{path, out, "$(id) `id`; rm -rf"}}
	if receipt, err := p.Send(t.Context(), hello()); err != nil || receipt != "tell ended with 0: done" {
		t.Fatalf("%q, %v", receipt, err)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema, ID, Subject string
		Claims              []claims.View
	}
	if err := json.Unmarshal(text, &got); err != nil || got.Schema != "tracker.prompt/1" || got.ID != "one" || got.Subject != "--help" || len(got.Claims) != 1 {
		t.Errorf("%v: %s", err, text)
	}
	if arg, err := os.ReadFile(out + ".arg"); err != nil || string(arg) != "$(id) `id`; rm -rf" {
		t.Errorf("%q, %v", arg, err)
	}
}

// A program that fails, hangs or is not there is tried again, and nobody reads
// what it was given.
func TestAProgramThatFails(t *testing.T) {
	dir := t.TempDir()
	fail := script(t, dir, "fail", `cat >/dev/null; echo "cannot reach $1 as $2" >&2; exit 3`)
	hang := script(t, dir, "hang", `sleep 100`)
	for want, p := range map[string]*Program{
		"fail ended with exit status 3: cannot reach *** as ***": {Argv: []string{fail, "tgram://tokenSECRET/chat", "SECRETpassword"}},
		"there is no program nowhere":                            {Argv: []string{"nowhere-" + "SECRET"}},
		"hang took longer than 50ms":                             {Argv: []string{hang}, Limit: 50 * time.Millisecond},
	} {
		_, err := p.Send(t.Context(), hello())
		var f *remind.Failure
		if !errors.As(err, &f) || f.Dead || !strings.Contains(err.Error(), strings.TrimSuffix(want, "nowhere")) {
			t.Errorf("%v, want %q", err, want)
		}
		if strings.Contains(err.Error(), "tokenSECRET") || strings.Contains(err.Error(), "SECRETpassword") {
			t.Errorf("a secret in %v", err)
		}
	}
}

// Whatever people are called, a note is a note; without a desktop nothing
// fails.
func TestDesktop(t *testing.T) {
	dir := t.TempDir()
	script(t, dir, "notify-send", `printf '%s\n' "$@" > `+filepath.Join(dir, "args"))
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
	display := func(string) string { return ":0" }
	d := &Desktop{OS: "linux", Env: display}
	if receipt, err := d.Send(t.Context(), hello()); err != nil || receipt != "shown on the desktop" {
		t.Fatalf("%q, %v", receipt, err)
	}
	args, err := os.ReadFile(filepath.Join(dir, "args"))
	if want := "--app-name=tracker\n--\n--help\n-rf: $(id) `id` &lt;b&gt;\n"; err != nil || string(args) != want {
		t.Errorf("%q, %v, want %q", args, err, want)
	}
	if argv, ok := (&Desktop{OS: "darwin"}).argv(hello()); !ok || !slices.Equal(argv[len(argv)-3:], []string{"--", "--help", "-rf: $(id) `id` <b>"}) {
		t.Errorf("%q", argv)
	}
	none := func(string) string { return "" }
	for _, d := range []*Desktop{{OS: "linux", Env: none}, {OS: "windows"}} {
		if receipt, err := d.Send(t.Context(), hello()); err != nil || receipt != "there is no desktop here" {
			t.Errorf("%q, %v", receipt, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if receipt, err := d.Send(t.Context(), hello()); err != nil || receipt != "there is no desktop here" {
		t.Errorf("without notify-send: %q, %v", receipt, err)
	}
}

package main

import (
	"context"
	"io"
	"strings"
	"testing"

	"tracker/telling/screen"
)

// interrupter gives its text, and then what Ctrl-C gives: nothing more, and
// the context's end.
type interrupter struct {
	text   io.Reader
	cancel context.CancelFunc
}

func (r interrupter) Read(p []byte) (int, error) {
	if n, _ := r.text.Read(p); n > 0 {
		return n, nil
	}
	r.cancel()
	select {} // a terminal that says nothing
}

// TestCtrlC stops verbs that wait for input: nothing is changed, and the exit
// code says so.
func TestCtrlC(t *testing.T) {
	for name, c := range map[string]struct {
		args  []string
		typed string
	}{
		"dialogue of add":  {[]string{"add"}, "The talks resume\nThe ministry\n"},
		"walk of resolve":  {[]string{"resolve"}, "yes\n2025-08-01\n"},
		"bulk change":      {[]string{"withdraw", "--reason", "wrong book", "1", "1", "1", "1"}, ""},
		"statement":        {[]string{"add", "-", "--speaker", "The ministry"}, "The talks"},
		"claims by pipe":   {[]string{"import", "-"}, `{"statement":"The talks resume","speaker":"The ministry","stated_on":"2025-08-01"}` + "\n"},
		"nothing by pipe":  {[]string{"import", "-"}, ""},
		"no baselines":     {[]string{"import", "--baselines", "-"}, ""},
		"no questions":     {[]string{"import", "-", "--questions", "-"}, ""},
		"an empty article": {[]string{"draft", "-", "--said", "2025-08-01", "--source", "Evening News"}, ""},
		"no statement":     {[]string{"add", "-", "--speaker", "The ministry"}, ""},

		"no forecasts":        {[]string{"score", "--forecasts", "-"}, ""},
		"half a workbook":     {[]string{"import", "-"}, "PK\x03\x04"},
		"half of their sheet": {[]string{"score", "--forecasts", "-"}, "PK\x03\x04"},
		"phrases by pipe":     {[]string{"deadline", "--jsonl"}, `{"id":1,"phrase":"soon"}` + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newTestBook(t)
			b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01")
			before := b.run(0, "journal", "export")

			ctx, cancel := context.WithCancel(t.Context())
			e := newEnv()
			e.In = screen.Interruptible{Context: ctx, In: interrupter{strings.NewReader(c.typed), cancel}}
			e.Out, e.Err, e.TTYIn = io.Discard, io.Discard, true
			root := newRoot(e, "")
			root.SetArgs(c.args)
			code := e.exit(root.ExecuteContext(ctx))
			e.close()

			if code != exitInterrupted {
				t.Errorf("exit code %d, want %d", code, exitInterrupted)
			}
			if after := b.run(0, "journal", "export"); after != before {
				t.Errorf("the journal was\n%sand is\n%s", before, after)
			}
		})
	}
}

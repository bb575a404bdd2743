package screen

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// ErrAborted is a walk or a dialogue that the user left.
var ErrAborted = errors.New("nothing more was changed")

// Ask prints a question and returns the answer without the space around it.
// There is never a default verdict, and the end of input aborts.
func (sc *Screen) Ask(question string) (string, error) {
	if sc.answers == nil {
		sc.answers = bufio.NewReader(sc.In)
	}
	sc.line.begin(sc.Err)
	fmt.Fprintf(sc.Err, "%s ", sc.Dialogue(question))
	line, err := sc.answers.ReadString('\n')
	if err != nil {
		fmt.Fprintln(sc.Err)
		if errors.Is(err, io.EOF) {
			return "", ErrAborted
		}
		return "", err
	}
	return strings.TrimSpace(line), nil
}

// Dialogue breaks a text of a dialogue at spaces, where a terminal would
// break words; the last column is for the cursor.
func (sc *Screen) Dialogue(s string) string {
	if !sc.TTYErr {
		return clean.Line(s)
	}
	return Wrap(clean.Line(s), sc.Width-1)
}

// AskUntil asks until accept takes the answer; what it says is printed.
func (sc *Screen) AskUntil(question string, accept func(string) error) error {
	for {
		answer, err := sc.Ask(question)
		if err != nil {
			return err
		}
		var refusal *claims.Error
		if err = accept(answer); errors.As(err, &refusal) {
			sc.RefuseAnswer(claims.Problems{refusal})
			continue
		}
		return err
	}
}

// RefuseAnswer says why answers cannot stand. A hint with a flag or a command
// is left out: at a question nobody can type it.
func (sc *Screen) RefuseAnswer(list claims.Problems) {
	plain := make(claims.Problems, len(list))
	for i, p := range list {
		copied := *p
		if strings.Contains(p.Hint, "--") || strings.Contains(p.Hint, "tracker ") {
			copied.Hint = ""
		}
		plain[i] = &copied
	}
	sc.refuse(plain, sc.Remarkf)
}

// Remarkf is Sayf of a sentence without a command to copy: on a terminal it is
// broken at spaces.
func (sc *Screen) Remarkf(format string, args ...any) {
	sc.line.begin(sc.Err)
	fmt.Fprintln(sc.Err, sc.Dialogue("tracker: "+fmt.Sprintf(sc.typedFormat(format), args...)))
}

// Measure takes the width of the terminal as it is now, for what is written from
// here on: a dialogue may last, and a window be drawn smaller meanwhile.
func (sc *Screen) Measure() {
	if sc.widthNow != nil {
		sc.Width = sc.widthNow()
	}
}

// Confirm asks a yes-or-no question that has no default.
func (sc *Screen) Confirm(question string) (yes bool, err error) {
	err = sc.AskUntil(question+" (yes or no)", func(s string) error {
		switch strings.ToLower(s) {
		case "y", "yes":
			yes = true
		case "n", "no":
		default:
			return claims.Mistyped("%q is no answer", s).WithHint("please type yes or no")
		}
		return nil
	})
	return yes, err
}

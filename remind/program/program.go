// Package program delivers messages by running another program: one that
// somebody named, which reads the message as JSON, or what shows notes on this
// desktop. No shell is between, and no text of a message is an option.
//
//	p := &program.Program{Argv: []string{"apprise", "--input-format=text"}}
//	receipt, err := p.Send(ctx, message)
package program

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"tracker/clean"
	"tracker/remind"
)

// limit is how long a program may take.
const limit = 30 * time.Second

// Program is run for every message, with the message as JSON on its standard
// input. It has delivered the message when it ends with 0.
type Program struct {
	Argv  []string
	Limit time.Duration // 0 is 30 seconds
}

var _ remind.Channel = (*Program)(nil)

// Send delivers a message; see remind.Channel.
func (p *Program) Send(ctx context.Context, m remind.Message) (receipt string, err error) {
	input, err := m.JSON()
	if err != nil {
		return "", err
	}
	wait := p.Limit
	if wait == 0 {
		wait = limit
	}
	said, err := run(ctx, wait, p.Argv, input)
	if err != nil {
		return "", remind.Retry(0, err)
	}
	return filepath.Base(p.Argv[0]) + " ended with 0" + said, nil
}

// run runs argv and returns the last line it wrote, led by a colon. Neither
// that nor the error has a part of its arguments, which may be secret.
func run(ctx context.Context, wait time.Duration, argv []string, input []byte) (said string, err error) {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Stdin, cmd.Env = bytes.NewReader(input), environment()
	out := &tail{}
	cmd.Stdout, cmd.Stderr = out, out
	cmd.WaitDelay = time.Second
	err = cmd.Run()
	if said = hide(argv[1:], out.lastLine()); said != "" {
		said = ": " + said
	}
	name := filepath.Base(argv[0])
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("there is no program %s", name)
	case ctx.Err() != nil:
		return "", fmt.Errorf("%s took longer than %v%s", name, wait, said)
	case err != nil && cmd.ProcessState != nil:
		return "", fmt.Errorf("%s ended with %s%s", name, cmd.ProcessState, said)
	case err != nil:
		return "", fmt.Errorf("%s cannot be run", name)
	}
	return said, nil
}

// environment is what a program may know of ours: not the secrets of other
// channels.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		secret := strings.HasSuffix(name, "_PASSWORD") || strings.HasSuffix(name, "_URL") || strings.HasSuffix(name, "_SECRET") || strings.HasSuffix(name, "_TOKEN")
		return secret && strings.HasPrefix(name, "TRACKER_")
	})
}

// tail keeps the end of what a program writes.
type tail struct{ text []byte }

func (t *tail) Write(p []byte) (int, error) {
	const most = 4096
	t.text = append(t.text, p[max(0, len(p)-most):]...)
	t.text = t.text[max(0, len(t.text)-most):]
	return len(p), nil
}

func (t *tail) lastLine() string {
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(string(t.text), "\uFFFD")), "\n")
	last := []rune(clean.Line(strings.TrimSpace(lines[len(lines)-1])))
	return string(last[:min(len(last), 200)])
}

// hide takes whatever an argument has out of a text: programs print the
// addresses and tokens they were given.
func hide(args []string, text string) string {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }
	for _, arg := range args {
		for _, part := range append([]string{arg}, strings.FieldsFunc(arg, apart)...) {
			if len(part) >= 6 {
				text = strings.ReplaceAll(text, part, "***")
			}
		}
	}
	return text
}

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracker/claims"
)

// asker reads answers line by line. There is never a default verdict, and the
// end of input aborts.
type asker struct {
	lines chan string
	errs  chan error
}

// ask prints a question and returns the answer without the space around it.
func (e *env) ask(ctx context.Context, question string) (string, error) {
	if e.asker == nil {
		e.asker = &asker{lines: make(chan string), errs: make(chan error, 1)}
		go e.asker.read(e.in)
	}
	fmt.Fprintf(e.err, "%s ", question)
	select {
	case <-ctx.Done():
		fmt.Fprintln(e.err)
		return "", ctx.Err()
	case line := <-e.asker.lines:
		return strings.TrimSpace(line), nil
	case err := <-e.asker.errs:
		fmt.Fprintln(e.err)
		e.asker.errs <- err // for whoever asks next
		if errors.Is(err, io.EOF) {
			return "", errAborted
		}
		return "", err
	}
}

func (a *asker) read(in io.Reader) {
	r := bufio.NewReader(in)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			a.lines <- line
		}
		if err != nil {
			a.errs <- err
			return
		}
	}
}

// askUntil asks until accept takes the answer; what it says is printed.
func (e *env) askUntil(ctx context.Context, question string, accept func(string) error) error {
	for {
		answer, err := e.ask(ctx, question)
		if err != nil {
			return err
		}
		var refusal *claims.Error
		if err = accept(answer); errors.As(err, &refusal) {
			e.refuse(claims.Problems{refusal})
			continue
		}
		return err
	}
}

// confirm asks a yes-or-no question that has no default.
func (e *env) confirm(ctx context.Context, question string) (yes bool, err error) {
	err = e.askUntil(ctx, question+" (yes or no)", func(s string) error {
		switch strings.ToLower(s) {
		case "y", "yes":
			yes = true
		case "n", "no":
		default:
			return usage("please type yes or no")
		}
		return nil
	})
	return yes, err
}

// askDraft asks for a claim, one question a line.
func (e *env) askDraft(ctx context.Context, r *claims.Reader) (claims.Draft, error) {
	d := claims.Draft{StatedOn: e.today().String()}
	fmt.Fprintln(e.err, "Log a claim. Enter leaves an answer empty where that is allowed; Ctrl-C stops and changes nothing.")
	texts := []struct {
		question string
		into     *string
		must     bool
	}{
		{"What is said to happen, in the positive (\"The talks resume\")?", &d.Statement, true},
		{"Who said it?", &d.Speaker, true},
		{"The words, verbatim?", &d.Quote, false},
		{fmt.Sprintf("When was it said (%s)?", d.StatedOn), &d.StatedOn, false},
		{"By when, in words or as a date (Enter: as the words say)?", &d.Phrase, false},
		{"How sure, in words or as a number (Enter: as the words say)?", &d.HedgeWords, false},
		{"On what condition?", &d.Condition, false},
		{"Which event is it about, in a word or two?", &d.Event, false},
		{"How would a stranger decide whether it happened?", &d.Criterion, false},
	}
	for _, t := range texts {
		err := e.askUntil(ctx, t.question, func(answer string) error {
			if answer == "" && t.must {
				return claims.Refuse("", "this is needed")
			}
			if answer != "" {
				*t.into = answer
			}
			return nil
		})
		if err != nil {
			return d, err
		}
	}
	var source claims.Appearance
	var err error
	if source.Source, err = e.ask(ctx, "Which outlet carried it?"); err != nil || source.Source == "" {
		return d, err
	}
	if source.URL, err = e.ask(ctx, "At which URL?"); err != nil {
		return d, err
	}
	d.Appearances = []claims.Appearance{source}
	return d, nil
}

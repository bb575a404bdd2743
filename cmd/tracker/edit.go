package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tracker/claims"
)

// sheet is what an editor shows of a claim.
type sheet struct {
	Statement string   `toml:"statement"`
	Quote     string   `toml:"quote,multiline"`
	Speaker   string   `toml:"speaker"`
	Said      string   `toml:"said"`
	Deadline  string   `toml:"deadline" comment:"read again when it changes"`
	Hedge     string   `toml:"hedge" comment:"read again when it changes"`
	Polarity  string   `toml:"polarity" comment:"will or will-not"`
	Condition string   `toml:"condition"`
	Event     string   `toml:"event"`
	Criterion string   `toml:"criterion"`
	Tags      []string `toml:"tags"`
	Notes     string   `toml:"notes,multiline"`
}

func newSheet(c claims.Claim) sheet {
	return sheet{c.Statement, c.Quote, c.Speaker, string(c.StatedOn), c.Window.Phrase, c.Hedge.Words, string(c.Polarity),
		c.Condition, c.Event, c.Criterion, c.Tags, c.Notes}
}

// maxSheet is the longest file an editor may give back, in bytes.
const maxSheet = 10 * claims.MaxText

// editClaim opens a claim in the user's editor and returns it as it was
// saved. An empty, unchanged or unreadable file aborts without a change.
func (e *env) editClaim(ctx context.Context, r *claims.Reader, c claims.Claim) (claims.Claim, error) {
	before, err := toml.Marshal(newSheet(c))
	if err != nil {
		return c, err
	}
	after, err := e.editText(ctx, before)
	if err != nil {
		return c, err
	}
	switch {
	case len(bytes.TrimSpace(after)) == 0:
		return c, claims.Refuse("", "the file came back empty; nothing was changed").WithHint("tracker withdraw %d --reason TEXT takes the claim back", c.ID)
	case bytes.Equal(before, after):
		return c, claims.Refuse("", "the file came back unchanged; nothing was changed").WithHint("save the file before you leave the editor")
	case len(after) > maxSheet:
		return c, claims.Refuse("", "the file came back with %d bytes; nothing was changed", len(after)).WithHint("the limit is %d bytes", maxSheet)
	}
	var s sheet
	if err := toml.NewDecoder(bytes.NewReader(after)).DisallowUnknownFields().Decode(&s); err != nil {
		msg, _, _ := strings.Cut(err.Error(), "\n")
		return c, claims.Refuse("", "the file cannot be read: %s; nothing was changed", msg).WithHint("keep the names and the quotes")
	}
	edited, _, err := r.Claim(s.over(c), e.instant())
	return edited, err
}

// over is c as a draft with what the sheet changed.
func (s sheet) over(c claims.Claim) claims.Draft {
	d := c.Draft()
	d.Statement, d.Quote, d.Speaker, d.StatedOn = s.Statement, s.Quote, s.Speaker, s.Said
	d.Polarity, d.Condition, d.Event = claims.Polarity(s.Polarity), s.Condition, s.Event
	d.Criterion, d.Tags, d.Notes = s.Criterion, s.Tags, s.Notes
	if s.Deadline != c.Window.Phrase || s.Said != string(c.StatedOn) && c.Window.Rule != claims.RuleGiven {
		d.Window, d.Phrase = nil, s.Deadline
	}
	if s.Hedge != c.Hedge.Words {
		d.Hedge, d.HedgeWords = nil, s.Hedge
	}
	return d
}

// editText hands text to VISUAL or EDITOR and returns what was saved. The
// editor is started with the file as its last argument, never by a shell.
func (e *env) editText(ctx context.Context, text []byte) ([]byte, error) {
	editor := strings.Fields(first(os.Getenv("VISUAL"), os.Getenv("EDITOR")))
	if len(editor) == 0 {
		return nil, usage("no editor is set").WithHint("export EDITOR=nano")
	}
	f, err := os.CreateTemp("", "tracker-*.toml")
	if err != nil {
		return nil, fmt.Errorf("make the file to edit: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("write the file to edit: %w", err)
	}
	cmd := exec.CommandContext(ctx, editor[0], append(editor[1:], f.Name())...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, claims.Refuse("", "the editor failed: %v; nothing was changed", err).WithHint("VISUAL or EDITOR names the editor")
	}
	return os.ReadFile(f.Name())
}

package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// everyCommand calls fn for all commands that help lists.
func everyCommand(c *cobra.Command, fn func(*cobra.Command)) {
	if c.Hidden || c.IsAdditionalHelpTopicCommand() {
		return
	}
	fn(c)
	for _, sub := range c.Commands() {
		everyCommand(sub, fn)
	}
}

// TestHelpIsComplete wants of every command what a stranger needs: a line, a
// page, an example that can be typed, and a line for each flag.
func TestHelpIsComplete(t *testing.T) {
	commands := 0
	everyCommand(newRoot(newEnv(), ""), func(c *cobra.Command) {
		commands++
		if c.Short == "" || c.Long == "" || c.Example == "" {
			t.Errorf("%s lacks Short, Long or Example", c.CommandPath())
		}
		if usage := c.LocalFlags().FlagUsages(); regexp.MustCompile(`(?m)^ +--\S+( \S+)?\s*$`).MatchString(usage) {
			t.Errorf("%s has a flag without a description:\n%s", c.CommandPath(), usage)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if what, _ := pflag.UnquoteUsage(f); what != strings.ToUpper(what) && !strings.Contains(what, ".") {
				t.Errorf("%s --%s takes a %q, which is no name for it", c.CommandPath(), f.Name, what)
			}
		})
		for line := range strings.Lines(c.Example) {
			if err := parses(strings.TrimSpace(line)); err != nil {
				t.Errorf("example of %s: %v", c.CommandPath(), err)
			}
		}
	})
	if commands < 30 {
		t.Errorf("only %d commands were looked at", commands)
	}
}

// TestDocsParse wants every line of code in README.md and docs that starts
// with tracker to be a command line with flags that exist.
func TestDocsParse(t *testing.T) {
	lines := 0
	for name, text := range manual(t) {
		code := false
		for i, line := range strings.Split(text, "\n") {
			if strings.HasPrefix(line, "```") {
				code = !code
			}
			line, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "$ "), "   ") // what follows explains
			if !code || !strings.HasPrefix(line, "tracker ") {
				continue
			}
			lines++
			if err := parses(line); err != nil {
				t.Errorf("%s:%d: %v", name, i+1, err)
			}
		}
	}
	if lines == 0 {
		t.Error("README.md and docs show no command")
	}
}

// manual returns README.md and the pages of docs by name.
func manual(t *testing.T) map[string]string {
	t.Helper()
	root := filepath.Join("..", "..")
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages in docs: %v", err)
	}
	texts := map[string]string{}
	for _, path := range append(pages, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(path)] = string(text)
	}
	return texts
}

// parses checks that the tracker commands in a line of shell name a command
// and flags that exist, and take as many arguments as they are given.
func parses(line string) error {
	found := false
	for _, command := range splitCommands(shellWords(line)) {
		if len(command) == 0 || command[0] != "tracker" {
			continue
		}
		found = true
		c, args, err := newRoot(newEnv(), "").Find(command[1:])
		if err == nil {
			err = c.ParseFlags(args)
		}
		if err == nil {
			err = c.ValidateArgs(c.Flags().Args())
		}
		if err != nil {
			return fmt.Errorf("%s: %w", strings.Join(command, " "), err)
		}
	}
	if !found {
		return fmt.Errorf("%q runs no tracker", line)
	}
	return nil
}

// splitCommands parts words at what parts commands in a shell; a redirection
// and a comment end a command.
func splitCommands(words []string) [][]string {
	commands := [][]string{nil}
	skip := false
	for _, w := range words {
		switch {
		case w == "&&" || w == "||" || w == "|" || w == ";":
			commands, skip = append(commands, nil), false
		case w == "#" || w == "&" || strings.HasPrefix(w, ">") || strings.HasPrefix(w, "<"):
			skip = true
		case !skip:
			commands[len(commands)-1] = append(commands[len(commands)-1], w)
		}
	}
	return commands
}

// shellWords splits a line at spaces outside quotation marks, and drops the
// marks.
func shellWords(line string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	started := false
	for _, r := range line + " " {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, started = r, true
		case quote == 0 && r == ' ':
			if started {
				words = append(words, word.String())
				word.Reset()
				started = false
			}
		default:
			started = true
			word.WriteRune(r)
		}
	}
	return words
}

// TestExitCodes wants the constants, the table that help prints and the table
// of README.md to agree.
func TestExitCodes(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "exit.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "exit") && len(spec.Values) == 1 {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				declared[lit.Value] = true
			}
		}
		return true
	})
	helped := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^ +(\d+)  \S`).FindAllStringSubmatch(exitHelp(), -1) {
		helped[m[1]] = true
	}
	if diff := cmp.Diff(declared, helped); diff != "" || len(declared) < 9 {
		t.Errorf("exit codes in the code and in help differ:\n%s", diff)
	}
	// Where help or the manual speak of an exit code, there is one.
	pages := manual(t)
	everyCommand(newRoot(newEnv(), ""), func(c *cobra.Command) { pages[c.CommandPath()] = c.Long + "\n" + c.UsageString() })
	said := 0
	for name, text := range pages {
		for _, m := range regexp.MustCompile(`(?i)exit (?:code|with) (\d+)`).FindAllStringSubmatch(text, -1) {
			said++
			if !declared[m[1]] {
				t.Errorf("%s speaks of an exit code %s that there is not", name, m[1])
			}
		}
	}
	if said == 0 {
		t.Error("neither help nor the manual speak of an exit code")
	}
}

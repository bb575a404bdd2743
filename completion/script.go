package completion

import (
	_ "embed" // of the words of bash
	"io"

	"github.com/spf13/cobra"
)

// Shells lists the shells that there is a script for.
var Shells = []cobra.Completion{"bash", "zsh", "fish"}

// bashWords finds the words of a command line where bash has no
// bash-completion, whose function cobra's script would call: what bash breaks
// at = and : is put together again, because a filter is one word.
//
//go:embed words.bash
var bashWords string

// Script writes what a shell, one of Shells, loads to complete commands.
func Script(root *cobra.Command, shell string, w io.Writer) error {
	switch shell {
	case "bash":
		if err := root.GenBashCompletionV2(w, true); err != nil {
			return err
		}
		_, err := io.WriteString(w, "\n"+bashWords)
		return err
	case "zsh":
		return root.GenZshCompletion(w)
	}
	return root.GenFishCompletion(w, true)
}

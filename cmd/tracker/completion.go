package main

import (
	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
	"tracker/store"
)

func newCompletion(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish",
		Short: "Print a completion script for a shell",
		Long: `Print a script that completes commands, flags, and what is in the book: ids, speakers, sources, events and
tags. A shell loads it once:

  bash  source <(tracker completion bash)        in ~/.bashrc
  zsh   source <(tracker completion zsh)         in ~/.zshrc, after compinit
  fish  tracker completion fish | source         in ~/.config/fish/config.fish`,
		Example:               "  mkdir -p ~/.local/share/bash-completion/completions && tracker completion bash > ~/.local/share/bash-completion/completions/tracker",
		Args:                  cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs:             completion.Shells,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, args []string) error { return completion.Script(cmd.Root(), args[0], e.Out) },
	}
}

// offers is what a shell offers out of the book: quietly, and never a new one.
func (e *env) offers() completion.Offers {
	return completion.Offers{Now: func() claims.Instant { return e.Instant() }, Book: func(cmd *cobra.Command) completion.Book {
		if e.prepare(cmd) != nil {
			return nil
		}
		path, err := e.bookPath()
		if err != nil {
			return nil
		}
		b, err := store.Open(cmd.Context(), path)
		if err != nil {
			return nil
		}
		e.opened = b
		return b
	}}
}

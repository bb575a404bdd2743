package main

import (
	"github.com/spf13/cobra"
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
		Example:               "  tracker completion bash > ~/.local/share/bash-completion/completions/tracker",
		Args:                  cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs:             []cobra.Completion{"bash", "zsh", "fish"},
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return cmd.Root().GenBashCompletionV2(e.out, true)
			case "zsh":
				return cmd.Root().GenZshCompletion(e.out)
			}
			return cmd.Root().GenFishCompletion(e.out, true)
		},
	}
}

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
				if err := cmd.Root().GenBashCompletionV2(e.Out, true); err != nil {
					return err
				}
				e.Printf("%s", bashWords)
				return nil
			case "zsh":
				return cmd.Root().GenZshCompletion(e.Out)
			}
			return cmd.Root().GenFishCompletion(e.Out, true)
		},
	}
}

// bashWords finds the words of a command line where bash has no
// bash-completion, whose function cobra's script would call: what bash breaks
// at = and : is put together again, because a filter is one word.
const bashWords = `
__tracker_init_completion()
{
    if declare -F _get_comp_words_by_ref >/dev/null; then
        _get_comp_words_by_ref "$@" cur prev words cword
        return
    fi
    local i word blanks rest=$COMP_LINE
    words=() cword=0
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        blanks=${rest%%[![:space:]]*}
        rest=${rest#"$blanks"}
        rest=${rest#"$word"}
        if ((i > 0)) && [[ -z $blanks ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        ((i == COMP_CWORD)) && cword=$((${#words[@]} - 1))
    done
    cur=${words[cword]}
    prev=${words[cword > 0 ? cword - 1 : 0]}
}
`

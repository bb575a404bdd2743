package main

import (
	"github.com/spf13/cobra"

	"tracker/completion"
)

// lexiconFlags are the settings on the command line; each goes before that of
// the configuration.
func (e *env) lexiconFlags(cmd *cobra.Command) {
	s := &e.flags.Lexicon
	cmd.Flags().StringVar(&s.File, "lexicon", "", "a CSV `FILE` with words of confidence of your own")
	cmd.Flags().StringVar(&s.Mode, "lexicon-mode", "", "`MODE`, extend or replace: what the file does to the scale (default extend)")
	cmd.Flags().StringVar(&s.Scale, "scale", "", "the `NAME` of a scale: tracker, icd203, ipcc or kent (default tracker)")
	completion.Fixed(cmd, "lexicon-mode", "extend", "replace")
	completion.Fixed(cmd, "scale", "tracker", "icd203", "ipcc", "kent")
}

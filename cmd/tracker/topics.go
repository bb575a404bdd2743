package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tracker/settings"
)

// newHelp prints the help of a command or a topic.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Help about any command or topic",
		Long:    "Print the help of a command, or one of the topics that tracker --help lists.",
		Example: "  tracker help add\n  tracker help exit-codes",
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			if about, _, err := root.Find(args); err == nil {
				for _, c := range about.Commands() {
					if !c.Hidden {
						names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
					}
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err == nil {
				err = noSuchCommand(about, rest)
			}
			if err != nil {
				return err
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// helpTopics are pages that are not about one verb.
func helpTopics(e *env) []*cobra.Command {
	topic := func(name, short string, page func() string) *cobra.Command {
		c := &cobra.Command{Use: name, Short: short}
		c.SetHelpFunc(func(*cobra.Command, []string) { e.Printf("%s\n", strings.TrimRight(page(), "\n")) })
		return c
	}
	return []*cobra.Command{
		topic("exit-codes", "What the exit codes mean", exitHelp),
		topic("deadlines", "The rules and the vague table in force", func() string { return settings.RulesPage(settings.ReadConfig()) }),
		topic("environment", "Settings, variables and files", func() string { return settings.Page }),
	}
}

func exitHelp() string {
	var b strings.Builder
	b.WriteString("Exit codes:\n\n")
	for _, c := range exitCodes {
		fmt.Fprintf(&b, "  %3d  %s\n", c.code, c.meaning)
	}
	return b.String()
}

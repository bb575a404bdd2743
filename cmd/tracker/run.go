package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/completion"
)

// run carries out one command line and returns the exit code.
func run(args []string) int {
	// A second Ctrl-C ends the program at once. It is not stopped before the
	// program ends: that takes longer than many verbs do.
	ctx, stop := signal.NotifyContext(context.Background(), ends()...)
	context.AfterFunc(ctx, stop)
	ignoreFileLimit()
	unhurried()
	e := newEnv()
	ctx, out := e.Until(ctx)
	defer e.close()
	verb := verbOf(args)
	root := newRoot(e, verb)
	root.SetArgs(args)
	err := claims.Ended(ctx, root.ExecuteContext(ctx))
	if failed := out.Failed(); failed != nil && (err == nil || errors.Is(err, context.Canceled)) {
		err = failed
	}
	if e.opened != nil && e.opened.Untouched() != nil {
		err = e.opened.Untouched()
	}
	code := e.exit(err)
	e.nag(ctx, verb)
	return code
}

// ends are the signals that end the program cleanly. A hangup is left alone
// where nohup, or a service manager, has it ignored.
func ends() []os.Signal {
	list := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		list = append(list, syscall.SIGHUP)
	}
	return list
}

// verbs are the commands in the groups and the order of help.
var verbs = []struct {
	group, name string
	make        func(*env) *cobra.Command
}{
	{"log", "demo", newDemo}, {"log", "add", newAdd}, {"log", "due", newDue}, {"log", "agenda", newAgenda}, {"log", "resolve", newResolve},
	{"log", "remind", newRemind}, {"log", "daemon", newDaemon},
	{"read", "list", newList}, {"read", "show", newShow}, {"read", "history", newHistory}, {"read", "score", newScore},
	{"read", "explain", newExplain}, {"read", "compare", newCompare}, {"read", "calibration", newCalibration},
	{"read", "report", newReport}, {"read", "deadline", newDeadline}, {"read", "hedge", newHedge}, {"read", "draft", newDrafts},
	{"mend", "accept", newAccept}, {"mend", "amend", newAmend}, {"mend", "withdraw", newWithdraw}, {"mend", "snooze", newSnooze}, {"mend", "unsnooze", newUnsnooze},
	{"mend", "dispute", newDispute}, {"mend", "reopen", newReopen}, {"mend", "link", newLink}, {"mend", "undo", newUndo}, {"mend", "redo", newRedo},
	{"mend", "speaker", newSpeaker}, {"mend", "source", newSource}, {"mend", "event", newEvent},
	{"book", "init", newInit}, {"book", "import", newImport}, {"book", "export", newExport}, {"book", "journal", newJournal},
	{"book", "publish", newPublish}, {"book", "backup", newBackup}, {"book", "restore", newRestore}, {"book", "check", newCheck}, {"book", "completion", newCompletion}, {"book", "version", newVersion},
}

// verbOf returns the verb that a command line is plainly about, "" for help,
// completion and whatever needs to know all verbs.
func verbOf(args []string) string {
	for len(args) > 0 {
		flag, _, joined := strings.Cut(args[0], "=")
		switch {
		case flag != "--db" && flag != "--zone":
			for _, v := range verbs {
				if v.name == args[0] && v.name != "completion" {
					return v.name
				}
			}
			return ""
		case joined:
			args = args[1:]
		default:
			args = args[min(2, len(args)):]
		}
	}
	return ""
}

// newRoot returns the tree of commands, or of one verb only: making all of
// them takes longer than many of them run.
func newRoot(e *env, only string) *cobra.Command {
	root := &cobra.Command{
		Use:   "tracker",
		Short: "Who said what would happen, by when, and whether it did",
		Long: `tracker logs forward-looking statements with their deadlines, asks for a
verdict when a deadline has passed, and scores speakers and sources on how
their predictions turned out.`,
		Example: `  tracker demo
  tracker add "The talks resume" --speaker "The ministry" --deadline "next week" --hedge likely
  tracker due
  tracker resolve 1 yes --on 2025-08-15 --evidence https://example.org/talks
  tracker score`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              noSuchCommand,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return e.prepare(cmd) },
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&e.flags.DB, "db", "", "the book `FILE` (TRACKER_DB, config, else the data directory)")
	root.PersistentFlags().StringVar(&e.flags.Zone, "zone", "", "time `ZONE` such as Europe/London (TRACKER_ZONE, config, else the machine's)")
	root.SetOut(e.Out)
	root.SetErr(e.Err)
	root.SetFlagErrorFunc(completion.Mistyped)
	root.AddGroup(&cobra.Group{ID: "log", Title: "Log and judge:"}, &cobra.Group{ID: "read", Title: "Read:"},
		&cobra.Group{ID: "mend", Title: "Mend:"}, &cobra.Group{ID: "book", Title: "The book:"})
	for _, v := range verbs {
		if only == "" || only == v.name {
			c := v.make(e)
			c.GroupID = v.group
			root.AddCommand(c)
		}
	}
	if only == "" {
		root.AddCommand(helpTopics(e)...)
	}
	root.SetHelpCommand(newHelp(root))
	root.InitDefaultHelpCmd()
	strict(root)
	return root
}

// noSuchCommand refuses whatever follows a command that only has
// subcommands, with the nearest of them.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	refusal := usage("%s has no command %q", cmd.CommandPath(), args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return refusal.WithHint("%s %s", cmd.CommandPath(), strings.Join(near, ", or "+cmd.CommandPath()+" "))
	}
	return refusal.WithHint("%s --help", cmd.CommandPath())
}

// exclusive refuses to see more than one of some flags.
func exclusive(cmd *cobra.Command, names ...string) {
	cmd.MarkFlagsMutuallyExclusive(names...) // so that completion knows
	others := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if others != nil {
			if err := others(cmd, args); err != nil {
				return err
			}
		}
		var given []string
		for _, name := range names {
			if cmd.Flags().Changed(name) {
				given = append(given, "--"+name)
			}
		}
		if len(given) < 2 {
			return nil
		}
		return usage("%s exclude each other", strings.Join(given, " and ")).WithHint("%s --help", cmd.CommandPath())
	}
}

// strict makes every refusal of arguments a usage error that says which the
// command takes.
func strict(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(cmd *cobra.Command, args []string) error {
			err := check(cmd, args)
			var refusal *claims.Error
			if err == nil || errors.As(err, &refusal) {
				return err
			}
			_, takes, _ := strings.Cut(cmd.Use, " ")
			return usage("%s takes %s, and got %s", cmd.CommandPath(), cmp.Or(takes, "no arguments"), cmp.Or(strings.Join(args, " "), "nothing")).
				WithHint("%s --help", cmd.CommandPath())
		}
	}
	for _, sub := range c.Commands() {
		strict(sub)
	}
}

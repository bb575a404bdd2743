package main

import (
	"cmp"
	"context"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"tracker/clean"
	"tracker/completion"
	"tracker/daemon"
	"tracker/install"
	"tracker/settings"
	"tracker/store"
)

// installOptions are the flags of remind that let the machine start it.
type installOptions struct {
	install, uninstall, schedule string
	print                        bool
}

const installHelp = `

--install systemd writes a timer of your own systemd that runs tracker remind at eight every morning, or as
--schedule says (the fields of a crontab, as for tracker daemon), makes up for a pass that was missed while
the machine was off, and tells you when a pass fails. --install cron puts a line into your crontab. Both name
this program and this book with their whole paths. What is written is shown; --print shows it and writes
nothing; --uninstall takes it away again. Where nobody would read what is printed, that is said.`

func (o *installOptions) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.install, "install", "", "let the machine run it: `HOW` is systemd or cron")
	cmd.Flags().StringVar(&o.uninstall, "uninstall", "", "take away what --install wrote; `HOW` is systemd or cron")
	cmd.Flags().StringVar(&o.schedule, "schedule", "0 8 * * *", "when --install has it run: `TIMES` as in a crontab")
	cmd.Flags().BoolVar(&o.print, "print", false, "show what --install would write, and write nothing")
	completion.Fixed(cmd, "install", install.Ways...)
	completion.Fixed(cmd, "uninstall", install.Ways...)
}

// asked reports whether the command line is about installing.
func (o *installOptions) asked(cmd *cobra.Command) bool {
	for _, name := range []string{"install", "uninstall", "schedule", "print"} {
		if cmd.Flags().Changed(name) {
			return true
		}
	}
	return false
}

// run installs or uninstalls.
func (o *installOptions) run(ctx context.Context, e *env) error {
	if (o.install == "") == (o.uninstall == "") || o.uninstall != "" && o.print {
		return usage("what shall be done about the machine's own times?").WithHint("--install systemd, --install cron, or --uninstall with either; --print goes with --install")
	}
	way := cmp.Or(o.install, o.uninstall)
	if !slices.Contains(install.Ways, way) {
		return usage("%q starts nothing here", clean.Line(way)).WithHint("systemd or cron; or tracker daemon, which starts itself")
	}
	book, err := e.bookPath()
	if err != nil {
		return err
	}
	if err := store.Nameable(book); err != nil { // it is to stand in files that others read
		return err
	}
	job, err := install.Of(book, "remind")
	if err != nil {
		return err
	}
	if e.ZoneGiven() || os.Getenv("TRACKER_ZONE") != "" {
		job.Zone = e.Zone.String()
	}
	m := install.Here(settings.ConfigHome())
	if o.uninstall != "" {
		return o.remove(ctx, e, m, job)
	}
	times, err := daemon.ParseSchedule(o.schedule, e.Zone, e.Now)
	if err != nil {
		return badSchedule(o.schedule, err)
	}
	a, err := m.Arrange(way, job, times, o.schedule)
	if err != nil {
		return err
	}
	e.Printf("%s", a.Text)
	if unheard := m.Unheard(way, job); unheard != "" && len(e.Recipients) == 0 {
		e.Sayf("warning: %s: name somebody under [recipients] in the configuration (tracker help environment)", unheard)
	}
	if o.print {
		return nil
	}
	if err := a.Put(ctx); err != nil {
		return err
	}
	e.Sayf("%s", e.Typed(a.Done))
	return nil
}

func (o *installOptions) remove(ctx context.Context, e *env, m install.Machine, job install.Job) error {
	had, err := m.Remove(ctx, o.uninstall, job)
	if err != nil {
		return err
	}
	more := ""
	if had {
		more = " any more"
	}
	e.Sayf("%s runs nothing for %s%s", o.uninstall, job.Book, more)
	return nil
}

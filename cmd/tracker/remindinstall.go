package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/daemon"
	"tracker/install"
	"tracker/settings"
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
nothing; --uninstall takes it away again.`

func (o *installOptions) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.install, "install", "", "let the machine run it: `HOW` is systemd or cron")
	cmd.Flags().StringVar(&o.uninstall, "uninstall", "", "take away what --install wrote; `HOW` is systemd or cron")
	cmd.Flags().StringVar(&o.schedule, "schedule", "0 8 * * *", "when --install has it run: `TIMES` as in a crontab")
	cmd.Flags().BoolVar(&o.print, "print", false, "show what --install would write, and write nothing")
	fixedCompletion(cmd, "install", "systemd", "cron")
	fixedCompletion(cmd, "uninstall", "systemd", "cron")
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
	how := cmp.Or(o.install, o.uninstall)
	if how != "systemd" && how != "cron" {
		return usage("%q starts nothing here", clean.Line(how)).WithHint("systemd or cron; or tracker daemon, which starts itself")
	}
	job, err := e.job()
	if err != nil {
		return err
	}
	m := install.Machine{Units: filepath.Join(settings.ConfigHome(), "systemd", "user"), Run: runHere}
	switch {
	case o.uninstall != "":
		return o.remove(ctx, e, m, job)
	case how == "cron":
		return o.cron(ctx, e, m, job)
	}
	return o.timer(ctx, e, m, job)
}

func (o *installOptions) times(e *env) (daemon.Schedule, error) {
	s, err := daemon.ParseSchedule(o.schedule, e.Zone, e.Now)
	if err != nil {
		return s, badSchedule(o.schedule, err)
	}
	return s, nil
}

func (o *installOptions) timer(ctx context.Context, e *env, m install.Machine, job install.Job) error {
	s, err := o.times(e)
	if err != nil {
		return err
	}
	var when []string
	for _, c := range s.Calendar() {
		when = append(when, "OnCalendar="+c)
	}
	if d := s.Repeats(); d > 0 {
		when = []string{"OnStartupSec=1min", "OnUnitActiveSec=" + daemon.Seconds(d)}
	}
	units, err := job.Units(when)
	if err != nil {
		return err
	}
	for _, u := range units {
		e.Printf("# %s\n%s\n", filepath.Join(m.Units, u.Name), u.Text)
	}
	if o.print {
		return nil
	}
	if err := m.Timer(ctx, job, units); err != nil {
		return err
	}
	e.Sayf("systemd runs it from now on; systemctl --user list-timers shows when, tracker remind --uninstall systemd ends it")
	return nil
}

func (o *installOptions) cron(ctx context.Context, e *env, m install.Machine, job install.Job) error {
	s, err := o.times(e)
	if err != nil {
		return err
	}
	if s.Repeats() > 0 {
		return usage("a crontab has no %q", o.schedule).WithHint(`--schedule "*/30 * * * *" is every half hour`)
	}
	line, err := job.CronLine(s.Crontab())
	if err != nil {
		return err
	}
	e.Printf("%s\n", line)
	if o.print {
		return nil
	}
	if err := m.Cron(ctx, job, line); err != nil {
		return err
	}
	e.Sayf("cron runs it from now on, by the clock of this machine; tracker remind --uninstall cron ends it")
	return nil
}

func (o *installOptions) remove(ctx context.Context, e *env, m install.Machine, job install.Job) error {
	take := m.NoCron
	if o.uninstall == "systemd" {
		take = m.NoTimer
	}
	had, err := take(ctx, job)
	switch {
	case err != nil:
		return err
	case !had:
		e.Sayf("%s runs nothing for %s", o.uninstall, job.Book)
	default:
		e.Sayf("%s runs nothing for %s any more", o.uninstall, job.Book)
	}
	return nil
}

// job is tracker remind for the book of this run.
func (e *env) job() (install.Job, error) {
	program, err := thisProgram()
	if err != nil {
		return install.Job{}, err
	}
	book, err := e.bookPath()
	if err == nil {
		book, err = filepath.Abs(book)
	}
	if err != nil {
		return install.Job{}, err
	}
	if _, err := os.Stat(book); errors.Is(err, fs.ErrNotExist) {
		return install.Job{}, (&claims.Error{Kind: claims.Unusable, Msg: "there is no book at " + book}).WithHint("tracker init --db %s makes one", book)
	}
	job := install.Job{Program: program, Book: book, Args: []string{"remind"}}
	if e.ZoneGiven() || os.Getenv("TRACKER_ZONE") != "" {
		job.Zone = e.Zone.String()
	}
	for _, name := range []string{"XDG_CONFIG_HOME", "TRACKER_ACTOR"} {
		if v := os.Getenv(name); v != "" {
			job.Environ = append(job.Environ, name+"="+v)
		}
	}
	return job, nil
}

// thisProgram is the whole path of the program, by the name it was started
// with where that is a link: what it points to may be replaced.
func thisProgram() (string, error) {
	real, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	if strings.HasPrefix(real, filepath.Join(os.TempDir(), "go-build")) {
		return "", usage("this is a program that go run has made for once").WithHint("go install ./cmd/tracker, and then tracker remind --install")
	}
	named, err := exec.LookPath(os.Args[0])
	if err == nil {
		named, err = filepath.Abs(named)
	}
	if err != nil || !sameFile(named, real) {
		return real, nil
	}
	return named, nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(x, y)
}

// runHere runs a program; see install.Machine.
func runHere(ctx context.Context, stdin, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &said
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", fmt.Errorf("there is no %s on this machine: %w", name, fs.ErrNotExist)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %s", name, clean.Line(cmp.Or(strings.TrimSpace(said.String()), err.Error())))
	}
	return out.String(), nil
}

package install

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tracker/claims"
)

// Ways are how a machine can be told to run a job.
var Ways = []string{"systemd", "cron"}

// Times are when a job is to run, in the words of systemd and of cron.
type Times interface {
	Repeats() time.Duration // from one run to the next, 0 where times are given
	Calendar() []string     // values of OnCalendar
	Crontab() string        // five fields
}

// Arrangement is what makes a machine run a job, and is not in place yet.
type Arrangement struct {
	Text string                      // what is written, whole
	Done string                      // what is true once it is in place
	Put  func(context.Context) error // puts it in place
}

// Arrange prepares one of the Ways to run a job at some times, which were
// typed as spec.
func (m Machine) Arrange(way string, j Job, t Times, spec string) (Arrangement, error) {
	if err := j.knowsPassword(); err != nil {
		return Arrangement{}, err
	}
	if way == "cron" {
		return m.cronAt(j, t, spec)
	}
	units, err := j.Units(timerLines(t))
	if err != nil {
		return Arrangement{}, err
	}
	var text strings.Builder
	for _, u := range units {
		fmt.Fprintf(&text, "# %s\n%s\n", filepath.Join(m.Units, u.Name), u.Text)
	}
	return Arrangement{text.String(), "systemd runs it from now on; systemctl --user list-timers shows when, tracker remind --uninstall systemd ends it",
		func(ctx context.Context) error { return m.Timer(ctx, j, units) }}, nil
}

// timerLines are times as a timer's section has them.
func timerLines(t Times) (list []string) {
	if d := t.Repeats(); d > 0 {
		return []string{"OnStartupSec=1min", fmt.Sprintf("OnUnitActiveSec=%ds", d/time.Second)}
	}
	for _, c := range t.Calendar() {
		list = append(list, "OnCalendar="+c)
	}
	return list
}

func (m Machine) cronAt(j Job, t Times, spec string) (Arrangement, error) {
	if t.Repeats() > 0 {
		return Arrangement{}, claims.Mistyped("a crontab has no %q", spec).WithHint(`--schedule "*/30 * * * *" is every half hour`)
	}
	line, err := j.CronLine(t.Crontab())
	if err != nil {
		return Arrangement{}, err
	}
	return Arrangement{line + "\n", "cron runs it from now on, by the clock of this machine; tracker remind --uninstall cron ends it",
		func(ctx context.Context) error { return m.Cron(ctx, j, line) }}, nil
}

// Remove takes away what one of the Ways had, and says whether it had any.
func (m Machine) Remove(ctx context.Context, way string, j Job) (had bool, err error) {
	if way == "cron" {
		return m.NoCron(ctx, j)
	}
	return m.NoTimer(ctx, j)
}

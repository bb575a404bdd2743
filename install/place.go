package install

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
)

// Machine is where a job is installed: the folder of the user's units, and
// how a program is run there, in the language of programmers (LC_ALL=C). Run
// returns its standard output; its error holds what it said on the other one,
// and is fs.ErrNotExist when there is no such program.
type Machine struct {
	Units string
	Mails bool // cron can mail what a job prints
	Run   func(ctx context.Context, stdin, name string, args ...string) (string, error)
}

// Timer writes the units and starts the timer.
func (m Machine) Timer(ctx context.Context, j Job, units []Unit) error {
	if err := os.MkdirAll(m.Units, 0o755); err != nil {
		return unwritable(err)
	}
	for _, u := range units {
		if err := os.WriteFile(filepath.Join(m.Units, u.Name), []byte(u.Text), 0o644); err != nil {
			return unwritable(err)
		}
	}
	return m.systemctl(ctx, [][]string{{"daemon-reload"}, {"enable", "--now", j.Name() + ".timer"}})
}

// NoTimer stops the timer and takes the units away. had is false when there
// was none.
func (m Machine) NoTimer(ctx context.Context, j Job) (had bool, err error) {
	name := j.Name()
	if _, err := os.Stat(filepath.Join(m.Units, name+".timer")); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	failed := m.systemctl(ctx, [][]string{{"disable", "--now", name + ".timer"}})
	for _, u := range []string{".timer", ".service", "-failed.service"} {
		if err := os.Remove(filepath.Join(m.Units, name+u)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return true, unwritable(err)
		}
	}
	if failed != nil {
		return true, failed
	}
	return true, m.systemctl(ctx, [][]string{{"daemon-reload"}})
}

func unusable(err error) *claims.Error {
	return &claims.Error{Kind: claims.Unusable, Msg: err.Error()}
}

func unwritable(err error) error {
	return unusable(err).WithHint("--print shows what would be written")
}

// systemctl runs commands of the user's systemd.
func (m Machine) systemctl(ctx context.Context, commands [][]string) error {
	for _, c := range commands {
		if _, err := m.Run(ctx, "", "systemctl", append([]string{"--user"}, c...)...); err != nil {
			return unusable(err).WithHint("the files are in %s; in a session of systemd: systemctl --user daemon-reload, and enable or disable the timer there", m.Units)
		}
	}
	return nil
}

// Cron puts a line into the user's crontab.
func (m Machine) Cron(ctx context.Context, j Job, line string) error {
	table, err := m.crontab(ctx)
	if err != nil {
		return err
	}
	return m.setCrontab(ctx, j.WithCronLine(table, line))
}

// NoCron takes the job's line out of the user's crontab. had is false when it
// had none.
func (m Machine) NoCron(ctx context.Context, j Job) (had bool, err error) {
	table, err := m.crontab(ctx)
	if err != nil {
		return false, err
	}
	rest, had := j.WithoutCronLine(table)
	if !had {
		return false, nil
	}
	return true, m.setCrontab(ctx, rest)
}

// crontab reads the user's crontab, which is then written whole: only the
// answer that there is none makes an empty one.
func (m Machine) crontab(ctx context.Context) (string, error) {
	table, err := m.Run(ctx, "", "crontab", "-l")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", unusable(errors.New("there is no crontab on this machine")).WithHint("--install systemd, or --print shows the line")
	case err != nil && strings.Contains(err.Error(), "no crontab"):
		return "", nil
	case err != nil:
		return "", unusable(err).WithHint("--print shows the line; crontab -e takes it")
	}
	return table, nil
}

func (m Machine) setCrontab(ctx context.Context, table string) error {
	if _, err := m.Run(ctx, table, "crontab", "-"); err != nil {
		return unusable(err).WithHint("--print shows the line; crontab -e takes it")
	}
	return nil
}

package install

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// odd is a name with everything that a shell, cron and systemd see more in.
const odd = `a b%c$HOME'd"e`

func oddJob(dir string) Job {
	return Job{Program: filepath.Join(dir, "tr acker%$x"), Book: filepath.Join(dir, odd+".db"), Zone: "Europe/London",
		Args: []string{"remind"}, Environ: []string{"TRACKER_ACTOR=night % $desk"}}
}

// A crontab line says to the shell what the job is. What cron does to a line
// before the shell has it is crontab(5): the first bare % ends it, \% is %.
func TestCronLineRunsTheJob(t *testing.T) {
	dir := t.TempDir()
	j := oddJob(dir)
	script := "#!/bin/sh\nprintf '%s\\n' \"$TRACKER_ACTOR\" \"$@\"\n"
	if err := os.WriteFile(j.Program, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	line, err := j.CronLine("0 8 * * *")
	if err != nil {
		t.Fatal(err)
	}
	command, ok := strings.CutPrefix(line, "0 8 * * * ")
	if !ok {
		t.Fatalf("%q", line)
	}
	command = strings.ReplaceAll(command, `\%`, "\x00")
	if strings.Contains(command, "%") {
		t.Fatalf("cron would cut %q", line)
	}
	got, err := exec.Command("/bin/sh", "-c", strings.ReplaceAll(command, "\x00", "%")).CombinedOutput()
	want := "night % $desk\n--db\n" + j.Book + "\n--zone\nEurope/London\nremind\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n got %q\nwant %q", err, got, want)
	}
}

func TestLinesThatCannotBe(t *testing.T) {
	j := Job{Program: "/bin/tracker", Book: "/a\nb.db"}
	if line, err := j.CronLine("* * * * *"); err == nil {
		t.Errorf("%q", line)
	}
	if units, err := j.Units(nil); err == nil {
		t.Errorf("%v", units)
	}
	j.Book = `/a\b.db`
	if line, err := j.CronLine("* * * * *"); err == nil {
		t.Errorf("%q", line)
	}
}

// systemd reads the units without a complaint, the program by its real name.
func TestUnitsAreVerified(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("there is no systemd-analyze here: it comes with systemd")
	}
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("HOME", dir)
	j := oddJob(dir)
	if err := os.WriteFile(j.Program, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, when := range [][]string{{"OnCalendar=Mon,Fri *-*-* 08:00:00 Europe/London"}, {"OnStartupSec=1min", "OnUnitActiveSec=5400s"}} {
		units, err := j.Units(when)
		if err != nil {
			t.Fatal(err)
		}
		args := []string{"--user", "verify"}
		for _, u := range units {
			path := filepath.Join(dir, u.Name)
			if err := os.WriteFile(path, []byte(u.Text), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
		if said, err := exec.Command(analyze, args...).CombinedOutput(); err != nil || len(said) > 0 {
			t.Errorf("systemd-analyze verify: %v: %s", err, said)
		}
	}
	// It does see what is wrong.
	bad := filepath.Join(dir, "bad.service")
	if err := os.WriteFile(bad, []byte("[Service]\nExecStart="+dir+"/no such program\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(analyze, "--user", "verify", bad).CombinedOutput(); err == nil {
		t.Errorf("systemd-analyze verifies anything: %s", said)
	}
}

// machine has a crontab, or says why not.
type machine struct {
	table  string
	answer error // of crontab -l
	did    []string
}

func (m *machine) run(_ context.Context, stdin, name string, args ...string) (string, error) {
	call := strings.Join(append([]string{name}, args...), " ")
	switch call {
	case "crontab -l":
		return m.table, m.answer
	case "crontab -":
		m.table = stdin
	}
	m.did = append(m.did, call)
	return "", nil
}

func TestCrontabKeepsOtherLines(t *testing.T) {
	const others = "MAILTO=desk\n5 4 * * * /bin/other # tracker-remind-\n7 4 * * * /bin/last"
	j := oddJob("/opt")
	m := &machine{table: others}
	here := Machine{Run: m.run}
	for _, line := range []string{"1 1 * * * one # " + j.Name(), "2 2 * * * two # " + j.Name()} {
		if err := here.Cron(t.Context(), j, line); err != nil {
			t.Fatal(err)
		}
		if want := others + "\n" + line + "\n"; m.table != want {
			t.Errorf("the crontab is %q, want %q", m.table, want)
		}
	}
	for _, want := range []bool{true, false} {
		if had, err := here.NoCron(t.Context(), j); had != want || err != nil {
			t.Errorf("taken away: %v, %v; want %v", had, err, want)
		}
	}
	if m.table != others+"\n" {
		t.Errorf("the crontab is %q", m.table)
	}
}

// A crontab that cannot be read is not written over.
func TestCrontabUnread(t *testing.T) {
	j := oddJob("/opt")
	for _, c := range []struct {
		answer error
		writes bool
	}{
		{errors.New("crontab: no crontab for desk"), true},
		{errors.New("crontab: you are not allowed to use this program"), false},
		{fmt.Errorf("there is no crontab: %w", fs.ErrNotExist), false},
	} {
		m := &machine{answer: c.answer}
		err := Machine{Run: m.run}.Cron(t.Context(), j, "line")
		if (err == nil) != c.writes || (m.table != "") != c.writes {
			t.Errorf("%v: wrote %q, %v", c.answer, m.table, err)
		}
	}
}

func TestTimerComesAndGoes(t *testing.T) {
	j := oddJob("/opt")
	m := &machine{}
	here := Machine{Units: filepath.Join(t.TempDir(), "systemd", "user"), Run: m.run}
	units, err := j.Units([]string{"OnCalendar=*-*-* 08:00:00"})
	if err != nil {
		t.Fatal(err)
	}
	if err := here.Timer(t.Context(), j, units); err != nil {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(here.Units); len(files) != 3 {
		t.Errorf("%d files, want 3", len(files))
	}
	for _, want := range []bool{true, false} {
		if had, err := here.NoTimer(t.Context(), j); had != want || err != nil {
			t.Errorf("taken away: %v, %v; want %v", had, err, want)
		}
	}
	if files, _ := os.ReadDir(here.Units); len(files) != 0 {
		t.Errorf("%d files are left", len(files))
	}
	want := "systemctl --user daemon-reload; systemctl --user enable --now NAME; systemctl --user disable --now NAME; systemctl --user daemon-reload"
	if got := strings.Join(m.did, "; "); got != strings.ReplaceAll(want, "NAME", j.Name()+".timer") {
		t.Errorf("did %s", got)
	}
}

// Who prints where nobody reads it hears so.
func TestUnheard(t *testing.T) {
	j := Job{Program: "/bin/tracker", Book: "/home/desk/book.db", Args: []string{"remind"}}
	for _, c := range []struct {
		way   string
		mails bool
		want  string
	}{{"cron", true, ""}, {"cron", false, "has no sendmail"}, {"systemd", true, "journalctl --user -u " + j.Name()}} {
		if got := (Machine{Mails: c.mails}).Unheard(c.way, j); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s, which mails %v: %q", c.way, c.mails, got)
		}
	}
}

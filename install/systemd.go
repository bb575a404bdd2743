package install

import (
	"fmt"
	"strings"
)

// Unit is a file for systemd.
type Unit struct{ Name, Text string }

// Units returns a service that runs the job once, the timer that starts it,
// and the service that says when it failed. When is what stands in the timer,
// such as OnCalendar=*-*-* 08:00:00.
func (j Job) Units(when []string) ([]Unit, error) {
	if err := j.oneLine(); err != nil {
		return nil, err
	}
	name := j.Name()
	var run strings.Builder
	for i, a := range j.args() {
		if i > 0 {
			run.WriteByte(' ')
		}
		run.WriteString(unitWord(a, i > 0))
	}
	var environ strings.Builder
	for _, v := range j.Environ {
		fmt.Fprintf(&environ, "Environment=%s\n", unitWord(v, false))
	}
	return []Unit{
		{name + ".timer", fmt.Sprintf(timerText, unitText(j.Book), strings.Join(when, "\n"))},
		{name + ".service", fmt.Sprintf(serviceText, unitText(j.Book), name, environ.String(), run.String())},
		{name + "-failed.service", fmt.Sprintf(failedText, unitText(j.Book), name)},
	}, nil
}

// Persistent makes up for what was missed while the machine was off.
const timerText = `[Unit]
Description=When tracker asks for verdicts in %s

[Timer]
%s
Persistent=true

[Install]
WantedBy=timers.target
`

const serviceText = `[Unit]
Description=tracker asks for verdicts in %s
OnFailure=%s-failed.service

[Service]
Type=oneshot
%sExecStart=%s
TimeoutStartSec=15min
`

// It must say so without the program, which may be what is missing.
const failedText = `[Unit]
Description=Say that tracker could not ask for verdicts in %[1]s

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'text="Reminders failed: journalctl --user -u %[2]s"; logger -p user.err -t tracker "$$text"; if command -v notify-send >/dev/null; then notify-send tracker "$$text" || true; fi'
`

// unitText is text in a unit, where % begins a specifier.
func unitText(s string) string { return strings.ReplaceAll(s, "%", "%%") }

// unitWord quotes a word of a command line or an Environment. In arguments $
// begins a variable; in the name of the program it does not.
func unitWord(s string, variables bool) string {
	s = strings.NewReplacer("%", "%%", `\`, `\\`, `"`, `\"`).Replace(s)
	if variables {
		s = strings.ReplaceAll(s, "$", "$$")
	}
	return `"` + s + `"`
}

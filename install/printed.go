package install

import "os/exec"

// Unheard says what becomes of what a job prints where nobody is told in
// another way, when that is that nobody reads it; "" where somebody does.
func (m Machine) Unheard(way string, j Job) string {
	switch {
	case way == "systemd":
		return "it prints its prompts into the journal (journalctl --user -u " + j.Name() + "), and nobody is told"
	case !m.Mails:
		return "cron mails what it prints, this machine has no sendmail to do so, and nobody is told"
	}
	return ""
}

// mails reports whether there is a program with which cron can mail.
func mails() bool {
	for _, name := range []string{"sendmail", "/usr/sbin/sendmail", "/usr/lib/sendmail"} {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}

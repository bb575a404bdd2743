package settings

import (
	"fmt"
	"strings"

	"tracker/clean"
	"tracker/reading/deadline"
)

// RulesPage says how deadlines are read: the rules and the table that a configuration sets; the
// built-in ones when it cannot be read.
func RulesPage(c Config, err error) string {
	var b strings.Builder
	b.WriteString("How deadlines are read. Each window names its rule; docs/deadlines.md gives the reasons.\n")
	if err != nil {
		c = Config{}
		fmt.Fprintf(&b, "The configuration is not in force: %s.\n", clean.Line(err.Error()))
	}
	seasons, date := "northern", "March 4"
	if c.Southern {
		seasons = "southern"
	}
	if c.DayFirst {
		date = "3 April"
	}
	fmt.Fprintf(&b, "Version %s, seasons %s, 03/04/2026 is %s.\n\n", c.Rules(), seasons, date)
	for _, r := range deadline.Rules() {
		fmt.Fprintf(&b, "  %-10s  %s\n              for example: %s\n", r.ID, r.Sentence, r.Example)
	}
	b.WriteString("\nVague words, counted from the statement:\n\n")
	for _, row := range deadline.VagueTable() {
		if own, ok := c.Vague[row.Key]; ok {
			row.Distance, row.Source = own, "configuration"
		}
		fmt.Fprintf(&b, "  %-20s  %d–%d %s (%s): %s\n", row.Key, row.Distance.From, row.Distance.To, row.Distance.Unit, row.Source, strings.Join(row.Words, ", "))
	}
	return b.String()
}

// Page says what can be set, and where.
const Page = `Settings, each the first that is given:

  the book    --db, TRACKER_DB, config db, $XDG_DATA_HOME/tracker/book.db
  the zone    --zone, TRACKER_ZONE, config zone, the machine's
  the actor   TRACKER_ACTOR, config actor, the login name
  the clock   TRACKER_NOW (an RFC 3339 instant, or a date), else the machine's

The configuration is $XDG_CONFIG_HOME/tracker/config.toml (~/.config/tracker/config.toml):

  db = "/srv/desk/book.db"
  zone = "Europe/London"
  actor = "desk"
  southern = true               # seasons of the southern hemisphere
  day_first = true              # 03/04/2026 is 3 April
  lexicon = "desk.csv"          # words of confidence of your own, beside this file
  lexicon_mode = "extend"       # or replace
  scale = "icd203"              # or ipcc, kent, tracker
  [vague]                       # rows of the table in tracker help deadlines
  soon = {from = 0, to = 21, unit = "days"}
  [desk]                        # whose a report is, and where to write to
  name = "The accuracy desk"
  contact = "https://desk.example.org/contact"
  licence = "CC BY 4.0"
  corrections = "corrections@desk.example.org"
  [channels.mail]               # how people are told; docs/reminders.md has every kind
  host = "smtp.example.org"
  from = "The desk <desk@example.org>"
  [recipients.desk]             # who is told
  channels = ["mail"]
  address = "desk@example.org"
  [draft]                       # a second reader of articles; docs/drafts.md
  reader = "http://127.0.0.1:11434/api/chat"
  model = "llama3.2"

A file with a password or the address of a webhook in it must be readable by its owner only. TRACKER_MAIL_PASSWORD
is the password of the channel mail, TRACKER_HOOK_URL and TRACKER_HOOK_SECRET those of a channel hook,
TRACKER_DRAFT_KEY is the key of the second reader.
Windows record the rules and hedges the lexicon they were read by; what is logged already does not change.
NO_COLOR turns colour off. TRACKER_FORCE_TTY=80 prints to a file or pipe as
to a terminal of 80 columns, without colour. VISUAL or EDITOR is what amend --edit opens.`

package article

import (
	"strings"
	"testing"
)

const mailHead = "From: Desk Editor <editor@news.example>\r\nTo: reporter@news.example\r\nDate: Thu, 14 Aug 2025 08:00:00 +0100\r\nMessage-ID: <2@news.example>\r\nMIME-Version: 1.0\r\n"

// Of mails in a mail the one is read that it is about, with its own day and
// sender; what is answered and who signs is not.
func TestThreads(t *testing.T) {
	const plain, page = "Content-Type: text/plain; charset=utf-8\r\n\r\n", "Content-Type: text/html; charset=utf-8\r\n\r\n"
	for name, c := range map[string]struct{ mail, want, from, day string }{
		"a program's forward": {"Subject: Fwd: Bridge\r\n" + plain + "Can you log this?\n\n---------- Forwarded message ---------\nFrom: City press office <press@city.example>\nDate: Wed, 6 Aug 2025 at 17:02\nSubject: Bridge to open\nTo: Desk <d@news.example>\n\nThe bridge will open in May.\n",
			"The bridge will open in May.", "City press office", "2025-08-06"},
		"an office's forward": {"Subject: FW: Bridge\r\n" + plain + "For you.\r\n\r\n________________________________\r\nFrom: City press office <press@city.example>\r\nSent: Wednesday, August 6, 2025 5:02 PM\r\nTo: Desk\r\nSubject: Bridge to open\r\n\r\nThe bridge will open in May.\r\n",
			"The bridge will open in May.", "City press office", "2025-08-06"},
		"a forward that is quoted": {"Subject: Bridge\r\n" + plain + "Begin forwarded message:\n\n> From: City press office <press@city.example>\n> Subject: Bridge to open\n> Date: 6 August 2025 at 17:02:11 BST\n> To: Desk <d@news.example>\n>\n> The bridge will open in May.\n",
			"The bridge will open in May.", "City press office", "2025-08-06"},
		"a forwarded page": {"Subject: Fwd: Bridge\r\n" + page + "<div>See below.</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: <strong>City press office</strong> &lt;press@city.example&gt;<br>Date: Wed, 6 Aug 2025 at 17:02<br>Subject: Bridge to open<br>To: Desk<br></div><br><p>The bridge will open in May, the mayor told the council at its meeting on Tuesday night.</p></div>",
			"The bridge will open in May, the mayor told the council at its meeting on Tuesday night.", "City press office", "2025-08-06"},
		"a forward without a day that can be read": {"Subject: Fwd: Bridge\r\n" + plain + "---------- Forwarded message ---------\nFrom: City press office\nDate: 6/8/2025 17:02\nSubject: Bridge to open\n\nThe bridge will open in May.\n",
			"The bridge will open in May.", "City press office", ""},
		"an answer": {"Subject: Re: Bridge\r\n" + plain + "The bridge will open in May.\n\n-----Original Message-----\nFrom: Reporter <r@news.example>\nSent: Tuesday, 5 August 2025 10:00\nTo: Desk\nSubject: Bridge\n\nWill it open? We will print it tomorrow.\n",
			"The bridge will open in May.", "Desk Editor", "2025-08-14"},
		"a signature": {"Subject: Bridge\r\n" + plain + "The bridge will open in May.\n\n-- \nDesk\nWe will answer within two days.\n",
			"The bridge will open in May.", "Desk Editor", "2025-08-14"},
		"a text about mail": {"Subject: Bridge\r\n" + plain + "From: where the river bends\nTo: the sea\n\nThe bridge will open in May.\n",
			"From: where the river bends\nTo: the sea\n\nThe bridge will open in May.", "Desk Editor", "2025-08-14"},
	} {
		file := mailHead + c.mail
		a, err := Read("a.eml", []byte(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.TrimSpace(a.Text); got != c.want || a.Outlet.Value != c.from || a.Day.Value != c.day {
			t.Errorf("%s: %q from %q of %q, want %q from %q of %q", name, got, a.Outlet.Value, a.Day.Value, c.want, c.from, c.day)
		}
		for _, p := range a.Pieces {
			if text := a.Text[p.Text.Start:p.Text.End]; !strings.Contains(file[p.File.Start:p.File.End], strings.TrimSpace(text)) {
				t.Errorf("%s: %q is said to stand in %q", name, text, file[p.File.Start:p.File.End])
			}
		}
	}
}

package claims

import "testing"

func TestKindOf(t *testing.T) {
	for name, want := range map[string]SpeakerKind{
		"The ministry": Institution, "Ministry of Finance": Institution, "City council": Institution, "Bank of England": Institution,
		"Labour Party": Institution, "NATO": Institution, "The WHO": Institution, "U.S. Treasury": Institution, "White House": Institution,
		"Ferry company": Institution, "Acme Ltd": Institution, "European Space Agency": Institution, "University of the North": Institution,
		"Reserve Bank": Institution, "Office for Statistics": Institution, "United Nations": Institution,
		"Evening News": Outlet, "The Morning Paper": Outlet, "Harbour News": Outlet, "News Agency of the North": Institution, "River Times-Herald": Outlet,
		"Daily Bugle": Outlet, "Radio Free North": "", "Northern Radio": Outlet, "BBC": Outlet, "BBC News": Outlet, "Reuters": Outlet, "AFP": Outlet,
		"Bank economist": Person, "Finance minister": Person, "Minister of Finance": Person, "Council leader": Person, "Captain": Person,
		"Party chairman": Person, "President of the Senate": Person, "Ministry spokesman": Person, "Head of the agency": Person, "Dr Smith": Person,
		"Plant manager": Person, "Bank's chief executive": Person, "Chief executive of the bank": Person, "Party executive": Institution, "School superintendent": Person,
		"Council officer": Person, "Hospital's head nurse": Person, "Museum curator": Person,
		"a White House official": Anonymous, "U.S. officials": Anonymous, "Anonymous White House official": Anonymous,
		"EU diplomatic source": Anonymous, "sources close to the talks": Anonymous, "people familiar with the matter": Anonymous, "unnamed aide": Anonymous,
		"example.org": Outlet, "J. K. Smith": "", "U.S. media reports": Anonymous, "Newsroom timeline": Outlet, "John Smith": "", "Ada": "", "Jordan Post": Outlet, "Post": "", "東京": "", "---": "", "": "",
	} {
		if got := KindOf(name); got != want {
			t.Errorf("KindOf(%q) = %q, want %q", name, got, want)
		}
	}
}

package report

import (
	"strings"
)

// methodSection is how it is done, in two paragraphs, and with which versions.
func (r Report) methodSection() section {
	judged := "Every statement is kept with its words, its day and its source. The words of time are read into a window of whole days, as it says at each claim, " +
		"and the words of confidence into a probability with a range. When the window is over somebody looks at what happened, and gives the evidence. " +
		"A promise or a plan is kept or broken by the date first given; a forecast is right or wrong when its words took a side. What came after its window came late, and counts as not in time. " +
		"What cannot be tested, what nobody could find out, and what fell with its premise is counted and never scored."
	figures := "The Brier score of a claim is (p − y)², p the probability given to the event and y what happened of it in the window, 0 to 1; always saying 50 % earns 0.25, and others print twice this figure. " +
		"Every event weighs the same: with m claims on an event each weighs 1/m. The share right is k of n events, with the interval of Jeffreys, quantiles of Beta(k + ½, n − k + ½). " +
		"The mean Brier score of E events has the interval m ± t·√(S/((E + 1)(E + 2))), t with E − 1 degrees of freedom, where two events with the best and the worst score that the numbers allow are added before the mean m and the sum of squares S are taken. " +
		"The curve of what came is the isotonic regression of outcomes on numbers, its band 90 % of such curves of somebody whose numbers hold (Dimitriadis, Gneiting and Jordan, 2021). " +
		"How long promises took is the curve of Kaplan and Meier with its log-log interval; what was called off never comes, and what had not come is taken out on the day last looked at."
	if r.Policy.Weigh == "claims" {
		figures = strings.Replace(figures, "Every event weighs the same: with m claims on an event each weighs 1/m. The share right is k of n events", "Every claim weighs the same. The share right is k of n, n the number of independent claims", 1)
	}
	s := section{ID: "method", Heading: "How it is done", Intro: []para{plain(judged), plain(figures)}}
	if len(r.Rules) > 0 {
		s.List = append(s.List, plain("Windows were read by the rules for deadlines in version "+strings.Join(r.Rules, ", ")+"."))
	}
	if len(r.Maps) > 0 {
		s.List = append(s.List, plain("Words of confidence were read by the lexicon "+strings.Join(r.Maps, ", ")+"."))
	}
	if s.List == nil && r.all.n > 0 {
		s.List = []para{plain("The desk set every date and every number; none was read out of words.")}
	}
	return s
}

// footer is the policy, and what the page is.
func (r Report) footer() []para {
	list := []para{plain("What counts: " + strings.Join(policyWords(r), "; ") + ". As of " + dayWords(r.AsOf) + ".")}
	end := plain("This page needs nothing else: no figure on it is fetched from anywhere.")
	if r.pages != nil {
		end = plain("These pages need nothing from elsewhere: no figure on them is fetched from anywhere.")
	}
	if r.Desk.Licence != "" {
		end = append(end, line{Text: " Licence: "}, reach(r.Desk.Licence), line{Text: "."})
	}
	return append(list, end)
}

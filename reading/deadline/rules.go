package deadline

// Rule documents one rule of the grammar.
type Rule struct {
	// ID is what a Reading names in Rule.
	ID string
	// Sentence says what the rule does, in one sentence.
	Sentence string
	// Example is a phrase that is read by it.
	Example string
	// Reason says why it is so and not otherwise.
	Reason string
}

// Rules returns the rules in the order in which the manual explains them.
func Rules() []Rule {
	return []Rule{
		{"by", "By, until, through, extended to or no later than X runs from the statement day to the last day of X.",
			"by June", "Whoever promises something by June is given the whole of June; the strict reading, before June begins, is kept as an alternative."},
		{"before", "Before, ahead of or prior to X runs from the statement day to the day before X begins.",
			"before Sunday", "Before excludes the day itself; but before the end of X means by the end of X, and before an hour of a day keeps that day."},
		{RuleNotUntil, "Not until X, and no trains before X, run from the statement day to the day before X begins, and deny that it happens in that time; so does at least three months before it happens, for the three months.",
			"not until March", "Who says not until March has not said that it comes in March; that it does is kept as an alternative."},
		{RuleField, "A bare day, month, quarter or year that was given as a deadline (--deadline, or the answer to by when) runs from the statement day to its last day.",
			"30 June", "A date in the column for deadlines is the last day, not the only one; on that day only is kept as an alternative. Weeks keep their own rule."},
		{ruleCondition, "A span that hangs on a condition runs from the condition and has no days until somebody dates it, and the time of a condition is no deadline.",
			"within 72 hours if they attack", "The clock starts when the condition is met; if the condition is that something does not happen, the clock runs from the statement."},
		{RuleUntil, "Closed, banned, suspended or out until X runs to the day before X begins, and until the end of X through X; stays or holds until X runs through X.",
			"closed until Monday", "The day that is named is the one on which the state ends; through it is kept as an alternative."},
		{"lower", "As early as, as soon as or no earlier than X opens with X, and the end of X is only a soft end.",
			"as early as next week", "Such words promise no end, so passing it asks for a review and never for a no."},
		{"after", "After X, or more than N units away, opens on the day after X and has no end.",
			"after March 1", "It cannot fail, so it is not scored until somebody gives it an end."},
		{"within", "Within N units, another N units, or in or over the next N units, runs from the statement day to the statement day plus N.",
			"within 30 days", "The first day is not counted and the last one is, as in law; under 12 hours is the same day when only the day is known, and more is rounded up to days."},
		{"in", "In N units, or N units from now, is the one day that many units on, clamped at the end of a month.",
			"in two weeks", "People mean about then, so weeks, months and years get days of grace instead of a wider window."},
		{ruleWorking, "Working, business and trading days are counted from Monday to Friday.",
			"within five working days", "Public holidays differ by country and year and are not taken out, and the reading says so."},
		{"few", "In a few, a couple of or several units runs from the lower to the upper count, and within or over the next few from the statement day to the upper count.",
			"in a few weeks", "The counts are what 46 readers answered when asked how many each word means."},
		{"span-from", "For N units from X, and from X for N units, run from X with X included.",
			"for 10 days from 18 December", "The day on which something begins is the first of its days."},
		{"offset", "N units from, after or before X count from X, N units later from the day named before it, and a week on Friday is the Friday after the coming one.",
			"three days before Christmas", "The anchor is said, so nothing has to be guessed."},
		{"today", "Today, tonight, tomorrow and the day after tomorrow count from the statement day.",
			"the day after tomorrow", "Parts of the day stay within their day, because windows are whole days."},
		{"weekday", "A bare weekday is the first on or after the statement day.",
			"on Saturday", "In an outlet's own voice the weekday of the statement means today, inside a quote it means a week later; the other one is kept as an alternative."},
		{"this-next", "This X is the current or coming one, and next X belongs to the next ISO week, month or year.",
			"next Thursday", "Readers split over next, so the nearest weekday is always offered as an alternative."},
		{"week", "Weeks are ISO weeks, Monday to Sunday, by name, number or a day in them.",
			"next week", "News and offices count so; the end of the week is its Sunday, with Friday as an alternative."},
		{"weekend", "This or the weekend is the coming Saturday and Sunday, and next weekend that of the next ISO week.",
			"over the weekend", "Readers split 56 to 40 over next weekend, so the coming one is always offered as well."},
		{"date", "A full date or a year in words or figures stands for itself, and 03/04/2026 is March 4 unless the book puts the day first.",
			"Oct 17, 2026", "The other order is offered whenever the figures allow it."},
		{"month-day", "A month or a month and day without a year is the next one on or after the statement day.",
			"on 12 March", "Promises look forward; when the last one is at most 14 days ago it is kept as an alternative."},
		{ruleMisfit, "A weekday that does not fit its date is read in the nearest year from the statement on in which it does; with its year written the date stands.",
			"on Fri, Jul 18", "One of the two is a slip, so the class is fuzzy and the other reading is kept as an alternative."},
		{"nth", "The n-th day, weekday, week or month of a period is counted in it, on the 20th is the next such day, and overnight is the statement day and the next.",
			"the third Friday of next month", "Weeks of a month or year are ISO weeks and belong where their Thursday lies; counted in sevens is their alternative."},
		{"clock", "A time without a day is the next such time; with a day, time and zone only decide which local day is meant.",
			"at 5 p.m.", "Midnight closes the day it is said with, and the day before is kept as an alternative."},
		{"part", "Early, mid and late are 1–10, 11–20 and 21–end of a month, four months of a year, Mon–Wed, Tue–Thu and Thu–Sun of a week, and thirds of anything else; the end of X is its last day after by or before and its last third after at.",
			"early next week", "Fixed thirds can be checked by anybody; halves up to the 15th or to the end of June are kept as alternatives for mid."},
		{"quarter", "Quarters and halves are those of the calendar year, and fiscal years are events without a date.",
			"in the third quarter", "Fiscal calendars differ by company and country, so none is assumed."},
		{"season", "Seasons are the meteorological ones, northern unless configured, and a bare one is the current or next.",
			"this summer", "Whole months are what most papers mean; the astronomical season is an alternative, and winter spans the year."},
		{"decade", "Decades and centuries run from the year that ends in 0 to the one before the next.",
			"in the 2030s", "That is how decades are named; after the end of the decade one year later is kept as an alternative."},
		{"range", "From X to Y and between X and Y run from the first day of X to the last day of Y; 2026-27 is both years.",
			"between May and July", "A year, month or day left out with one of the two is taken from the other."},
		{"list", "Several dates run from the first to the last, each kept as an alternative.",
			"Aug. 29, Sept. 2 or Sept. 5", "Any of them would make the promise come true."},
		{"holiday", "Holidays are computed by calendar rule: Western and Orthodox Easter, the United States for Labor Day, Thanksgiving, Mother's Day and the like, the Hebrew and Chinese calendars and Diwali by their own, the Islamic by the Umm al-Qura table. Feasts of several days last them; by one of these is by its first day.",
			"by Christmas", "Where another calendar has a day of the same name it is kept as an alternative; feasts that the sight of the moon decides are fuzzy by a day, and those without a rule here are events."},
		{"event", "Words that hang on an event take its date from the book, and have no days until it has one.",
			"before the midterms", "A guessed date for an election or a summit would decide verdicts."},
		{"vague", "Vague words get the window of the vague table, which a configuration can replace row by row.",
			"any day now", "A published convention is better than a judge's mood; such windows are not scored until somebody accepts them."},
		{ruleContent, "A time that is what is said and not when, such as the date of a letter, the time of a race, what something is compared with or how often it happens, is no deadline.",
			"the letter of 5 March", "Another phrase of the sentence is the deadline, or none is."},
		{ruleUnread, "A number, year, weekday or part that touches the phrase and was not read vetoes it.",
			"by June 2027 31", "An exact answer that drops a neighbouring word is the commonest wrong answer there is; the window without it is kept as an alternative."},
		{"past", "A time that is over, or goes with a verb in the past, sets no deadline.",
			"met on Friday", "Reports mix what happened with what is to come, and only the second is a promise."},
		{"refused", "A phrase that names no possible day is refused with its reason.",
			"2026-02-30", "Carrying 30 February over into March would be a guess."},
		{"none", "Words without a time, and eventually, in due course, later or at some point, set no deadline.",
			"eventually", "A claim without a deadline counts as untestable and is never scored."},
	}
}

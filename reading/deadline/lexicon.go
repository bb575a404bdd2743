package deadline

// entry is what the lexicon knows of a word.
type entry struct {
	kind   kind
	value  int32
	plural bool // of a unit
	point  bool // takes a point when abbreviated
	short  bool // an ordinary word when it is not capitalised
	traits trait
	names  names
	leads  uint16 // place of the leads that begin with it, 0 for none
	vague  uint16 // place of the vague and idle words that begin with it, 0 for none
	meant  string // the word, of a misspelling
}

// The units, as indexes of units.
const (
	secondUnit int32 = iota
	minuteUnit
	hourUnit
	dayUnit
	weekUnit
	fortnightUnit
	monthUnit
	quarterUnit
	yearUnit
	decadeUnit
	centuryUnit
	weekendUnit
	halfUnit
)

// measure is the length of a unit, in one of three currencies.
type measure struct {
	minutes, days, months int
	gran                  Granularity
	row                   string // of the vague table, for the unit in the plural
}

// units gives each unit's length; weekends and halves are not counted in.
var units = [...]measure{
	secondUnit:    {minutes: 0, gran: Hour},
	minuteUnit:    {minutes: 1, gran: Hour, row: "hours"},
	hourUnit:      {minutes: 60, gran: Hour, row: "hours"},
	dayUnit:       {days: 1, gran: Day, row: "days"},
	weekUnit:      {days: 7, gran: Week, row: "weeks"},
	fortnightUnit: {days: 14, gran: Week},
	monthUnit:     {months: 1, gran: Month, row: "months"},
	quarterUnit:   {months: 3, gran: Quarter},
	yearUnit:      {months: 12, gran: Year, row: "years"},
	decadeUnit:    {months: 120, gran: Year},
	centuryUnit:   {months: 1200, gran: Year},
	weekendUnit:   {gran: Weekend},
	halfUnit:      {months: 6, gran: Half},
}

// The seasons, in the order of the northern year.
const (
	spring int32 = iota
	summer
	autumn
	winter
)

// lexicon sorts the words that stand for a number, a unit or a name of the
// calendar. Words of the grammar itself stand in the rules that use them.
var lexicon = map[string]entry{
	"january":   {kind: month, value: 1},
	"jan":       {kind: month, value: 1, point: true},
	"february":  {kind: month, value: 2},
	"feb":       {kind: month, value: 2, point: true},
	"march":     {kind: month, value: 3, short: true},
	"mar":       {kind: month, value: 3, point: true, short: true},
	"april":     {kind: month, value: 4},
	"apr":       {kind: month, value: 4, point: true},
	"may":       {kind: month, value: 5, short: true},
	"june":      {kind: month, value: 6},
	"jun":       {kind: month, value: 6, point: true},
	"july":      {kind: month, value: 7},
	"jul":       {kind: month, value: 7, point: true},
	"august":    {kind: month, value: 8, short: true},
	"aug":       {kind: month, value: 8, point: true},
	"september": {kind: month, value: 9},
	"sept":      {kind: month, value: 9, point: true},
	"sep":       {kind: month, value: 9, point: true},
	"october":   {kind: month, value: 10},
	"oct":       {kind: month, value: 10, point: true},
	"november":  {kind: month, value: 11},
	"nov":       {kind: month, value: 11, point: true},
	"december":  {kind: month, value: 12},
	"dec":       {kind: month, value: 12, point: true},

	"sunday":    {kind: weekday, value: 0},
	"sun":       {kind: weekday, value: 0, point: true, short: true},
	"monday":    {kind: weekday, value: 1},
	"mon":       {kind: weekday, value: 1, point: true, short: true},
	"tuesday":   {kind: weekday, value: 2},
	"tue":       {kind: weekday, value: 2, point: true},
	"tues":      {kind: weekday, value: 2, point: true},
	"wednesday": {kind: weekday, value: 3},
	"wed":       {kind: weekday, value: 3, point: true, short: true},
	"weds":      {kind: weekday, value: 3, point: true, short: true},
	"thursday":  {kind: weekday, value: 4},
	"thu":       {kind: weekday, value: 4, point: true},
	"thur":      {kind: weekday, value: 4, point: true},
	"thurs":     {kind: weekday, value: 4, point: true},
	"friday":    {kind: weekday, value: 5},
	"fri":       {kind: weekday, value: 5, point: true},
	"saturday":  {kind: weekday, value: 6},
	"sat":       {kind: weekday, value: 6, point: true, short: true},

	"sundays":    {kind: weekday, value: 0, plural: true},
	"mondays":    {kind: weekday, value: 1, plural: true},
	"tuesdays":   {kind: weekday, value: 2, plural: true},
	"wednesdays": {kind: weekday, value: 3, plural: true},
	"thursdays":  {kind: weekday, value: 4, plural: true},
	"fridays":    {kind: weekday, value: 5, plural: true},
	"saturdays":  {kind: weekday, value: 6, plural: true},

	"second":     {kind: ordinal, value: 2},
	"seconds":    {kind: unit, value: secondUnit, plural: true},
	"sec":        {kind: unit, value: secondUnit, point: true},
	"secs":       {kind: unit, value: secondUnit, plural: true, point: true},
	"minute":     {kind: unit, value: minuteUnit},
	"minutes":    {kind: unit, value: minuteUnit, plural: true},
	"min":        {kind: unit, value: minuteUnit, point: true},
	"mins":       {kind: unit, value: minuteUnit, plural: true, point: true},
	"hour":       {kind: unit, value: hourUnit},
	"hours":      {kind: unit, value: hourUnit, plural: true},
	"hr":         {kind: unit, value: hourUnit, point: true},
	"hrs":        {kind: unit, value: hourUnit, plural: true, point: true},
	"day":        {kind: unit, value: dayUnit},
	"days":       {kind: unit, value: dayUnit, plural: true},
	"week":       {kind: unit, value: weekUnit},
	"weeks":      {kind: unit, value: weekUnit, plural: true},
	"wk":         {kind: unit, value: weekUnit, point: true},
	"wks":        {kind: unit, value: weekUnit, plural: true, point: true},
	"fortnight":  {kind: unit, value: fortnightUnit},
	"fortnights": {kind: unit, value: fortnightUnit, plural: true},
	"month":      {kind: unit, value: monthUnit},
	"months":     {kind: unit, value: monthUnit, plural: true},
	"mth":        {kind: unit, value: monthUnit, point: true},
	"mths":       {kind: unit, value: monthUnit, plural: true, point: true},
	"mo":         {kind: unit, value: monthUnit, point: true, short: true},
	"mos":        {kind: unit, value: monthUnit, plural: true, point: true},
	"quarter":    {kind: unit, value: quarterUnit},
	"quarters":   {kind: unit, value: quarterUnit, plural: true},
	"qtr":        {kind: unit, value: quarterUnit, point: true},
	"year":       {kind: unit, value: yearUnit},
	"years":      {kind: unit, value: yearUnit, plural: true},
	"yr":         {kind: unit, value: yearUnit, point: true},
	"yrs":        {kind: unit, value: yearUnit, plural: true, point: true},
	"decade":     {kind: unit, value: decadeUnit},
	"decades":    {kind: unit, value: decadeUnit, plural: true},
	"century":    {kind: unit, value: centuryUnit},
	"centuries":  {kind: unit, value: centuryUnit, plural: true},
	"weekend":    {kind: unit, value: weekendUnit},
	"weekends":   {kind: unit, value: weekendUnit, plural: true},
	"half":       {kind: unit, value: halfUnit},

	"spring":     {kind: season, value: spring, short: true},
	"springtime": {kind: season, value: spring},
	"summer":     {kind: season, value: summer},
	"summertime": {kind: season, value: summer},
	"autumn":     {kind: season, value: autumn},
	"fall":       {kind: season, value: autumn, short: true},
	"winter":     {kind: season, value: winter},
	"wintertime": {kind: season, value: winter},

	"am":   {kind: meridiem, value: 0, short: true},
	"a.m.": {kind: meridiem, value: 0},
	"a.m":  {kind: meridiem, value: 0},
	"pm":   {kind: meridiem, value: 12},
	"p.m.": {kind: meridiem, value: 12},
	"p.m":  {kind: meridiem, value: 12},

	"zero":      {kind: number, value: 0},
	"one":       {kind: number, value: 1},
	"two":       {kind: number, value: 2},
	"three":     {kind: number, value: 3},
	"four":      {kind: number, value: 4},
	"five":      {kind: number, value: 5},
	"six":       {kind: number, value: 6},
	"seven":     {kind: number, value: 7},
	"eight":     {kind: number, value: 8},
	"nine":      {kind: number, value: 9},
	"ten":       {kind: number, value: 10},
	"eleven":    {kind: number, value: 11},
	"twelve":    {kind: number, value: 12},
	"thirteen":  {kind: number, value: 13},
	"fourteen":  {kind: number, value: 14},
	"fifteen":   {kind: number, value: 15},
	"sixteen":   {kind: number, value: 16},
	"seventeen": {kind: number, value: 17},
	"eighteen":  {kind: number, value: 18},
	"nineteen":  {kind: number, value: 19},
	"twenty":    {kind: number, value: 20},
	"thirty":    {kind: number, value: 30},
	"forty":     {kind: number, value: 40},
	"fifty":     {kind: number, value: 50},
	"sixty":     {kind: number, value: 60},
	"seventy":   {kind: number, value: 70},
	"eighty":    {kind: number, value: 80},
	"ninety":    {kind: number, value: 90},
	"hundred":   {kind: number, value: 100},
	"thousand":  {kind: number, value: 1000},
	"million":   {kind: number, value: 1_000_000},
	"billion":   {kind: number, value: huge},
	"dozen":     {kind: number, value: 12},

	"first":       {kind: ordinal, value: 1},
	"third":       {kind: ordinal, value: 3},
	"fourth":      {kind: ordinal, value: 4},
	"fifth":       {kind: ordinal, value: 5},
	"sixth":       {kind: ordinal, value: 6},
	"seventh":     {kind: ordinal, value: 7},
	"eighth":      {kind: ordinal, value: 8},
	"ninth":       {kind: ordinal, value: 9},
	"tenth":       {kind: ordinal, value: 10},
	"eleventh":    {kind: ordinal, value: 11},
	"twelfth":     {kind: ordinal, value: 12},
	"thirteenth":  {kind: ordinal, value: 13},
	"fourteenth":  {kind: ordinal, value: 14},
	"fifteenth":   {kind: ordinal, value: 15},
	"sixteenth":   {kind: ordinal, value: 16},
	"seventeenth": {kind: ordinal, value: 17},
	"eighteenth":  {kind: ordinal, value: 18},
	"nineteenth":  {kind: ordinal, value: 19},
	"twentieth":   {kind: ordinal, value: 20},
	"thirtieth":   {kind: ordinal, value: 30},
}

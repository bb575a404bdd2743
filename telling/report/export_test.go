package report

// What tests of other rooms' pages share with those of this one.
var (
	Built       = built
	OwnWords    = ownWords
	SpoiltBook  = spoiltBook
	Hostile     = hostile
	Scored      = scored
	Standard    = standard
	NoControls  = noControls
	QuotedParts = quotedParts
	Said        = said
	UID         = uid
	Update      = update
)

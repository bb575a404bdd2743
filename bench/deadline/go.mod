module tracker/bench/deadline

go 1.26.0

require (
	github.com/markusmobius/go-dateparser v1.2.4
	github.com/olebedev/when v1.1.0
	tracker v0.0.0
)

require (
	github.com/AlekSi/pointer v1.0.0 // indirect
	github.com/hablullah/go-hijri v1.0.2 // indirect
	github.com/hablullah/go-juliandays v1.0.0 // indirect
	github.com/jalaali/go-jalaali v0.0.0-20210801064154-80525e88d958 // indirect
	github.com/magefile/mage v1.14.0 // indirect
	github.com/pkg/errors v0.8.1 // indirect
	github.com/tetratelabs/wazero v1.2.1 // indirect
	github.com/wasilibs/go-re2 v1.3.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace tracker => ../..

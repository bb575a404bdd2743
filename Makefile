# What CONTRIBUTING.md tells a person to run. STATICCHECK is pinned; it is a
# tool, not a dependency of the program.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: build test lint race bench soak

build:
	go build -o tracker ./cmd/tracker

lint:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt would change:"; echo "$$unformatted"; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

test:
	go test ./...

# The rooms with concurrency in them, under the race detector.
race:
	go test -race -short -shuffle=on ./store ./remind ./daemon ./scoring ./claims
	go test -race ./reading/draft -run Portions

# Ratios against what a user would use instead; see docs/benchmarks.md, also for
# its parts. The last takes half an hour and fails when a goal is not met.
bench:
	cd bench/deadline && go test -run '^$$' -bench . -benchtime 2s
	go run ./bench/scoring
	go run ./bench/book

# Long versions of the crash, simulation and fuzz tests.
soak:
	TRACKER_SOAK=1 go test -timeout 3h -count=1 ./store ./scoring ./daemon ./cmd/tracker
	go test -run '^$$' -fuzz FuzzRead -fuzztime 5m ./reading/deadline
	go test -run '^$$' -fuzz FuzzFind -fuzztime 2m ./reading/hedge
	go test -run '^$$' -fuzz FuzzRead -fuzztime 1m ./reading/undertaking
	go test -run '^$$' -fuzz 'FuzzRead$$' -fuzztime 1m ./answer
	go test -run '^$$' -fuzz FuzzReadMail -fuzztime 2m ./answer/mailbox
	go test -run '^$$' -fuzz FuzzReadJSONL -fuzztime 2m ./exchange
	go test -run '^$$' -fuzz FuzzCanonicalize -fuzztime 1m ./ledger
	go test -run '^$$' -fuzz FuzzParseSchedule -fuzztime 1m ./daemon

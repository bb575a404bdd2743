package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
)

// lookBeside asks the engine for its own view of the book, and looks for what
// is to be warned of, while the journal is replayed.
func (c *checker) lookBeside(ctx context.Context) <-chan besides {
	done := make(chan besides, 1)
	look := func() {
		var b besides
		own := &checker{book: c.side, engine: c.engine}
		b.err = c.engine.Sound(ctx, c.side, own.tell)
		b.found, own.found = own.found, nil
		if b.warned = own.warnNames(ctx); b.warned == nil {
			b.names, own.found = own.found, nil
			b.warned = errors.Join(own.warnHalf(ctx), own.warnForegone(ctx), own.warnAlike(ctx, Speakers, Sources), own.warnAlike(ctx, Events))
			b.others = own.found
		}
		done <- b
	}
	if c.side == c.book {
		look()
	} else {
		go look()
	}
	return done
}

// besides is what was found beside the replay.
type besides struct {
	found         []Finding // by the engine
	err           error
	names, others []Finding // warnings
	warned        error
}

// warn adds the warnings: where there is damage, only those of single names.
func (c *checker) warn(b besides) error {
	damage := damaged(c.found)
	if c.found = append(c.found, b.names...); damage {
		return nil
	}
	c.found = append(c.found, b.others...)
	return b.warned
}

// replay compares the tables with those of the schema, and replays the journal
// into the scratch book, but for the claims that are compared as it goes on.
func (c *checker) replay(ctx context.Context) (comparable bool, objects []Finding, n int64, err error) {
	own := &checker{}
	if comparable, err = c.engine.Differs(ctx, c.book, schema(), own.tell); err != nil {
		return false, nil, 0, err
	}
	r := replayed{entries: c.entries(ctx), decode: decodeCanonical, vet: c.breach}
	if c.side == c.book || !comparable {
		n, err = c.scratch.restore(ctx, r)
	} else {
		n, err = c.compareAlong(ctx, r)
	}
	return comparable, own.found, n, err
}

// compareAlong replays a journal, and compares the claims of one entry as they
// go by, on a processor of their own.
func (c *checker) compareAlong(ctx context.Context, r replayed) (n int64, err error) {
	stretches, compared := make(chan stretch, 1), make(chan error, 1)
	go func() {
		var err error
		for s := range stretches {
			if err == nil {
				err = c.compared.stretch(ctx, s)
			}
		}
		compared <- err
	}()
	if r.expected, err = expect(ctx, c.book, stretches); err == nil {
		if n, err = c.scratch.restore(ctx, r); err == nil {
			r.expected.send(lastID)
		}
	}
	close(stretches)
	return n, cmp.Or(err, <-compared)
}

// compare compares what follows from the journal with what is there.
func (c *checker) compare(ctx context.Context, want querier) error {
	c.compared.book = c.book
	c.compared.settle()
	for _, d := range derived {
		if c.side != c.book && slices.ContainsFunc(claimTables, func(t claimTable) bool { return t.table == d.table }) {
			continue
		}
		c.watch.at("comparing rows of "+d.table, 0, -1)
		if err := c.compared.whole(ctx, want, d.table, d.key); err != nil {
			return err
		}
	}
	if err := c.compared.rest(ctx, want, c.watch); err != nil {
		return err
	}
	for _, d := range derived {
		if first := c.compared.first[d.table]; first != nil {
			for _, what := range first.what {
				c.report(first.table+", row "+rowKey(first.key), "%s", what)
			}
		}
	}
	return nil
}

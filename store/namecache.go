package store

import "sync"

// nameCache is what a transaction knows of the rows of names.
type nameCache struct {
	rows    map[nameKey]nameRow
	missing map[nameKey]bool // the book was asked for it and did not have it; rows may have it now
	whole   bool             // a name that is not here is not in the book
	last    int64            // the highest id, 0 when not asked yet
}

// forget drops all of it: names may mean others now.
func (c *nameCache) forget() {
	clear(c.rows)
	clear(c.missing)
	c.whole, c.last = false, 0
}

// mostNames bounds what is kept for the next transaction.
const mostNames = 100_000

// latestNames are the names that the last transaction of this program knew.
// They hold for the next one unless somebody has entered something meanwhile.
type latestNames struct {
	mu    sync.Mutex
	cache *nameCache // nil for none
	last  int64      // the last entry of the journal then
}

// takeNames gives t what is known of the names of the book. It is t's alone: a
// transaction that is not committed takes it with it.
func (b *Book) takeNames(t *tx) error {
	b.latest.mu.Lock()
	defer b.latest.mu.Unlock()
	kept := b.latest.cache
	b.latest.cache = nil
	t.untouched = t.last == b.latest.last
	if kept != nil && t.untouched {
		t.names = kept
		return nil
	}
	if t.last > 0 {
		return nil
	}
	return t.row(`SELECT count(*) = 0 FROM names`).Scan(&t.names.whole)
}

// keepNames keeps what a committed transaction knew.
func (b *Book) keepNames(t *tx) {
	b.latest.mu.Lock()
	defer b.latest.mu.Unlock()
	b.latest.last = t.last
	if len(t.names.rows)+len(t.names.missing) <= mostNames {
		b.latest.cache = t.names
	}
}

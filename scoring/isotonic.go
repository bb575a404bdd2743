package scoring

// pool is a run of forecasts, neighbours in p, that share one fitted value.
type pool struct {
	pMin, pMax float64
	n          int
	w, wy, wyy float64 // Σ w, Σ wy, Σ wy²
}

func (a pool) join(b pool) pool {
	return pool{a.pMin, b.pMax, a.n + b.n, a.w + b.w, a.wy + b.wy, a.wyy + b.wyy}
}

func (a pool) mean() float64 { return a.wy / a.w }

// isotonic fits y to p by the pool-adjacent-violators algorithm (Ayer and
// others, 1955). Points are added in ascending order of p; forecasts with the
// same p are pooled before anything else, so their order does not matter.
// Neighbours with equal means become one pool. The zero value is ready to use.
type isotonic struct {
	tie   pool // the forecasts with the latest p
	pools []pool
}

func (f *isotonic) add(q point) {
	wy := float64(q.w * q.y)
	next := pool{q.p, q.p, q.n, q.w, wy, float64(wy * q.y)}
	if f.tie.n > 0 && f.tie.pMin == q.p {
		f.tie = f.tie.join(next)
		return
	}
	f.push()
	f.tie = next
}

// push moves the latest tie onto the fit and pools it backwards while the
// pool before it is not below it.
func (f *isotonic) push() {
	if f.tie.n == 0 {
		return
	}
	top := f.tie
	for k := len(f.pools); k > 0; k-- {
		before := f.pools[k-1]
		if before.wy*top.w < top.wy*before.w {
			break
		}
		top = before.join(top)
		f.pools = f.pools[:k-1]
	}
	f.pools = append(f.pools, top)
	f.tie = pool{}
}

// fit ends the input and returns the pools, ascending in p and in mean.
func (f *isotonic) fit() []pool {
	f.push()
	return f.pools
}

// blocks is the fit as it is printed.
func blocks(pools []pool) []Block {
	bs := make([]Block, len(pools))
	for i, q := range pools {
		bs[i] = Block{q.pMin, q.pMax, q.n, q.w, q.mean()}
	}
	return bs
}

// lossAt is the total loss of a pool if all its forecasts had been g.
type lossAt func(q pool, g float64) float64

func brierAt(q pool, g float64) float64 {
	return q.wyy - float64(2*g*q.wy) + float64(g*g*q.w)
}

func logAt(q pool, g float64) float64 { return float64(q.w * Log(g, q.mean())) }

// decompose splits a mean score into MCB − DSC + UNC: the loss against the
// recalibrated forecasts, and theirs against the base rate (Dimitriadis,
// Gneiting and Jordan, PNAS 2021). Both are at least 0; rounding is clipped.
func decompose(score float64, pools []pool, loss lossAt) Decomposition {
	all, fitted := pool{}, 0.0
	for _, q := range pools {
		fitted += loss(q, q.mean())
		all = all.join(q)
	}
	fitted /= all.w
	unc := max(0, loss(all, all.mean())/all.w)
	return Decomposition{MCB: max(0, score-fitted), DSC: max(0, unc-fitted), UNC: unc}
}

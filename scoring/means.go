package scoring

// eventMeans are the means of a book, in which every event weighs the same: an
// event's claims share its weight, and later versions of a claim have none.
type eventMeans struct{ brier, log, spherical, y, yy, w float64 }

func (m *eventMeans) add(r row, w float64) {
	m.w += w
	m.brier += float64(w * Brier(r.p, r.y))
	m.log += float64(w * Log(r.p, r.y))
	m.spherical += float64(w * Spherical(r.p, r.y))
	m.y += float64(w * r.y)
	m.yy += float64(w * r.y * r.y)
}

// putEventMeans replaces the means over claims; it leaves them where all are
// later versions.
func (s sample) putEventMeans(g *Figures) {
	var m eventMeans
	perEvent := make([]float64, s.events)
	for _, r := range s.rows {
		if !r.later {
			perEvent[r.event] += r.w
		}
	}
	for _, r := range s.rows {
		if !r.later {
			m.add(r, r.w/perEvent[r.event])
		}
	}
	if m.w > 0 {
		m.put(g)
	}
}

// put sets the means and the skills that follow from them. The base rate and
// the mean forecast stay those of the claims.
func (m eventMeans) put(g *Figures) {
	brier, base := m.brier/m.w, m.y/m.w
	g.Brier, g.Log, g.Spherical = ptr(brier), ptr(m.log/m.w), ptr(m.spherical/m.w)
	if g.BSSHalf != nil {
		g.BSSHalf = ptr(1 - brier/0.25)
	}
	if unc := m.yy/m.w - float64(base*base); g.BSSClimatology != nil && unc > 1e-12 {
		g.BSSClimatology = ptr(1 - brier/unc)
	} else {
		g.BSSClimatology = nil
	}
}

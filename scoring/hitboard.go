package scoring

// ShrinkHits is the hit share of each speaker drawn towards that of all, the
// more the fewer claims it rests on: the posterior mean of a beta-binomial
// whose spread is estimated by moments (Kleinman, 1973). Without any spread
// beyond chance everybody gets the common share. The result is in the order of
// the input, nil where nothing took a side.
func ShrinkHits(hits []Hit) []*float64 {
	var k, n, squares, speakers float64
	for _, h := range hits {
		if h.N > 0 {
			k, n, squares, speakers = k+h.K, n+float64(h.N), squares+float64(h.N)*float64(h.N), speakers+1
		}
	}
	shrunk := make([]*float64, len(hits))
	common := k / n
	rho := hitCorrelation(hits, common, n, squares/n, speakers)
	for i, h := range hits {
		if h.N == 0 {
			continue
		}
		m := float64(h.N)
		keep := m * rho / (1 + float64((m-1)*rho)) // n/(n+M) with M = 1/ρ − 1
		shrunk[i] = ptr(common + float64(keep*(h.K/m-common)))
	}
	return shrunk
}

// hitCorrelation is how much two claims of one speaker have in common beyond
// those of two speakers, 0 to 1.
func hitCorrelation(hits []Hit, common, n, meanSquare, speakers float64) float64 {
	variance, room := common*(1-common), n-meanSquare-(speakers-1)
	if speakers < 2 || variance == 0 || room <= 0 {
		return 0
	}
	spread := 0.0
	for _, h := range hits {
		if h.N > 0 {
			spread += float64(h.N) * Brier(h.K/float64(h.N), common)
		}
	}
	return min(1, max(0, (spread/variance-(speakers-1))/room))
}

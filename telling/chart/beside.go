package chart

// box is a rectangle, y growing downwards.
type box struct{ left, top, right, bottom float64 }

// covers is how much of b another box covers, in square pixels.
func (b box) covers(o box) float64 {
	w, h := min(b.right, o.right)-max(b.left, o.left), min(b.bottom, o.bottom)-max(b.top, o.top)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// outside is how much of b lies outside another box, in square pixels.
func (b box) outside(o box) float64 {
	return (b.right-b.left)*(b.bottom-b.top) - b.covers(o)
}

// beside finds room for a text at a dot: above, under, left or right, near
// or further away, where it covers least of what is there.
func beside(taken []box, dot box, s string, inside box) box {
	const high, gap = 14.0, 2.0
	half, x, y := widthOf(s, smallSize)/2, (dot.left+dot.right)/2, (dot.top+dot.bottom)/2
	around := func(cx, cy float64) box { return box{cx - half, cy - high/2, cx + half, cy + high/2} }
	var best box
	least := -1.0
	for _, further := range []float64{0, 11, 24} {
		up, side := dot.bottom-y+gap+high/2+further, dot.right-x+gap+2+half+further
		for _, b := range []box{around(x, y-up), around(x, y+up), around(x+side, y), around(x-side, y), around(x+side*0.8, y-up*0.8), around(x-side*0.8, y+up*0.8)} {
			cost := 3*b.outside(inside) + further
			for _, t := range taken {
				cost += b.covers(t)
			}
			if least < 0 || cost < least {
				best, least = b, cost
			}
		}
	}
	return best
}

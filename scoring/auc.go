package scoring

// auc counts, over ascending p, the pairs of an event that happened and one
// that did not in which the first had the higher forecast; a tie counts half.
// That is the area under the ROC curve in its mid-rank form (Mann and Whitney,
// 1947). The zero value is ready to use.
type auc struct {
	p          float64
	yes, no    float64 // at p
	allYes     float64 // below p
	allNo      float64
	concordant float64
}

func (a *auc) add(q point) {
	if q.p != a.p {
		a.close()
		a.p = q.p
	}
	if q.y > 0.5 {
		a.yes += float64(q.n)
	} else {
		a.no += float64(q.n)
	}
}

func (a *auc) close() {
	a.concordant += float64(a.yes * (a.allNo + a.no/2))
	a.allYes += a.yes
	a.allNo += a.no
	a.yes, a.no = 0, 0
}

// area ends the input. It is nil with outcomes of one kind only.
func (a *auc) area() *float64 {
	a.close()
	if a.allYes == 0 || a.allNo == 0 {
		return nil
	}
	return ptr(a.concordant / a.allYes / a.allNo)
}

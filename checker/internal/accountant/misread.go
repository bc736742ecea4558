package accountant

// misreadings yields the amounts that a stated one may have been, each with what
// happened to it on its way to the page. An amount has no leading zeros, so
// neither has what it may have been.
func misreadings(stated int64, yield func(meant span, cause Cause)) {
	if stated < 0 {
		misreadings(-stated, func(meant span, cause Cause) {
			yield(span{-meant.high, -meant.low}, cause)
		})
		return
	}
	top := int64(1) // worth of the first digit
	for top <= stated/10 {
		top *= 10
	}
	exactly := func(meant int64, kind CauseKind) {
		yield(span{meant, meant}, Cause{Kind: kind})
	}
	misprints(stated, top, exactly)
	swaps(stated, top, exactly)
	if stated == 0 {
		return
	}
	missingDigits(stated, top, exactly)
	extraDigits(stated, top, exactly)
	unitSlips(stated, yield)
	exactly(-stated, Sign)
}

func misprints(stated, top int64, yield func(int64, CauseKind)) {
	for worth := int64(1); worth <= top; worth *= 10 {
		digit := stated / worth % 10
		for meant := range int64(10) {
			if meant == digit || (meant == 0 && worth == top) {
				continue
			}
			yield(stated+(meant-digit)*worth, Misprint)
		}
	}
}

func swaps(stated, top int64, yield func(int64, CauseKind)) {
	for low := int64(1); low < top; low *= 10 {
		kind := Swap
		for high := low * 10; high <= top; high *= 10 {
			a, b := stated/low%10, stated/high%10
			if a != b && (a != 0 || high < top) {
				yield(stated+(b-a)*low+(a-b)*high, kind)
			}
			kind = FarSwap
		}
	}
}

// The same amount comes of a digit that fell out on either side of its like; it
// is yielded once.
func missingDigits(stated, top int64, yield func(int64, CauseKind)) {
	for worth := int64(1); worth <= top*10; worth *= 10 {
		left, right := stated/worth, stated%worth
		for meant := range int64(10) {
			if (meant == 0 && left == 0) || (worth > 1 && meant == right/(worth/10)) {
				continue
			}
			yield((left*10+meant)*worth+right, MissingDigit)
		}
	}
}

func extraDigits(stated, top int64, yield func(int64, CauseKind)) {
	for worth := int64(1); worth <= top && top > 1; worth *= 10 {
		meant := stated/(worth*10)*worth + stated%worth
		if meant >= top/10 && (worth == 1 || stated/worth%10 != stated/(worth/10)%10) {
			yield(meant, ExtraDigit)
		}
	}
}

// An amount in too small a unit has lost nothing; one in too large a unit stands
// for every amount that is rounded to it.
func unitSlips(stated int64, yield func(span, Cause)) {
	for _, factor := range []int64{1000, 1000000} {
		if stated >= factor/2 {
			meant := (stated + factor/2) / factor
			yield(span{meant, meant}, Cause{Kind: UnitSlip, Factor: -factor})
		}
		if stated <= largestAmount/factor {
			yield(span{stated*factor - factor/2, stated*factor + factor/2}, Cause{Kind: UnitSlip, Factor: factor})
		}
	}
}

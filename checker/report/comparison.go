package report

// Comparison is what has changed since a baseline was written.
type Comparison struct {
	Found     bool // the baseline holds the submission
	SameRules bool // it was made by the rules of this report
	New       int  // findings that are open
	Gone      []Gone
}

// Gone is a finding of the baseline that is not there any more.
type Gone struct {
	Rule        string
	Severity    Severity
	Object      string
	Pointer     Pointer // where it stood then
	Fingerprint string
	Judged      bool // its rule was asked and could judge, so the fault is mended
}

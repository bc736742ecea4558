package report

// Weighing is a rule that is switched off, or that weighs otherwise than it does of
// itself, and why.
type Weighing struct {
	Rule     string
	By       Authority
	Severity Severity // empty where the rule is switched off
	Reason   string
}

// Off tells whether the rule is switched off.
func (w Weighing) Off() bool { return w.Severity == "" }

// Authority is who has decided how much a rule weighs.
type Authority string

const (
	ByProfile      Authority = "profile"      // the year's template
	ByOrganisation Authority = "organisation" // whoever runs the check, in its configuration
)

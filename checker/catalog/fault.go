package catalog

import "fmt"

// Fault is one thing that is wrong with a rule.
type Fault struct {
	Rule string
	Part string // where in rule.yaml, keys with dots between; empty for all of it
	What string
}

func (f *Fault) Error() string { return f.Rule + ": " + f.What }

func faultOf(rule, part, format string, args ...any) *Fault {
	return &Fault{Rule: rule, Part: part, What: fmt.Sprintf(format, args...)}
}

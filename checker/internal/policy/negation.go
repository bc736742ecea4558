package policy

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// negations finds each `not f(a.b)` in a module. OPA evaluates a.b before it
// negates: where the field is missing, the whole rule is silent instead of true,
// and an empty field passes the very rule that asks for it. What stands under
// not must be a variable, or a call of variables; a function around the rest
// says the same safely.
func negations(module *ast.Module) []error {
	var faults []error
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if expr.Negated && hoisted(expr) {
			faults = append(faults, fmt.Errorf(
				"%s: %s: a missing field under not makes the rule silent; put the condition in a function and negate that",
				expr.Location, expr))
		}
		return false
	})
	return faults
}

// hoisted tells whether a part of a negated expression is evaluated outside of
// the negation.
func hoisted(expr *ast.Expr) bool {
	var parts []*ast.Term
	switch terms := expr.Terms.(type) {
	case *ast.Term: // not a.b is safe, not a[b.c] is not
		if ref, ok := terms.Value.(ast.Ref); ok {
			parts = ref
		} else {
			parts = []*ast.Term{terms}
		}
	case []*ast.Term:
		parts = terms[1:] // behind the name of the function
	}
	for _, part := range parts {
		if mayBeMissing(part) {
			return true
		}
	}
	return false
}

// arithmetic of numbers always has a value.
var arithmetic = map[string]bool{"plus": true, "minus": true, "mul": true}

// mayBeMissing tells whether a term looks something up, other than inside a
// comprehension, which always has a value.
func mayBeMissing(term *ast.Term) bool {
	missing := false
	visitor := ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case ast.Ref:
			missing = missing || len(node) > 1
		case ast.Call:
			missing = missing || !arithmetic[node[0].String()]
			for _, operand := range node[1:] {
				missing = missing || mayBeMissing(operand)
			}
			return true
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			return true
		}
		return missing
	})
	visitor.Walk(term)
	return missing
}

package policy

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Patch makes the changes of a JSON Patch (RFC 6902) to a document, as OPA makes
// them, so that a case means the same to us as to `opa test`.
func Patch(document, changes []byte) (any, error) {
	var operands []*ast.Term
	for _, text := range [][]byte{document, changes} {
		value, err := ast.ValueFromReader(bytes.NewReader(text))
		if err != nil {
			return nil, err
		}
		operands = append(operands, ast.NewTerm(value))
	}
	patch := topdown.GetBuiltin(ast.JSONPatch.Name)
	var changed any
	err := patch(topdown.BuiltinContext{}, operands, func(result *ast.Term) (err error) {
		changed, err = ast.JSON(result.Value)
		return err
	})
	if err == nil && changed == nil {
		err = errors.New("nothing is left")
	}
	if err != nil {
		return nil, fmt.Errorf("the changes %s cannot be made: %w", changes, err)
	}
	return changed, nil
}

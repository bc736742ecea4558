// Package settings reads the files that say how to check. They are YAML, read
// strictly: what is not understood is a fault, and never passed over.
package settings

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	tree "go.yaml.in/yaml/v3"
	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/internal/shape"
	"github.com/plankoll/plankoll/checker/report"
)

// MaxBytes is the size of the largest file that is read. A configuration is written
// by hand; one that is larger is something else.
const MaxBytes = 1 << 20

const maxDepth = 32

// File is a file that has been read.
type File struct{ root *tree.Node }

// Read decodes YAML that fits a schema. The error is of type report.Faults. The file
// is returned with it, if it could be read at all.
func Read(raw, schema []byte, into any) (*File, error) {
	return ReadWithin(raw, MaxBytes, schema, into)
}

// ReadWithin is Read for files that may be of another size, in bytes.
func ReadWithin(raw []byte, limit int, schema []byte, into any) (*File, error) {
	file := &File{root: &tree.Node{}}
	if len(raw) > limit {
		return nil, report.Faults{fault("too-large", map[string]any{"limit": limit})}
	}
	decoder := tree.NewDecoder(bytes.NewReader(raw))
	if err := decoder.Decode(file.root); err != nil && !errors.Is(err, io.EOF) {
		return nil, syntax(err)
	}
	if err := decoder.Decode(&tree.Node{}); !errors.Is(err, io.EOF) {
		return nil, report.Faults{fault("several", nil)}
	}
	if unusual, variant := findUnusual(file.root, 0); unusual != nil {
		f := fault(variant, nil)
		f.Place.Start = position(unusual)
		return nil, report.Faults{f}
	}
	plain, err := yaml.YAMLToJSONStrict(raw)
	if err != nil {
		return nil, syntax(err)
	}
	decoded := json.NewDecoder(bytes.NewReader(plain))
	decoded.UseNumber()
	var content any
	if err := decoded.Decode(&content); err != nil {
		return nil, syntax(err)
	}
	compiled, err := shape.Compile(schema)
	if err != nil {
		return nil, err
	}
	if findings := compiled.Validate(content); len(findings) > 0 {
		for i := range findings {
			findings[i].Place.Start = file.at(findings[i].Place.Pointer)
		}
		return file, report.Faults(findings).InOrder()
	}
	return file, json.Unmarshal(plain, into)
}

// Fault is something wrong at a place in the file: a variant of the texts of
// engine/settings.
func (f *File) Fault(at report.Pointer, variant string, values map[string]any) report.Finding {
	found := fault(variant, values)
	found.Place = report.Place{Pointer: at, Start: f.at(at)}
	return found
}

func fault(variant string, values map[string]any) report.Finding {
	return report.Finding{Rule: "engine/settings", Stage: report.Engine, Variant: variant, Values: values}
}

func syntax(cause error) error {
	return report.Faults{fault("syntax", map[string]any{"cause": cause.Error()})}
}

// findUnusual finds what nobody needs in a settings file: references, which can make
// a small file large or say one thing in two places, tags, and deep nesting.
func findUnusual(node *tree.Node, depth int) (found *tree.Node, variant string) {
	if node.Kind == tree.AliasNode || node.Anchor != "" || node.Style&tree.TaggedStyle != 0 {
		return node, "not-plain"
	}
	if depth > maxDepth {
		return node, "too-deep"
	}
	for _, child := range node.Content {
		if found, variant := findUnusual(child, depth+1); found != nil {
			return found, variant
		}
	}
	return nil, ""
}

// at is where a pointer stands, or the nearest part that holds it.
func (f *File) at(p report.Pointer) report.Position {
	node, seen := f.root, f.root
	if len(node.Content) > 0 {
		node, seen = node.Content[0], node.Content[0]
	}
	for _, segment := range p.Segments() {
		key, value := child(node, segment)
		if value == nil {
			break
		}
		node, seen = value, key
	}
	return position(seen)
}

// child is a member of a node, and what it is best shown by: its key, if it has one.
func child(node *tree.Node, segment string) (shown, value *tree.Node) {
	switch node.Kind {
	case tree.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == segment {
				return node.Content[i], node.Content[i+1]
			}
		}
	case tree.SequenceNode:
		if i, err := strconv.Atoi(segment); err == nil && i >= 0 && i < len(node.Content) {
			return node.Content[i], node.Content[i]
		}
	}
	return nil, nil
}

func position(node *tree.Node) report.Position {
	return report.Position{Line: node.Line, Column: node.Column}
}

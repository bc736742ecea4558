package shape

import (
	"strings"
	"testing"
)

func TestCompileRefuses(t *testing.T) {
	for name, e := range map[string]struct{ schema, want string }{
		"what is not JSON":         {`{`, "not JSON"},
		"what is not a schema":     {`{"type": "heltal"}`, "compile schema"},
		"two documents":            {`{} {}`, "read schema"},
		"another draft":            {`{"$schema": "http://json-schema.org/draft-07/schema#"}`, "draft 2020-12"},
		"an unknown draft":         {`{"$schema": "https://example.org/draft"}`, "may not refer"},
		"a remote reference":       {`{"$ref": "https://example.org/schema.json"}`, "may not refer"},
		"a file":                   {`{"$ref": "file:///etc/hostname"}`, "may not refer"},
		"a neighbouring file":      {`{"$id": "https://example.org/a.json", "$ref": "b.json"}`, "may not refer"},
		"a reference that is lost": {`{"$ref": "#/$defs/nothing"}`, "not found"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Compile([]byte(e.schema)); err == nil || !strings.Contains(err.Error(), e.want) {
				t.Errorf("error: %v", err)
			}
		})
	}
}

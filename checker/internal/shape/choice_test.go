package shape

const shapes = `{"oneOf": [
	{"properties": {"kind": {"const": "circle"}, "radius": {"type": "integer"}}, "required": ["kind", "radius"], "additionalProperties": false},
	{"properties": {"kind": {"const": "square"}, "side": {"type": "integer"}}, "required": ["kind", "side"], "additionalProperties": false}]}`

const effects = `{"type": "object", "anyOf": [
	{"required": ["year", "cost"], "additionalProperties": false,
		"properties": {"year": {"type": "integer"}, "cost": {"type": "integer"}}},
	{"required": ["recurring", "cost"], "additionalProperties": false,
		"properties": {"recurring": {"const": true}, "from": {"type": "integer"}, "cost": {"type": "integer"}}}]}`

var choices = []example{
	{"the constant says which branch", shapes, `{"kind": "square", "radius": "x"}`,
		lines("schema/unknown-field:known #/radius", "schema/missing-field #/side")},
	{"the fields say which branch", shapes, `{"kind": "sphere", "radius": 1}`, lines("schema/not-allowed:single #/kind")},
	{"constants of equally close branches", `{"anyOf": [{"const": "a"}, {"const": "b"}, {"enum": ["b", "c"]}]}`, `"zebra"`, lines("schema/not-allowed #")},
	{"types of equally close branches", `{"anyOf": [{"type": "null"}, {"type": "string"}]}`, `5`, lines("schema/type:several #")},
	{"the branch of the right type", `{"anyOf": [{"type": "null"}, {"type": "object", "required": ["a", "b"]}]}`, `{}`,
		lines("schema/missing-field #/a", "schema/missing-field #/b")},
	{"the branch that got furthest", `{"anyOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"properties": {"b": {"type": "string"}}}}}]}`,
		`{"a": {"b": 5}}`, lines("schema/type #/a/b")},
	{"branches that refer", `{"oneOf": [{"$ref": "#/$defs/x"}, {"$ref": "#/$defs/y"}], "$defs": {
		"x": {"properties": {"k": {"const": 1}}, "required": ["k", "a"]}, "y": {"properties": {"k": {"const": 2}}, "required": ["k", "b"]}}}`,
		`{"k": 2}`, lines("schema/missing-field #/b")},
	{"choice in a choice", `{"anyOf": [{"type": "null"}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}]}`, `true`, lines("schema/type:several #")},
	{"more than one branch fits", `{"oneOf": [{"type": "integer"}, {"minimum": 3}]}`, `5`, lines("schema/other:ambiguous #")},
	{"no branch is closer", `{"anyOf": [{"minimum": 0, "maximum": 10}, {"minimum": 20, "maximum": 30}]}`, `15`, lines("schema/other:choice #")},
	{"one of two fields", effects, `{"cost": 5}`, lines("schema/missing-field:either #/year")},
	{"one of two fields, and one of both", effects, `{}`, lines("schema/missing-field #/cost", "schema/missing-field:either #/year")},
	{"a fault in the branch that fits", effects, `{"year": "2024", "cost": 5}`, lines("schema/type:text-near #/year")},
	{"a field of the other branch", effects, `{"year": 2024, "from": 2024, "cost": 5}`, lines("schema/unknown-field #/from")},
	{"a misspelt field says which branch", effects, `{"yaer": 2024, "cost": 5}`, lines("schema/unknown-field:near #/yaer")},
	{"a constant that is not met", effects, `{"recurring": false, "cost": 5}`, lines("schema/not-allowed:single #/recurring")},
	{"halfway between two branches", effects, `{"year": "x", "recurring": false, "cost": 5}`, lines("schema/other:choice #")},
}

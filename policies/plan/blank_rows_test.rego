package plan_test

import data.plan

test_a_row_without_content_can_go[row] if {
	some row in [
		{},
		{"id": "mal-1"},
		{"id": "mal-1", "text": " "},
		{"text": "-", "acceptance": {}, "contributesTo": []},
	]
	plan.without(["rows", 0], row) == [{"op": "remove", "path": ["rows", 0]}]
}

test_a_row_with_content_stays[row] if {
	some row in [
		{"id": "mal-1", "text": "Kortare köer."},
		{"text": "", "due": "2024-12-31"},
		{"text": "", "target": {"value": 0}},
		{"text": "", "contributesTo": ["mal-2"]},
		{"text": "", "recurring": false},
	]
	plan.without(["rows", 0], row) == []
}

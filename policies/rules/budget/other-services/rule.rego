# METADATA
# title: Specialist and additional services that affect base services are taken up among the costs
package rules.budget["other-services"]

import data.language
import data.plan

# A service that the supplier has, and that section 3 doesn't mention.
finding contains {
	"path": ["supplier", "services", i],
	"variant": "own",
	"values": {"service": service.name, "kind": {"term": sprintf("kind.%s", [service.kind])}},
	"rests_on": [["supplier", "services", i], ["costs"], ["allocationKeys"]],
} if {
	not plan.costs_exempt
	input.costs
	some i, service in input.supplier.services
	service.kind in {"specialist", "additional"}
	not taken_up(service)
	not spoken_of
}

# A service that another part of the plan says has an effect.
finding contains {
	"path": ["costs", "analysis"],
	"variant": "named",
	"values": {"services": plan.distinct([name | some said in named; some name in said.services])},
	"rests_on": array.concat([["costs"]], [said.path | some said in named]),
} if {
	input.costs
	not plan.costs_exempt
	count(named) > 0
	not spoken_of
	not own_missing
}

own_missing if {
	some service in input.supplier.services
	service.kind in {"specialist", "additional"}
	not taken_up(service)
}

# Whatever is said of such services among the costs, also that there are none.
spoken_of if {
	some text in plan.cost_texts
	language.speaks_of_other_services(text.text)
}

taken_up(service) if {
	some name in ["management", "development"]
	some row in plan.tables[name].rows
	row.item.service == service.id
}

taken_up(service) if {
	some text in array.concat(plan.cost_texts, key_texts)
	count(language.mentions(text.text, {"service": service.name})) > 0
}

named := [{"path": text.path, "services": services} |
	some text in array.concat(plan.change_texts, key_texts)
	services := language.other_services(text.text)
	services != []
]

key_texts := array.concat(
	[{"path": ["allocationKeys", "rows", i, key], "text": row[key]} |
		not plan.keys_exempt
		some i, row in input.allocationKeys.rows
		some key in ["proposed", "reason"]
		is_string(row[key])
	],
	[{"path": ["allocationKeys", "analysis"], "text": text} |
		text := input.allocationKeys.analysis
		is_string(text)
	],
)

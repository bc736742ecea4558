# METADATA
# title: A departure or deviation comes with its consequences
package rules.consolidation.consequence

import data.language
import data.plan

finding contains {
	"path": array.concat(row.path, ["deviations"]),
	"variant": "missing",
	"values": {"deviations": row.item.deviations},
	"rests_on": [row.path],
} if {
	not plan.exempt(["consolidation"])
	some row in plan.rows_of(["consolidation"])
	text := row.item.deviations
	plan.filled(text)
	not language.none(text)
	not language.speaks_of(text, "consequence")
}

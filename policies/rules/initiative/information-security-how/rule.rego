# METADATA
# title: The comment takes up both classification and data protection
package rules.initiative["information-security-how"]

import data.language
import data.plan

finding contains {
	"path": array.concat(initiative.path, ["informationSecurityComment"]),
	"variant": variant(missing),
	"values": {"comment": comment},
	"rests_on": [array.concat(initiative.path, ["informationSecurityComment"])],
} if {
	some initiative in plan.described
	comment := initiative.item.informationSecurityComment
	plan.filled(comment)
	not language.not_relevant(comment)
	missing := {"classification", "data_protection"} - language.assurance(comment)
	count(missing) > 0
}

variant(missing) := "neither" if count(missing) == 2

variant({"classification"}) := "classification"

variant({"data_protection"}) := "data-protection"

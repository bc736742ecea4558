# METADATA
# title: The analysis of the proposals touches on what it is to sum up
# description: What that is stands in the profile (analysisTopics).
package rules.proposal["analysis-topics"]

import data.language
import data.plan

finding contains {
	"path": ["proposed", "analysis"],
	"values": {"topics": untouched},
	"rests_on": [["proposed", "analysis"]],
} if {
	plan.proposed != []
	analysis := input.proposed.analysis
	plan.filled(analysis)
	touched := language.subjects(analysis, data.language.sv.analysis_topics)
	untouched := [topic |
		some topic in plan.profile.analysisTopics
		key := topic.key
		not key in touched
	]
	count(untouched) > 0
}

# METADATA
# title: What the rules say, for conftest
# description: >-
#   `conftest test --namespace plankoll.conftest` reads deny and warn here. conftest
#   takes whatever is undefined for passed, so all that could keep the rules from
#   speaking is denied by name: rules that were not loaded, their data not loaded, an
#   unknown profile, a rule that was not asked, and a place that was not judged. Only
#   the rules speak here; `plankoll check` also holds the plan against its schema.
package plankoll.conftest

import data.plan
import data.plankoll

deny contains result("finding", said, severity(said.rule)) if {
	some said in plankoll.findings
	severity(said.rule) == "error"
}

warn contains result("finding", said, severity(said.rule)) if {
	some said in plankoll.findings
	severity(said.rule) in {"warning", "info"}
}

# A check that could not be made is not a pass.
deny contains result("not-evaluated", said, severity(said.rule)) if {
	some said in plankoll.not_evaluated
	severity(said.rule) == "error"
}

warn contains result("not-evaluated", said, severity(said.rule)) if {
	some said in plankoll.not_evaluated
	severity(said.rule) in {"warning", "info"}
}

deny contains fault("reglernas texter och ordlistor är inte inlästa: ange mappen också med --data") if {
	not described
}

deny contains fault("underlaget anger ingen känd mallprofil, så det finns inget att bedöma det efter") if {
	not plan.profile
}

deny contains fault(sprintf("regeln %s har inte tillfrågats", [id])) if {
	some id in known
	plan.profile
	not plankoll.evaluated[id]
	not plankoll.switched_off(id)
}

# Whatever says something must be known, or nobody can tell how much it weighs.
deny contains fault(sprintf("regeln %s har ingen känd allvarlighetsgrad", [id])) if {
	some id in speaking
	weight := severity(id)
	not weight in {"error", "warning", "info"}
}

speaking := {said.rule |
	some list in [plankoll.findings, plankoll.not_evaluated]
	some said in list
}

# The rules that have a rule.yaml.
known := {plankoll.rule(family, name) |
	some family, name
	data.rules[family][name].severity
}

described if count(known) > 0

# How much a rule weighs: as the profile says of the day that dated rules judge by,
# otherwise as the rule itself does.
severity(id) := weighed if {
	weighed := plankoll.in_force(id).severity
} else := own if {
	[family, name] := split(id, "/")
	own := data.rules[family][name].severity
} else := "unknown"

result(kind, said, weight) := {
	"msg": sprintf("%s: %s (%s)", [pointer(said.path), title(said.rule), reference(said)]),
	"kind": kind,
	"rule": said.rule,
	"path": pointer(said.path),
	"severity": weight,
	"values": object.get(said, "values", {}),
}

fault(text) := {"msg": text, "kind": "fault"}

title(id) := data.rules[family][name].sv.title if {
	[family, name] := split(id, "/")
} else := "regeln saknar titel"

# The rule, and which of its findings or reasons it is.
reference(said) := concat(", ", [said.rule, said.variant]) if {
	said.variant
} else := concat(", ", [said.rule, said.reason]) if {
	said.reason
} else := said.rule

# A path as a JSON pointer.
pointer(path) := concat("", [segment | some key in path; segment := concat("", ["/", escaped(key)])])

escaped(key) := replace(replace(sprintf("%v", [key]), "~", "~0"), "/", "~1")

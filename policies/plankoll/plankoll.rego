# METADATA
# title: What the rules say of one submission
# description: >-
#   The one entry point. A rule is a folder rules/<family>/<name>; it is found
#   here by its place and registered nowhere. Each rule may say three things: a
#   finding (the rule is broken), a place it could not judge, and a place that
#   needs a person. A rule that compares amounts also says which relation it holds
#   them to, for the accountant to reckon with.
# entrypoint: true
package plankoll

import data.plan

findings contains remark if {
	some family, name
	some said in data.rules[family][name].finding
	active(rule(family, name))
	remark := object.union(said, {"rule": rule(family, name)})
}

not_evaluated contains remark if {
	some family, name
	some said in data.rules[family][name].not_evaluated
	active(rule(family, name))
	remark := object.union(said, {"rule": rule(family, name)})
}

manual contains remark if {
	some family, name
	some said in data.rules[family][name].manual
	active(rule(family, name))
	remark := object.union(said, {"rule": rule(family, name)})
}

relations contains relation if {
	some family, name
	some stated in data.rules[family][name].relation
	active(rule(family, name))
	relation := object.union(stated, {"rule": rule(family, name)})
}

# The rules that were asked. Whoever runs the policies compares it with the
# rules there are, so that a rule that vanished is not taken for one that passed.
evaluated contains rule(family, name) if {
	some family, name
	some kind in ["finding", "manual"]
	data.rules[family][name][kind]
	active(rule(family, name))
}

rule(family, name) := concat("/", [family, name])

active(id) if not switched_off(id)

switched_off(id) if in_force(id).switchedOff

switched_off(id) if id in object.get(input, ["$run", "switchedOff"], [])

# What the profile says of a rule may change from a day on; the latest entry that
# has come into force holds.
in_force(id) := entries[count(entries) - 1] if {
	entries := [entry | some entry in plan.profile.rules[id]; entry.from <= plan.as_of]
}

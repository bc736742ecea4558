# METADATA
# title: What the rules say across submissions
# description: >-
#   The entry point of an audit, asked once for each group of facts. A rule is a
#   folder audit/<family>/<name>; it is found here by its place. It may say two
#   things: a finding, at one of the facts of the group, and that it could not judge
#   one.
# entrypoint: true
package plankoll.audit

findings contains remark if {
	some family, name
	some said in data.audit[family][name].finding
	remark := object.union(said, {"rule": concat("/", [family, name])})
}

not_evaluated contains remark if {
	some family, name
	some said in data.audit[family][name].not_evaluated
	remark := object.union(said, {"rule": concat("/", [family, name])})
}

# The rules that were asked, so that one that vanished is not taken for one that
# passed.
evaluated contains concat("/", [family, name]) if {
	some family, name
	data.audit[family][name].finding
}

# METADATA
# title: TODO what holds, in one line
package {{package}}

# TODO what is wrong, and where. Every field that is read here stands in `reads` in
# rule.yaml.
finding contains {
	"path": ["supplier", "name"],
	"values": {"name": input.supplier.name},
} if {
	input.supplier.name == "TODO"
}

# TODO take this away when the rule is written: until then it has judged nothing,
# and no plan passes it.
not_evaluated contains {"path": [], "reason": "not-written"}

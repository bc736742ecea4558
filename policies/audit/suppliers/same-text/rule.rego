# METADATA
# title: No two suppliers hand in the same text
package audit.suppliers["same-text"]

import data.group

finding contains group.at(text, {
	"variant": variant(same),
	"values": {"name": group.called(text.value.name), "other": group.called(earlier.value.name), "supplier": group.called(earlier.from.supplierName), "text": text.value.text, "percent": {"percent": same}},
	"beside": [earlier.n],
}) if {
	group.name == "text"
	some text in group.current
	earlier := first_alike(text)
	same := resemblance(text, earlier)
}

# The first text of another supplier that this one is like: the very first of the
# group, or in a small group any before it.
first_alike(text) := [earlier |
	some earlier in array.concat([group.first], compared)
	earlier.from.supplier != text.from.supplier
	earlier.from.number < text.from.number
	resemblance(text, earlier) >= alike
][0]

compared := group.facts if {
	count(group.facts) <= 30
} else := []

# In per cent, as the share of the lowest checksums of both that both have.
resemblance(a, b) := round((100 * count({sum | some sum in lowest; sum in a.value.sums; sum in b.value.sums})) / count(lowest)) if {
	all := sort({sum | some sum in array.concat(a.value.sums, b.value.sums)})
	lowest := array.slice(all, 0, max([count(a.value.sums), count(b.value.sums)]))
}

alike := 70

variant(100) := "same"

variant(same) := "default" if same < 100

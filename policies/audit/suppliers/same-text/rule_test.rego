package audit.suppliers["same-text_test"]

rule := data.audit.suppliers["same-text"]

fact(n, sums) := {"n": n, "kind": "goal", "value": {"text": "t", "name": "n", "sums": sums}, "from": {"role": "current", "number": n + 1, "supplier": sprintf("s%d", [n]), "supplierName": "S"}}

same := ["a", "b", "c", "d"]

# In a large group a text is compared with the first only, in a small one with each
# before it.
test_each_is_compared_with_the_first_of_a_large_group if {
	facts := array.concat([fact(0, same)], [fact(n, [sprintf("x%d", [n])]) | some n in numbers.range(1, 39)])
	found := rule.finding with input as {"group": "text", "first": facts[0], "facts": array.concat(facts, [fact(40, same), fact(41, ["x1"])])}
	{f.on | some f in found} == {40}
}

test_each_is_compared_with_each_of_a_small_group if {
	facts := [fact(0, same), fact(1, ["x"]), fact(2, ["x"])]
	found := rule.finding with input as {"group": "text", "first": facts[0], "facts": facts}
	[[f.on, f.beside] | some f in found] == [[2, [1]]]
}

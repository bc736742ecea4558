# METADATA
# title: A group of facts
# description: >-
#   What the rules across submissions see: the facts that have something in common,
#   from the plans that are audited (`current`), the plans of an earlier year
#   (`previous`) and the register (`registered`). A fact knows the submission it is
#   from. The facts of a large group come in parts; `first` and `summary` are those of
#   the whole.
# scope: package
# schemas:
#   - input:
#       type: object
#       additionalProperties: false
#       properties:
#         group: {type: string}
#         key: {type: array}
#         unread: {type: integer}
#         interrupted: {type: boolean}
#         has:
#           type: object
#           additionalProperties: false
#           properties:
#             register: {type: boolean}
#             previous: {type: boolean}
#         first: {$ref: "#/$defs/fact"}
#         facts:
#           type: array
#           items: {$ref: "#/$defs/fact"}
#         summary:
#           type: object
#           additionalProperties: false
#           properties:
#             count: {type: integer}
#             commonest:
#               type: array
#               items:
#                 type: object
#                 properties:
#                   value: {}
#                   count: {type: integer}
#             quartiles:
#               type: array
#               items: {type: number}
#       $defs:
#         fact:
#           type: object
#           additionalProperties: false
#           properties:
#             n: {type: integer}
#             kind: {type: string}
#             value: {}
#             about: {type: object}
#             from:
#               type: object
#               additionalProperties: false
#               properties:
#                 role: {type: string}
#                 number: {type: integer}
#                 name: {type: string}
#                 supplier: {type: string}
#                 supplierName: {type: string}
#                 year: {type: integer}
#                 submittedOn: {type: string}
#                 whole: {type: boolean}
package group

name := input.group

key := input.key

facts := input.facts

first := input.first

# How many facts the group has, its commonest values, and the quartiles of numbers.
summary := input.summary

# Submissions of which nothing is known, because they could not be read.
unread := input.unread

# There may be further submissions, which were not come to.
interrupted := input.interrupted

current := [fact | some fact in facts; fact.from.role == "current"]

previous := [fact | some fact in facts; fact.from.role == "previous"]

registered := [fact | some fact in facts; fact.from.role == "register"]

# The facts of one kind in the plans that are audited, in those before, and in the
# register.
now[kind] := list if {
	some kind in {fact.kind | some fact in current}
	list := [fact | some fact in current; fact.kind == kind]
}

before[kind] := list if {
	some kind in {fact.kind | some fact in previous}
	list := [fact | some fact in previous; fact.kind == kind]
}

# A finding stands at a fact. What it is compared with is named beside it.
at(fact, said) := object.union({"on": fact.n}, said)

# A name in a text, which is not quoted.
called(name) := {"sv": name, "en": name}

# The facts of one kind from the same submission as another.
of(fact, kind) := [other |
	some other in object.get(now, kind, [])
	other.from.number == fact.from.number
]

# The facts of one kind from the plan that was the latest before a plan.
last_year(plan, kind) := [fact |
	some fact in object.get(before, kind, [])
	fact.from.year == latest_before(plan)
]

latest_before(plan) := max([earlier.value.year |
	some earlier in before.plan
	earlier.value.year < plan.value.year
])

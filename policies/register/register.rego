# METADATA
# title: The facts of the register
# description: >-
#   The register of suppliers says who is to hand in a plan, for which services and
#   until when. Its facts are seen together with those of the submissions.
# scope: package
# schemas:
#   - input:
#       type: object
#       additionalProperties: false
#       properties:
#         reportYear: {type: integer}
#         lastDay: {type: string}
#         suppliers:
#           type: array
#           items:
#             type: object
#             additionalProperties: false
#             properties:
#               id: {type: string}
#               name: {type: string}
#               services:
#                 type: array
#                 items:
#                   type: object
#                   additionalProperties: false
#                   properties:
#                     id: {type: string}
#                     name: {type: string}
package register

fact contains {"group": "supplier", "key": [supplier.id], "kind": "registered", "path": ["suppliers", i], "value": value} if {
	some i, supplier in input.suppliers
	value := {
		"name": supplier.name,
		"year": input.reportYear,
		"lastDay": input.lastDay,
		"services": object.get(supplier, "services", []),
	}
}

fact contains {"group": "service", "key": [service.id], "kind": "registered", "path": ["suppliers", i, "services", j], "value": value} if {
	some i, supplier in input.suppliers
	some j, service in supplier.services
	value := {"name": service.name, "supplier": {"id": supplier.id, "name": supplier.name}}
}

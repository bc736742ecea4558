package plan_test

import data.plan

described(initiative) if {
	list := plan.described with input.ongoing.initiatives as [initiative] with input.profile as "goteborg-2024"
	count(list) == 1
}

test_an_end_is_a_beginning if {
	described({"id": "a", "schedule": {"end": "2023-05-01"}})
	described({"id": "a", "schedule": {"start": "2023-05-01"}})
	not described({"id": "a", "schedule": {}})
	not described({"id": "a"})
}

test_deviations_in_time if {
	kept := plan.time_deviations({"path": [], "item": {"deviations": [
		{"newDate": "2023-05-01"},
		{"previousDate": "2023-05-01"},
		{"concerns": "time"},
		{"concerns": "cost"},
		null,
	]}})
	[deviation.path[1] | some deviation in kept] == [0, 1, 2]
}

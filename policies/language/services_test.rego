package language_test

import data.language

test_names_one_of if {
	language.names_one_of("Karttjänsten ska bytas", "Karttjänst", [])
	language.names_one_of("Kalendariet ska bytas", "Kalendarium", [])
	language.names_one_of("Kartorna är gamla", "Kartor", [])
	not language.names_one_of("Kartan är gammal", "Kartor", [])
	not language.names_one_of("Karttjänsten ska bytas", "Karttjänst", ["Ny karttjänst"])
}

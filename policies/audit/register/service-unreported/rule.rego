# METADATA
# title: Some plan takes up every service of the register
package audit.register["service-unreported"]

import data.group

finding contains group.at(service, {
	"variant": variant,
	"values": {"service": group.called(service.value.name), "supplier": group.called(service.value.supplier.name), "unread": group.unread},
}) if {
	group.name == "service"
	some service in group.registered
	not reported
}

reported if group.now.reported

variant := "unread" if {
	group.unread > 0
} else := "default"

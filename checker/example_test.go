package checker_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"
	"time"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

// A Checker is loaded once, with rules of one's own if there are any: a folder
// rules/<family>/<name> holds the decision in Rego and the texts in YAML.
func ExampleLoad() {
	house := fstest.MapFS{
		"rules/house/short-name/rule.rego": {Data: []byte(`package rules.house["short-name"]

finding contains {
	"path": ["supplier", "services", i, "name"],
	"values": {"name": service.name},
} if {
	some i, service in input.supplier.services
	count(service.name) > 24
}
`)},
		"rules/house/short-name/rule.yaml": {Data: []byte(`
severity: info
kind: exact
requirements: [R0.1]
reads: [/supplier/services/*/name]
sv:
  title: Tjänstens namn är kort
  why: Långa namn får inte plats i tabellerna.
  passes: Öppna data
  fails: Tillhandahållande av öppna data
  messages:
    default: {message: "Namnet {name} är långt.", action: Förkorta det.}
en:
  title: The name of the service is short
  why: Long names do not fit the tables.
  passes: Open data
  fails: Provision of open data
  messages:
    default: {message: "The name {name} is long.", action: Shorten it.}
`)},
	}
	c, err := checker.Load(house) // or os.DirFS of a folder
	if err != nil {
		log.Fatal(err)
	}
	rule := c.Catalog().Rule("house/short-name")
	fmt.Println(rule.Texts[catalog.English].Title)
	// Output: The name of the service is short
}

// A check never fails: whatever goes wrong is a finding in the report.
func ExampleChecker_Check() {
	c, err := checker.Load()
	if err != nil {
		log.Fatal(err)
	}
	submission := checker.Submission{Name: "plan.json", Bytes: []byte(`{
  "profile": "goteborg-2024",
  "reportYear": "2024",
  "submittedOn": "2023-03-31",
  "supplier": {"id": "n", "name": "Nämnden för exempel", "services": [{"id": "s", "name": "Öppna data"}]}
}`)}
	result := c.Check(context.Background(), submission, checker.Options{AsOf: "2023-03-31"})
	fmt.Println(result.Verdict)
	fmt.Println(result.Findings[0].Rule, "on line", result.Findings[0].Place.Start.Line)

	// A submission that is not one says so; there is no error to forget.
	result = c.Check(context.Background(), checker.Submission{Name: "plan.json"}, checker.Options{})
	fmt.Println(result.Verdict)
	fmt.Println(result.Findings[0].Rule)
	// Output:
	// rejected
	// schema/type on line 3
	// undecided
	// reader/empty
}

// An empty submission is sound, and says what is still to be filled in.
func ExampleChecker_New() {
	c, err := checker.Load()
	if err != nil {
		log.Fatal(err)
	}
	submission, err := c.New(checker.Draft{
		Supplier: "Nämnden för exempel",
		Services: []string{"Öppna data"},
		Year:     2024,
		Date:     time.Date(2023, time.March, 31, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		log.Fatal(err)
	}
	result := c.Check(context.Background(), checker.Submission{Name: "plan.json", Bytes: submission}, checker.Options{})
	fmt.Println(result.Verdict)
	for _, finding := range result.Findings[:2] {
		fmt.Println(finding.Rule, finding.Place.Pointer)
	}
	// Output:
	// rejected
	// completeness/row-field /realisedEffects/rows
	// completeness/row-field /consolidation/rows
}

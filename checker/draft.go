package checker

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/plankoll/plankoll/checker/internal/document"
	"github.com/plankoll/plankoll/checker/internal/form"
)

// Draft says whose empty submission is wanted.
type Draft struct {
	Supplier string    // name of the supplier
	Services []string  // names of its services, at least one
	Year     int       // report year; decides the profile
	Date     time.Time // day of submission
}

// SchemaAddress is where editors find the schema of submissions.
const SchemaAddress = "https://raw.githubusercontent.com/plankoll/plankoll/main/schemas/submission.schema.json"

// New writes an empty submission as JSON. Its shape is sound: a check of it
// finds only what is not filled in yet. The error says what is missing or which
// years there are profiles for.
func (c *Checker) New(draft Draft) ([]byte, error) {
	if strings.TrimSpace(draft.Supplier) == "" || len(draft.Services) == 0 {
		return nil, fmt.Errorf("a supplier and at least one service are needed")
	}
	var services []form.Service
	taken := map[string]bool{}
	for _, name := range draft.Services {
		if strings.TrimSpace(name) == "" {
			return nil, fmt.Errorf("a service has no name")
		}
		service := form.Service{ID: slug(name), Name: name, Kind: "base"}
		if taken[service.ID] {
			return nil, fmt.Errorf("two services would get the id %q", service.ID)
		}
		taken[service.ID] = true
		services = append(services, service)
	}
	var years []int
	for _, name := range c.Profiles() {
		profile := c.profiles[name]
		years = append(years, profile.Years...)
		if !slices.Contains(profile.Years, draft.Year) {
			continue
		}
		return c.sound(c.catalog.Form().Blank(form.Given{
			Services: services,
			Fields: map[string]any{
				"$schema":     SchemaAddress,
				"profile":     name,
				"reportYear":  draft.Year,
				"submittedOn": draft.Date.Format(time.DateOnly),
				"id":          slug(draft.Supplier),
				"name":        draft.Supplier,
				"unit":        profile.TableUnit,
			},
		}))
	}
	return nil, fmt.Errorf("there is no profile for the report year %d; there are for %v", draft.Year, years)
}

// sound returns a submission if the schema finds nothing wrong with it: a name
// may be longer than a name can be.
func (c *Checker) sound(submission []byte) ([]byte, error) {
	read, findings := document.Read(submission, document.DefaultLimits)
	if read != nil {
		findings = append(findings, c.schema.Validate(read.Value)...)
	}
	if len(findings) > 0 {
		return nil, fmt.Errorf("the submission would break %s at %s", findings[0].Rule, findings[0].Place.Pointer)
	}
	return submission, nil
}

// slug makes an id of a name: small letters without marks, hyphens between words.
func slug(name string) string {
	unmarked, _, err := transform.String(
		transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), strings.ToLower(name))
	if err != nil {
		unmarked = strings.ToLower(name)
	}
	id := strings.Join(strings.FieldsFunc(unmarked, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	if len(id) > 64 {
		id = strings.TrimRight(id[:64], "-")
	}
	if id == "" {
		id = "x"
	}
	return id
}

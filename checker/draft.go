package checker

import (
	"errors"
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
	"github.com/plankoll/plankoll/checker/report"
)

// Draft says whose empty submission is wanted.
type Draft struct {
	Supplier string    // name of the supplier
	Services []string  // names of its services, at least one
	Year     int       // report year; decides the profile
	Date     time.Time // day of submission
}

// ErrNoName is returned where the supplier or a service has no name, or there is
// no service.
var ErrNoName = errors.New("a supplier and at least one service are needed, each with a name")

// NoProfileError is returned for a report year that has no profile.
type NoProfileError struct {
	Year  int
	Years []int // those that have one
}

func (e *NoProfileError) Error() string {
	return fmt.Sprintf("there is no profile for the report year %d; there are for %v", e.Year, e.Years)
}

// SameServiceError is returned where two names make the same id.
type SameServiceError struct{ ID string }

func (e *SameServiceError) Error() string {
	return fmt.Sprintf("two services would get the id %q", e.ID)
}

// UnsoundDraftError is returned where what was given breaks the schema.
type UnsoundDraftError struct {
	Rule  string
	Place report.Pointer
}

func (e *UnsoundDraftError) Error() string {
	return fmt.Sprintf("the submission would break %s at %s", e.Rule, e.Place)
}

// SchemaAddress is where editors find the schema of submissions.
const SchemaAddress = "https://raw.githubusercontent.com/plankoll/plankoll/main/schemas/submission.schema.json"

// New writes an empty submission as JSON. Its shape is sound: a check of it
// finds only what is not filled in yet. The error says what is missing or which
// years there are profiles for.
func (c *Checker) New(draft Draft) ([]byte, error) {
	if strings.TrimSpace(draft.Supplier) == "" || len(draft.Services) == 0 {
		return nil, ErrNoName
	}
	var services []form.Service
	taken := map[string]bool{}
	for _, name := range draft.Services {
		if strings.TrimSpace(name) == "" {
			return nil, ErrNoName
		}
		service := form.Service{ID: slug(name), Name: name, Kind: "base"}
		if taken[service.ID] {
			return nil, &SameServiceError{service.ID}
		}
		taken[service.ID] = true
		services = append(services, service)
	}
	for _, name := range c.Profiles() {
		profile := c.profiles[name]
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
	return nil, &NoProfileError{draft.Year, c.Years()}
}

// sound returns a submission if the schema finds nothing wrong with it: a name
// may be longer than a name can be.
func (c *Checker) sound(submission []byte) ([]byte, error) {
	read, findings := document.Read(submission, document.DefaultLimits)
	if read != nil {
		findings = append(findings, c.schema.Validate(read.Value)...)
	}
	if len(findings) > 0 {
		return nil, &UnsoundDraftError{findings[0].Rule, findings[0].Place.Pointer}
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

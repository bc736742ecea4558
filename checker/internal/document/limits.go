package document

// Limits bound what is read, so that no file can exhaust the machine. Each is
// inclusive, and a limit of zero lets nothing through.
type Limits struct {
	MaxBytes int // size of the file
	MaxDepth int // objects and arrays inside one another, at most 9,999
}

// DefaultLimits are far above any honest submission.
var DefaultLimits = Limits{MaxBytes: 16 << 20, MaxDepth: 64}

const (
	// deepest is one less than what jsontext reads, so that the reader is the
	// one to stop.
	deepest = 9_999

	// maxKey is the longest key, in bytes. Every finding carries the keys on
	// the way to its place, so long keys and many faults would multiply.
	maxKey = 1_000

	// wordShown is how much of a misplaced word a finding shows, in characters.
	wordShown = 20

	// maxRepeated is how many faults of the kind that can be repeated without
	// end are told one by one. The rest are counted.
	maxRepeated = 1_000
)

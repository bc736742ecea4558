package document

import _ "embed"

// Rules is the YAML with the texts of the reader's rules, in Swedish and
// English, keyed by rule id.
//
//go:embed rules.yaml
var Rules []byte

const (
	ruleByteOrderMark = "reader/byte-order-mark"
	ruleDuplicateKey  = "reader/duplicate-key"
	ruleEmpty         = "reader/empty"
	ruleEncoding      = "reader/encoding"
	ruleKeyTooLong    = "reader/key-too-long"
	ruleMoreFaults    = "reader/more-faults"
	ruleNumber        = "reader/number-out-of-range"
	ruleSyntax        = "reader/syntax"
	ruleTooDeep       = "reader/too-deep"
	ruleTooLarge      = "reader/too-large"
	ruleTrailingData  = "reader/trailing-data"
	ruleTruncated     = "reader/truncated"
)

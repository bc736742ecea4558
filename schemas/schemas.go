// Package schemas holds the JSON Schemas of what plankoll reads and writes.
package schemas

import _ "embed"

// Submission describes the shape of a submission (JSON Schema, draft 2020-12).
//
//go:embed submission.schema.json
var Submission []byte

// Profile describes what one year's template demands
// (policies/profiles/<name>/profile.yaml).
//
//go:embed profile.schema.json
var Profile []byte

// Report describes the report that `plankoll check --format json` writes.
//
//go:embed report.schema.json
var Report []byte

// Config describes the configuration of an organisation (.plankoll.yaml).
//
//go:embed config.schema.json
var Config []byte

// Waivers describes the waivers that have been given (.plankoll-waivers.yaml).
//
//go:embed waivers.schema.json
var Waivers []byte

// Baseline describes what is known of submissions (.plankoll-baseline.json).
//
//go:embed baseline.schema.json
var Baseline []byte

// Register describes a register of suppliers (plankoll audit --register).
//
//go:embed register.schema.json
var Register []byte

// Audit describes what an audit came to (audit.json of plankoll audit).
//
//go:embed audit.schema.json
var Audit []byte

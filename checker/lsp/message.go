package lsp

import (
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// message is a request, a notification or a response (JSON-RPC 2.0).
type message struct {
	Version string         `json:"jsonrpc"`
	ID      jsontext.Value `json:"id,omitzero"`
	Method  string         `json:"method,omitzero"`
	Params  jsontext.Value `json:"params,omitzero"`
	Result  jsontext.Value `json:"result,omitzero"`
	Error   *failure       `json:"error,omitzero"`
}

// failure is why a request was not answered.
type failure struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (f *failure) Error() string { return f.Message }

// Codes of failures, of JSON-RPC and of the Language Server Protocol.
const (
	parseError     = -32700
	invalidRequest = -32600
	methodNotFound = -32601
	invalidParams  = -32602
	notInitialized = -32002
)

// null is the id of a response to what has none, and the result of a request that
// finds nothing.
var null = jsontext.Value("null")

// readMessage reads a message. The error is a *failure.
func readMessage(text []byte) (message, error) {
	var m message
	if err := json.Unmarshal(text, &m); err != nil {
		f := &failure{invalidRequest, fmt.Sprintf("the message cannot be read: %v", err)}
		if _, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
			f.Code = parseError
			m.ID = nil // what came before the fault need not be what was meant
		}
		return m, f
	}
	switch kind := m.ID.Kind(); {
	case m.Version != "2.0":
		return m, &failure{invalidRequest, `"jsonrpc" is not "2.0"`}
	case m.ID != nil && kind != jsontext.KindString && kind != jsontext.KindNumber:
		return m, &failure{invalidRequest, `"id" is neither a string nor a number`}
	case m.Method == "" && m.Result == nil && m.Error == nil:
		return m, &failure{invalidRequest, `there is no "method"`}
	}
	return m, nil
}

// isRequest tells whether an answer is waited for.
func (m message) isRequest() bool { return m.ID != nil && m.Method != "" }

// read reads the parameters of a message.
func (m message) read(params any) error {
	if err := json.Unmarshal(m.Params, params); err != nil {
		return &failure{invalidParams, fmt.Sprintf("the parameters of %s cannot be read: %v", m.Method, err)}
	}
	return nil
}

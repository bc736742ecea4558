package policy

import (
	"context"

	"github.com/open-policy-agent/opa/v1/topdown"
)

type tracerKey struct{}

// WithTracer returns a context in which the rules tell a tracer what they go
// through, for those who measure what tests reach.
func WithTracer(ctx context.Context, tracer topdown.QueryTracer) context.Context {
	return context.WithValue(ctx, tracerKey{}, tracer)
}

// traced lets the tracer of a context, if it has one, follow a query.
func traced(ctx context.Context, query *topdown.Query) (_ *topdown.Query, measured bool) {
	if tracer, ok := ctx.Value(tracerKey{}).(topdown.QueryTracer); ok {
		return query.WithQueryTracer(tracer), true
	}
	return query, false
}

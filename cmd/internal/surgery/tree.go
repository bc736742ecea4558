package surgery

import (
	"maps"
	"slices"
	"strconv"
)

// Look returns what stands in a place of a decoded document, nil if nothing does.
func Look(value any, segments []string) any {
	for _, segment := range segments {
		switch container := value.(type) {
		case map[string]any:
			value = container[segment]
		case []any:
			i, err := strconv.Atoi(segment)
			if err != nil || i >= len(container) {
				return nil
			}
			value = container[i]
		default:
			return nil
		}
	}
	return value
}

// put returns a copy of a tree with another value in one place, nil taking a
// member away. Parts that stay the same are shared.
func put(value any, segments []string, with any) any {
	if len(segments) == 0 {
		return with
	}
	switch container := value.(type) {
	case map[string]any:
		changed := maps.Clone(container)
		if len(segments) == 1 && with == nil {
			delete(changed, segments[0])
		} else {
			changed[segments[0]] = put(container[segments[0]], segments[1:], with)
		}
		return changed
	case []any:
		changed := slices.Clone(container)
		i, _ := strconv.Atoi(segments[0]) // the pointers are our own
		if len(segments) == 1 && with == nil {
			return slices.Delete(changed, i, i+1)
		}
		changed[i] = put(container[i], segments[1:], with)
		return changed
	}
	return value
}

package shape

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate that a word was likely meant to be, or "" if
// none is close. Case, spaces and the marks between words do not count; of
// equally close ones the first is taken, and only tells that there are others.
func Nearest(word string, candidates []string) (best string, only bool) {
	const furthest = 3
	if len(word) > 200 { // no name of ours is near that long
		return "", false
	}
	typed := plainLetters(word)
	fewest := furthest + 1
	for _, candidate := range candidates {
		meant := plainLetters(candidate)
		longest := max(len(typed), len(meant))
		if longest-min(len(typed), len(meant)) > furthest {
			continue
		}
		limit := min(furthest, max(1, (longest+1)/4))
		switch d := distance(typed, meant); {
		case d > limit || 2*d >= longest:
		case d < fewest:
			best, fewest, only = candidate, d, true
		case d == fewest:
			only = false
		}
	}
	return best, only
}

func plainLetters(word string) []rune {
	if !utf8.ValidString(word) {
		return nil
	}
	return []rune(strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(word)))
}

// distance counts the letters to add, drop, change, or swap with the next.
func distance(a, b []rune) int {
	var before, above []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, above, row = above, row, make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			change := above[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

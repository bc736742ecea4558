package document

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// style is how a file is laid out.
type style struct {
	newline string // empty if it is all on one line
	unit    string // one step of indentation
	colon   string // what stands between a key and its value
	space   string // what stands behind a comma on a line
}

// styleOf tells the layout from the first entry of a document.
func styleOf(root *node) style {
	s := style{colon: ":"}
	root.open()
	if len(root.written) == 0 {
		return s
	}
	first := root.written[0]
	lead := blanksBefore(root.data, first.start)
	if i := strings.LastIndexAny(lead, "\r\n"); i >= 0 {
		s.newline, s.unit = "\n", lead[i+1:]
		switch {
		case strings.HasSuffix(lead[:i+1], "\r\n"):
			s.newline = "\r\n"
		case lead[i] == '\r':
			s.newline = "\r"
		}
	}
	if root.isObject() {
		before := blanksBefore(root.data, first.value.start)
		if strings.Trim(before, " ") == "" { // no line ends between them
			s.colon += before
		}
	}
	if s.newline != "" || s.colon != ":" {
		s.space = " "
	}
	return s
}

func blanksBefore(data []byte, at int) string {
	start := len(bytes.TrimRight(data[:at], " \t\r\n"))
	return string(data[start:at])
}

// splicer finds out what to put where in a file for a changed tree.
type splicer struct {
	data    []byte
	style   style
	splices []splice
}

type splice struct {
	start, end int
	text       string
}

// replace puts a text in the place of a part of the file, behind all that was
// replaced before.
func (e *splicer) replace(start, end int, text string) {
	if n := len(e.splices); n > 0 && e.splices[n-1].end == start {
		e.splices[n-1].end = end
		e.splices[n-1].text += text
		return
	}
	e.splices = append(e.splices, splice{start, end, text})
}

// place is where a value stands.
type place struct {
	indent string // of its line
	lines  bool   // what it holds is to have lines of its own
}

// layout is how the entries of a container stand.
type layout struct {
	place
	lead  string // before each
	trail string // behind the last
}

// value edits a value of the file, and what has changed in it.
func (e *splicer) value(n *node, at place) {
	if n.fresh {
		e.replace(n.instead.start, n.instead.end, e.text(n, at))
		return
	}
	if !n.changed {
		return
	}
	inside := e.inside(n, at)
	var before *entry // the last that stays
	var added []*entry
	for _, x := range n.entries {
		if x.fresh {
			added = append(added, x)
			continue
		}
		e.between(n, before, x, added, inside)
		if x.value.changed || x.value.fresh {
			e.value(x.value, e.placeOf(x, inside))
		}
		before, added = x, nil
	}
	e.between(n, before, nil, added, inside)
}

// between edits what stands between two entries that stay; there is none before
// the first and after the last.
func (e *splicer) between(n *node, before, after *entry, added []*entry, inside layout) {
	gone := n.written
	if after != nil {
		gone = gone[:after.at]
	}
	if before != nil {
		gone = gone[before.at+1:]
	}
	if len(gone) == 0 && len(added) == 0 {
		return
	}
	separator := "," + inside.lead
	texts := make([]string, len(added))
	for i, x := range added {
		texts[i] = e.entry(n, x, inside.place)
	}
	list := strings.Join(texts, separator)
	switch {
	case before != nil:
		end := before.end
		if len(gone) > 0 {
			end = gone[len(gone)-1].end
		}
		if len(added) > 0 {
			list = separator + list
		}
		e.replace(before.end, end, list)
	case after != nil:
		start := after.start
		if len(gone) > 0 {
			start = gone[0].start
		}
		if len(added) > 0 {
			list += separator
		}
		e.replace(start, after.start, list)
	case len(added) == 0:
		e.replace(n.start+1, n.end-1, "")
	case len(gone) > 0:
		e.replace(gone[0].start, gone[len(gone)-1].end, list)
	default:
		e.replace(n.start+1, n.end-1, inside.lead+list+inside.trail)
	}
}

// inside tells how the entries of a container stand, as the last of them does.
func (e *splicer) inside(n *node, at place) layout {
	if len(n.written) == 0 {
		return e.fresh(at)
	}
	last := n.written[len(n.written)-1]
	lead := blanksBefore(n.data, last.start)
	end := strings.LastIndexAny(lead, "\r\n")
	if end < 0 {
		if last.at == 0 {
			lead = e.style.space
		}
		return layout{lead: lead, place: place{indent: at.indent}}
	}
	// Where the rows of a table have a line each, so has one that is added.
	row := n.data[last.value.start:last.value.end]
	oneLine := n.isArray() && row[0] == '{' && !bytes.ContainsAny(row, "\r\n")
	return layout{lead: lead, place: place{indent: lead[end+1:], lines: !oneLine}}
}

// fresh is how entries stand where there were none.
func (e *splicer) fresh(at place) layout {
	if !at.lines {
		return layout{place: at}
	}
	l := layout{place: place{indent: at.indent + e.style.unit, lines: true}}
	l.lead, l.trail = e.style.newline+l.indent, e.style.newline+at.indent
	return l
}

// placeOf is where the value of an entry of the file stands.
func (e *splicer) placeOf(x *entry, inside layout) place {
	lead := blanksBefore(e.data, x.start)
	if end := strings.LastIndexAny(lead, "\r\n"); end >= 0 {
		return place{indent: lead[end+1:], lines: inside.lines}
	}
	return place{indent: inside.indent}
}

// entry writes an entry that is not of the file.
func (e *splicer) entry(holder *node, x *entry, at place) string {
	text := e.text(x.value, at)
	if !holder.isObject() {
		return text
	}
	key, _ := jsontext.AppendQuote(nil, x.key) // of a text that is UTF-8
	return string(key) + e.style.colon + text
}

// text writes a value that is not of the file.
func (e *splicer) text(n *node, at place) string {
	n.open()
	if len(n.entries) == 0 && len(n.written) == 0 {
		return string(n.data[n.start:n.end])
	}
	inside := e.fresh(at)
	separator := "," + inside.lead
	if !at.lines {
		separator += e.style.space
	}
	texts := make([]string, len(n.entries))
	for i, x := range n.entries {
		texts[i] = e.entry(n, x, inside.place)
	}
	list := strings.Join(texts, separator)
	if list != "" {
		list = inside.lead + list + inside.trail
	}
	return string(n.data[n.start]) + list + string(n.data[n.end-1])
}

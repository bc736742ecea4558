package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// floor does the least that any program has to do with the plans in a folder, side by
// side as the program does: read and hash them, or read and decode them.
func floor(what, folder string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		group.Go(func() error {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			switch what {
			case "read":
				sha256.Sum256(data)
				return nil
			case "decode":
				var plan any
				return json.Unmarshal(data, &plan)
			}
			return fmt.Errorf("no floor %q", what)
		})
	}
	return group.Wait()
}

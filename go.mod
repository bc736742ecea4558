module github.com/plankoll/plankoll

go 1.26

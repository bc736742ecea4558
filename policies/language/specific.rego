package language

# METADATA
# title: What a goal is about
# description: |
#   Says whether a text names a concrete object or group that changes, and what changes.
default specific(_) := true

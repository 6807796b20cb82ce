"""The compact spec, kgen.yaml: read, checked, and held as typed data."""

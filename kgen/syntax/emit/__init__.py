"""kubectl's own printers for plain data, byte for byte: YAML, KYAML, JSON, JSONPath and Go templates."""

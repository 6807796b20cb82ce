"""What the API server takes: the fields of each kind, and where an object does not fit them."""

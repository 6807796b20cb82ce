"""Services that the API server itself calls."""

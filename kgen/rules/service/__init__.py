"""Services that the API server refuses, whatever they select."""

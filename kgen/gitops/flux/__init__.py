"""Flux: what its objects apply, and what they do to it."""

"""What kgen remembers from one run to the next; it can be thrown away at any time."""

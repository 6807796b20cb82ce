"""Mending what rules find: what a fix is, and how fixes are made and proven."""

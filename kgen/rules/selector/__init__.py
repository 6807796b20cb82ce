"""Selectors, and the pods they are meant for."""

"""Addresses of Services in the settings of programs."""

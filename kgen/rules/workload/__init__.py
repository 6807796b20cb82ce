"""Workloads, and the objects they name."""

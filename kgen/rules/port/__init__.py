"""Ports on their way from a Service to a container."""

"""Ingresses, and the Services they lead to."""

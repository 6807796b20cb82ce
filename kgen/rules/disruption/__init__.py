"""Disruption budgets, and the pods they protect."""

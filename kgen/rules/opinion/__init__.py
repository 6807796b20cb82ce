"""Tastes that a team may share: off until they are selected."""

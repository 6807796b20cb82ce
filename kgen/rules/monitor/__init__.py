"""Monitors, and the Services and pods they scrape."""

"""The wiring as a picture: one model, and a module for each format that it is drawn in."""

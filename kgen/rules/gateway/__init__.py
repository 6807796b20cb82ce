"""Gateway API routes: their backends, grants and Gateways."""

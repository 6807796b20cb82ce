"""kgen: generate, lint and explain the port wiring of Kubernetes manifests kept in Git."""

__version__ = "0.1.0"

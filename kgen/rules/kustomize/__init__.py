"""What kustomizations get wrong."""

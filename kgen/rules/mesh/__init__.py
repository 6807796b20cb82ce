"""Routes of meshes and of controllers with kinds of their own."""

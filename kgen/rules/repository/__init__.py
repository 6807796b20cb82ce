"""Objects and files of a repository as wholes."""

"""Which files of a repository are read, and reading them safely."""

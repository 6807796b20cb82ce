"""Files that are not read as they are meant, and comments that turn off nothing."""

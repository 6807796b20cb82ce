"""What the quick ways through a text raise."""


class UnusualError(Exception):
    """Something that a quick way does not deal with."""

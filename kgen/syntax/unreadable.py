"""What stops the reading of a document."""


class UnreadableError(Exception):
    """The text is not YAML that kubectl reads: `message` says why, `index` points into the text."""

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.message = message
        self.index = index

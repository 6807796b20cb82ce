"""Errors that are the user's to mend: they end in one message, never in a traceback."""


class KgenError(Exception):
    """Bad usage or configuration: `message` says what is wrong, `hint` what would be right. Exit code 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class KubectlError(Exception):
    """What kubectl itself would refuse, in kubectl's words: printed as `error: TEXT`. Exit code 1."""


class InvalidObjectError(Exception):
    """What the API server would refuse, in the API server's words, printed as they are. Exit code 1."""

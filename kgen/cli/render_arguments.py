"""What `kgen render` is asked for."""

from argparse import Namespace


class RenderArguments(Namespace):
    """What was given."""

    directory: str
    output: str
    explain: bool
    load_restrictor: str
    show_secrets: bool
    helm: str | None
    values: list[str]
    namespace: str | None
    release: str | None

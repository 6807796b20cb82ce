"""What a run looked at."""

from kgen.record import fields, record


@record
class Summary:
    """Counts of what was read and resolved.

    `charts` are those that were not rendered, `templates` documents outside of any chart that were skipped because
    they are templates, `unreadable` those that are not YAML, and files that could not be opened. `undefined` are custom
    resources whose fields were not checked, as nothing defines their kinds. `seconds` is the wall time of the run.
    """

    files: int = 0
    services: int = 0
    verified: int = 0
    broken: int = 0
    unverifiable: int = 0
    charts: int = 0
    templates: int = 0
    unreadable: int = 0
    undefined: int = 0
    seconds: float = 0

    def __add__(self, other: "Summary") -> "Summary":
        """The sums of both."""
        return Summary(*(getattr(self, name) + getattr(other, name) for name in fields(Summary)))

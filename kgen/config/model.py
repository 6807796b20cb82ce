"""The settings of one run."""

from collections.abc import Mapping

from kgen.annotation import TypeVar
from kgen.errors import KgenError
from kgen.record import fresh, record

Option = bool | int | str | tuple[str, ...]
T = TypeVar("T", bound=Option)

LOAD_FROM_REPOSITORY = "none"
LOAD_FROM_FOLDER = "root-only"

_TYPE_NAMES = {bool: "true or false", int: "a whole number", str: "a text", tuple: "a list of texts"}


@record
class Config:
    """What `.kgen.yaml` says, and defaults for the rest; schemas/config.schema.json documents each key.

    `path` is the file; `severity` is keyed by rule, `per_file_ignores` by pattern, `rules` by rule and
    option; `templates` is a folder and `baseline` a file, already joined to the file's own folder, which patterns
    are relative to. `load_restrictor` says which files a kustomization may name.
    `helm` says whether charts are rendered where `helm_program` is known, which no file may name: a repository that
    is only looked at does not choose what is run.
    """

    path: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = fresh(factory=dict)
    severity: Mapping[str, str] = fresh(factory=dict)
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    kubernetes_version: str | None = None
    node_port_range: tuple[int, int] = (30000, 32767)
    rules: Mapping[str, Mapping[str, Option]] = fresh(factory=dict)
    templates: str | None = None
    baseline: str | None = None
    respect_gitignore: bool = True
    load_restrictor: str = LOAD_FROM_REPOSITORY
    helm: bool = True
    helm_program: str | None = None
    places: Mapping[str, str] = fresh(factory=dict)

    def rule_option(self, rule: str, option: str, default: T) -> T:
        """The value of `rules.RULE.OPTION`, else `default`, whose type it must have (KgenError)."""
        value = self.rules.get(rule, {}).get(option, default)
        if isinstance(value, type(default)) and isinstance(value, bool) == isinstance(default, bool):
            return value
        place = self.place(f"rules.{rule}.{option}")
        raise KgenError(f"{place}: `{option}` of rule `{rule}` takes {_TYPE_NAMES[type(default)]}, not `{value}`")

    def place(self, key: str) -> str:
        """`FILE:LINE:COLUMN` of a key such as `severity.orphan-selector` or `ignore[0]`, or just the file."""
        return self.places.get(key, self.path or "the defaults")

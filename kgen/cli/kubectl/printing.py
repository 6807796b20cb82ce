"""`-o`: which printer kubectl takes for a format, and what it writes."""

from __future__ import annotations

from kgen.errors import KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.cli.kubectl.pflag import FlagSet
    from kgen.syntax.value import Data

STRUCTURED_FORMATS = ("yaml", "json", "kyaml")
JSONPATH_FORMATS = ("jsonpath", "jsonpath-as-json", "jsonpath-file")
TEMPLATE_FORMATS = ("go-template", "go-template-file", "template", "templatefile")


class Printer:
    """Writes objects one after the other in one format; `separator` stands before each but the first."""

    __slots__ = ("_render", "_separator", "_started")

    def __init__(self, render: Callable[[Data], str], separator: str = "") -> None:
        self._render = render
        self._separator = separator
        self._started = False

    def separator(self) -> str:
        """What stands before the next object; kubectl writes it even where it then refuses the object."""
        text = self._separator if self._started else ""
        self._started = True
        return text

    def text(self, resource: Data) -> str:
        """The object as text with what separates it; raises KubectlError for what the printer refuses."""
        return self.separator() + self.body(resource)

    def body(self, resource: Data) -> str:
        """The object as text; raises KubectlError for what the printer refuses."""
        return self._render(resource)


def output_format(flags: FlagSet) -> str:
    """The format asked for, as it was spelt.

    Without `-o` it is empty, for the line `service/web created (dry run)`; without `--dry-run` as well it is YAML, as
    the only thing to want from a command that contacts no cluster is the manifest.
    """
    if flags.text("template") and "output" not in flags.changed:
        return "go-template"
    if flags.changed & {"dry-run", "output"}:
        return flags.text("output")
    return "yaml"


def choose_printer(flags: FlagSet, operation: str = "created") -> Printer:
    """The printer for the command line; raises KubectlError as cli-runtime's PrintFlags.ToPrinter does."""
    output = output_format(flags)
    known = _structured(output.lower(), flags.minor) or _named(output.lower(), operation)
    return known or _templated(output, flags)


def _structured(output: str, minor: int) -> Printer | None:
    if output == "yaml":
        from kgen.syntax.emit.yaml import to_yaml  # noqa: PLC0415 # only the printer in use is loaded

        return Printer(to_yaml, "---\n")
    if output == "json":
        from kgen.syntax.emit.json import to_json  # noqa: PLC0415

        return Printer(to_json)
    if output == "kyaml" and minor >= 35:
        from kgen.syntax.emit.kyaml import to_kyaml  # noqa: PLC0415

        return Printer(to_kyaml)
    return None


def _named(output: str, operation: str) -> Printer | None:
    if output == "name":
        return Printer(lambda resource: f"{resource_name(resource)}\n")
    if output == "":
        return Printer(lambda resource: f"{resource_name(resource)} {operation} (dry run)\n")
    return None


def resource_name(resource: Data) -> str:
    """`service/web`, `deployment.apps/web`: kind, group and name as kubectl's name printer joins them."""
    assert isinstance(resource, dict)
    metadata = resource.get("metadata")
    name = metadata.get("name") if isinstance(metadata, dict) else None
    group, slash, _ = str(resource["apiVersion"]).rpartition("/")
    kind = str(resource["kind"]).lower()
    return f"{kind}.{group}/{name or '<unknown>'}" if slash else f"{kind}/{name or '<unknown>'}"


def _templated(output: str, flags: FlagSet) -> Printer:
    template = flags.text("template")
    output_format = output
    if not template:
        output_format, _, template = output.partition("=")
    if output_format not in JSONPATH_FORMATS + TEMPLATE_FORMATS:
        raise KubectlError(_no_printer(output, flags.minor))
    if not template:
        raise KubectlError("template format specified but no template given")
    if output_format in ("jsonpath-file", "go-template-file", "templatefile"):
        template = _read_template(template)
    missing = flags.truth("allow-missing-template-keys")
    if output_format in JSONPATH_FORMATS:
        from kgen.syntax.emit.jsonpath import parse_jsonpath  # noqa: PLC0415

        path = parse_jsonpath(template, allow_missing_keys=missing)
        return Printer(path.as_json if output_format == "jsonpath-as-json" else path.text)
    from kgen.syntax.emit.gotemplate import parse_gotemplate  # noqa: PLC0415

    return Printer(parse_gotemplate(template, allow_missing_keys=missing).text)


def _read_template(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KubectlError(f"error reading --template {path}, open {path}: {reason}") from None


def _no_printer(output: str, minor: int) -> str:
    kyaml = ("kyaml",) if minor >= 35 else ()
    allowed = ",".join(sorted(("json", "name", "yaml", *kyaml, *JSONPATH_FORMATS, *TEMPLATE_FORMATS)))
    return f'unable to match a printer suitable for the output format "{output}", allowed formats are: {allowed}'

"""`-o` of kgen's own generating commands: a format on standard output, or a file."""

from __future__ import annotations

from kgen.cli.stdio import out
from kgen.errors import KgenError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.pflag import FlagSet
    from kgen.syntax.value import Mapping

_FORMATS = ("yaml", "json", "kyaml", "name")
_FILE_ENDINGS = (".yaml", ".yml", ".json")


def write_result(flags: FlagSet, resource: Mapping) -> None:
    """Print the object, or write it to the file that `-o` names; raises KgenError for what is neither."""
    output = flags.text("output")
    if flags.truth("clean"):
        resource = cleaned(resource)
    if output.endswith(_FILE_ENDINGS):
        _write_file(output, render(resource, "json" if output.endswith(".json") else "yaml"))
    elif output in _FORMATS:
        out(render(resource, output))
    else:
        allowed = f"{', '.join(_FORMATS)}, or a file that ends in {', '.join(_FILE_ENDINGS)}"
        raise KgenError(f"unknown output `{output}`", f"one of {allowed}")


def render(resource: Mapping, output: str) -> str:
    """The object in one of the formats yaml, json, kyaml and name."""
    if output == "name":
        from kgen.cli.kubectl.printing import resource_name  # noqa: PLC0415 # one printer is loaded, not four

        return f"{resource_name(resource)}\n"
    if output == "json":
        from kgen.syntax.emit.json import to_json  # noqa: PLC0415

        return to_json(resource)
    if output == "kyaml":
        from kgen.syntax.emit.kyaml import to_kyaml  # noqa: PLC0415

        return to_kyaml(resource)
    from kgen.syntax.emit.yaml import to_yaml  # noqa: PLC0415

    return to_yaml(resource)


def cleaned(resource: Mapping) -> Mapping:
    """The object without what only a server fills in: `creationTimestamp` and `status`."""
    metadata = resource["metadata"]
    assert isinstance(metadata, dict)
    kept: Mapping = {key: value for key, value in metadata.items() if key != "creationTimestamp"}
    return {key: kept if key == "metadata" else value for key, value in resource.items() if key != "status"}


def _write_file(path: str, text: str) -> None:
    import os  # noqa: PLC0415 # standard output needs none of this

    if os.path.lexists(path):
        raise KgenError(f"`{path}` exists, and kgen does not overwrite it", "remove it first, or choose another name")
    from kgen.generate.atomic import write_atomically  # noqa: PLC0415

    write_atomically(path, text)

"""What `run` and `expose` do to an object last: overrides, the recorded command line, the namespace."""

from __future__ import annotations

from kgen.cli.kubectl.printing import STRUCTURED_FORMATS, output_format
from kgen.generate.metadata import CHANGE_CAUSE, amended, without_managed_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.command import Invocation
    from kgen.syntax.value import Mapping


def with_overrides(resource: Mapping, invocation: Invocation) -> Mapping:
    """The object as `--overrides` changes it; raises KubectlError or KgenError as `overridden` does."""
    flags = invocation.flags
    overrides = flags.text("overrides")
    if not overrides:
        return resource
    from kgen.generate.overrides import overridden  # noqa: PLC0415 # loads a table of Go structs

    changed = overridden(resource, overrides, flags.text("override-type"), invocation.version)
    if flags.truth("show-managed-fields") or output_format(flags).lower() not in STRUCTURED_FORMATS:
        return changed
    return without_managed_fields(changed)


def finished(resource: Mapping, invocation: Invocation) -> Mapping:
    """The object with its change cause, where `--record` asks for one, and the namespace that was given."""
    flags = invocation.flags
    annotations = {CHANGE_CAUSE: _change_cause(invocation)} if flags.truth("record") else {}
    if not annotations and not flags.text("namespace"):
        return resource
    return amended(resource, flags.text("namespace"), annotations)


def _change_cause(invocation: Invocation) -> str:
    """The command line as kubectl records it: arguments first, then the flags as they stood."""
    given = [f"--{name}={text}" for name, text in invocation.flags.given]
    return " ".join(["kubectl", invocation.path, *invocation.flags.args, *given])

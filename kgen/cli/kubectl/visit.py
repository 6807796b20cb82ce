"""Goes through the resources of `-f` as kubectl does: on after an error, the errors at the end."""

from __future__ import annotations

import sys

from kgen.cli.kubectl.manifest_files import STDIN, manifest_files, reason
from kgen.errors import InvalidObjectError, KubectlError
from kgen.generate.manifest_objects import ItemsError, decoded, joined
from kgen.generate.manifest_stream import read_manifests
from kgen.kubernetes.served_kinds import is_namespaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.generate.manifest_stream import Manifest
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Mapping


class SeveralRefusalsError(InvalidObjectError):
    """What kubectl refused, one line each; kubectl prints several errors without `error:` before them."""


class Visit:
    """The files to read, and the namespace that all their resources must be in, empty for any."""

    __slots__ = ("_files", "_namespace", "_reading", "_refusals")

    def __init__(self, names: list[str], recursive: bool, namespace: str) -> None:
        """Raises KubectlError or SeveralRefusalsError for names that are no files, KgenError for URLs."""
        self._files: list[str] = []
        self._namespace = namespace
        self._reading: list[KubectlError] = []
        self._refusals: list[str] = []
        missing: list[str] = []
        for name in names:
            try:
                self._files += manifest_files(name, recursive)
            except KubectlError as error:
                missing.append(str(error))
            if not self._files and not missing:
                missing.append(f"error reading [{name}]: recognized file extensions are [.json .yaml .yml]")
        if names.count("-") > 1:
            missing.append("standard input cannot be used for multiple arguments")
        _raise(missing)

    def each(self, action: Callable[[Mapping], None], version: KubernetesVersion) -> None:
        """Call `action` with every resource, then raise what it, or reading, raised as KubectlError."""
        for file in self._files:
            self._read(file, action, version.minor)
        messages = [str(error) for error in self._reading]
        if self._refusals and messages:
            messages = [joined(messages)]
        elif len(messages) == 1 and isinstance(self._reading[0], ItemsError):
            raise SeveralRefusalsError("\n".join(self._reading[0].messages))
        _raise([*self._refusals, *messages])

    def _read(self, file: str, action: Callable[[Mapping], None], minor: int) -> None:
        try:
            for manifest in read_manifests(file, _data(file), minor):
                self._decode(manifest, file, action, minor)
        except KubectlError as error:
            self._reading.append(error)

    def _decode(self, manifest: Manifest, file: str, action: Callable[[Mapping], None], minor: int) -> None:
        try:
            for resource in decoded(manifest, file, minor):
                self._visit(resource, action)
        except KubectlError as error:
            self._reading.append(error)

    def _visit(self, resource: Mapping, action: Callable[[Mapping], None]) -> None:
        try:
            self._check_namespace(resource)
            action(resource)
        except KubectlError as error:
            self._refusals.append(str(error))

    def _check_namespace(self, resource: Mapping) -> None:
        metadata = resource.get("metadata")
        namespace = metadata.get("namespace") if isinstance(metadata, dict) else None
        if not self._namespace or not namespace or not is_namespaced(str(resource["kind"])):
            return
        if namespace != self._namespace:
            raise KubectlError(
                f'the namespace from the provided object "{namespace}" does not match the namespace '
                f"\"{self._namespace}\". You must pass '--namespace={namespace}' to perform this operation."
            )


def _data(file: str) -> bytes:
    if file == STDIN:
        return sys.stdin.buffer.read()
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except IsADirectoryError as error:
        raise KubectlError(f"error parsing {file}: read {file}: {reason(error)}") from None
    except OSError as error:
        raise KubectlError(f"open {file}: {reason(error)}") from None


def _raise(errors: list[str]) -> None:
    if len(errors) == 1:
        raise KubectlError(errors[0])
    if errors:
        raise SeveralRefusalsError("\n".join(errors))

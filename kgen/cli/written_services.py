"""What `kgen describe` and `kgen get` share: the words for Services, and the repository that is looked through."""

from __future__ import annotations

import os
from pathlib import Path

from kgen.config.find import repository_root
from kgen.config.model import Config
from kgen.discovery.names import spelled
from kgen.discovery.relative import relative
from kgen.errors import KgenError
from kgen.kubernetes.kind_names import names_kind
from kgen.repository import read
from kgen.wiring.setting import setting_of
from kgen.wiring.world import World, survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.show.written_services import WrittenService


def service_names(words: Sequence[str]) -> list[str]:
    """The names in `svc NAME...` or `svc/NAME...`, each once; none for every Service."""
    kind, slash, _ = words[0].partition("/")
    if not slash:
        _check_kind(kind)
        return list(dict.fromkeys(words[1:]))
    return list(dict.fromkeys(map(_name, words)))


def look_over(config: Config | None) -> World:
    """The repository around the current directory, outside of any the directory itself."""
    repository = read(Path(_root()), config or Config())
    return survey(repository, setting_of(repository))


def in_file(services: Sequence[WrittenService], file: str | None) -> Sequence[WrittenService]:
    """Those that are written in a file, given as seen from the current directory; None for any file."""
    if file is None:
        return services
    path = relative(spelled(os.path.realpath(file)), os.path.realpath(_root()))
    return [each for each in services if each.service.resource.path == path]


def nothing_found(namespace: str | None) -> str:
    """kubectl's words where there is no Service at all."""
    return f"No resources found in {namespace} namespace.\n" if namespace else "No resources found\n"


def _root() -> str:
    return repository_root(".") or "."


def _name(word: str) -> str:
    kind, slash, name = word.partition("/")
    if not slash or not name:
        raise KgenError(f"`{word}` is not of the form KIND/NAME", "write `svc/NAME`, or `svc NAME` once")
    _check_kind(kind)
    return name


def _check_kind(kind: str) -> None:
    if not names_kind(kind, "Service"):
        raise KgenError(f"`{kind}` cannot be shown", "kgen shows Services: write `svc`")

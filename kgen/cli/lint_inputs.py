"""What `kgen lint` reads: the repositories that its paths lie in, or standard input in place of one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kgen.cli.lint_paths import Scope, scopes, stdin_scope
from kgen.discovery.listing import is_manifest
from kgen.discovery.reading import read_bytes
from kgen.discovery.relative import relative
from kgen.errors import KgenError
from kgen.record import record
from kgen.repository import Repository, from_sources, read
from kgen.syntax.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.lint_arguments import LintArguments
    from kgen.config.model import Config


@record
class LintInput:
    """A repository read whole, and which part of it to report on."""

    scope: Scope
    repository: Repository

    @property
    def is_narrowed(self) -> bool:
        """Whether more is read than is reported on."""
        return not self.scope.covers(str(self.repository.root))


def lint_inputs(arguments: LintArguments, config: Config) -> list[LintInput]:
    """Read what the arguments name; raise KgenError for paths that do not exist or do not go together."""
    if "-" in arguments.paths:
        if len(arguments.paths) > 1:
            raise KgenError("`-` cannot be combined with other paths")
        return [_from_stdin(sys.stdin.buffer.read(), arguments.stdin_filename, config)]
    if arguments.stdin_filename is not None:
        raise KgenError("`--stdin-filename` needs `-` as the path")
    inputs = [LintInput(scope, read(scope.start, config)) for scope in scopes(arguments.paths or ["."])]
    return inputs if arguments.force_exclude else [_with_named_files(one) for one in inputs]


def _with_named_files(one: LintInput) -> LintInput:
    """The same with files that were named but left out by patterns or .gitignore: naming one asks for it."""
    repository = one.repository
    present = {source.path for source in repository.sources}
    named = [relative(path, str(repository.root)) for path in one.scope.reported]
    missing = [
        path for path in named if path not in present and is_manifest(path) and (repository.root / path).is_file()
    ]
    if not missing:
        return one
    sources = [*repository.sources, *(Source(path, read_bytes(repository.root / path)) for path in missing)]
    ordered = sorted(sources, key=lambda source: source.path)
    return LintInput(one.scope, from_sources(ordered, repository.root, repository.problems))


def _from_stdin(data: bytes, name: str | None, config: Config) -> LintInput:
    """Standard input alone, or under a file's name in that file's repository."""
    if name is None:
        here = Path(os.path.realpath("."))
        return LintInput(Scope(here, (str(here / "-"),)), from_sources([Source("-", data)], here))
    scope = stdin_scope(name)
    saved = read(scope.start, config)
    path = relative(scope.reported[0], str(saved.root))
    sources = {source.path: source for source in saved.sources}
    sources[path] = Source(path, data)
    ordered = [sources[path] for path in sorted(sources)]
    return LintInput(scope, from_sources(ordered, saved.root, saved.problems))

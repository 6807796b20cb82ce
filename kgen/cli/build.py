"""`kgen build`: manifests from compact specs, or the proof that those in Git are up to date."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path

from kgen.cli.arguments import CommandParser
from kgen.cli.diff import diff
from kgen.cli.settings import configuration, node_port_range, version_in_force
from kgen.cli.stdio import err, out
from kgen.config.find import repository_root
from kgen.config.model import Config
from kgen.config.setting import Mistake
from kgen.errors import KgenError
from kgen.generate.atomic import write_atomically
from kgen.generate.build_all import Job, Result, build_all
from kgen.generate.output import Change, output_of, require_inside, unique
from kgen.generate.spec.model import Spec
from kgen.generate.spec.read import read_spec
from kgen.kubernetes.service_validation import ServiceRules
from kgen.repository import Repository, read
from kgen.syntax.display import visible
from kgen.syntax.source import Source

_NAMES = ("kgen.yaml", "kgen.yml")


class BuildArguments(Namespace):
    """What was given; None or an empty list where a flag is missing."""

    specs: list[str]
    output: str | None
    check: bool
    diff: bool
    kubernetes_version: str | None
    node_port_range: str


def main(argv: list[str]) -> int:
    """Build, or compare; returns 1 where `--check` or `--diff` finds a difference."""
    arguments = parser().read(argv, BuildArguments())
    config = configuration() or Config()
    rules = ServiceRules(
        version_in_force(arguments.kubernetes_version, config),
        node_port_range(arguments.node_port_range, config),
    )
    repositories = cache(lambda root: read(root, config))
    jobs = [_job(path, arguments.output, config, repositories) for path in _spec_files(arguments.specs)]
    results = build_all(jobs, rules)
    if arguments.output == "-":
        out("---\n".join(manifest.text for result in results for manifest in result.manifests))
        return 0
    return _settle(results, arguments)


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("build", "Write the manifests that compact specs (kgen.yaml) describe.")
    made.add_argument(
        "specs", metavar="SPEC", nargs="*", help="specs, or folders with a kgen.yaml (default: this folder)"
    )
    made.add_argument("-o", "--output", metavar="DIR", help="write to this folder; `-` prints the manifests")
    made.add_argument("--check", action="store_true", help="write nothing; exit 1 if a manifest is not up to date")
    made.add_argument("--diff", action="store_true", help="write nothing; show the difference and exit 1 if any")
    made.add_argument("--kubernetes-version", metavar="VERSION", help="whose rules for names hold")
    made.add_argument("--node-port-range", metavar="LOW-HIGH", default="", help="the API server's range")
    return made


def _spec_files(given: Sequence[str]) -> list[Path]:
    paths = [_in_folder(path) if path.is_dir() else path for path in map(Path, given or ["."])]
    return list(dict.fromkeys(paths))


def _in_folder(folder: Path) -> Path:
    for name in _NAMES:
        if (folder / name).is_file():
            return folder / name
    raise KgenError(f"no `kgen.yaml` in `{folder.as_posix()}`", "name a spec: kgen build SPEC...")


def _job(path: Path, output: str | None, config: Config, repositories: Callable[[Path], Repository]) -> Job:
    try:
        source = Source(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise KgenError(f"spec `{path.as_posix()}` cannot be read: {error.strerror}") from None
    spec = read_spec(source)
    root = Path(repository_root(str(path.parent)) or path.parent)
    folder = _output_folder(spec, path, output, root)
    templates = _templates(spec, path, config, root)
    return Job(spec, output_of(path, folder), templates, partial(repositories, root))


def _output_folder(spec: Spec, path: Path, output: str | None, root: Path) -> Path:
    if output is not None and output != "-":
        require_inside(Path(output), root, f"folder `{output}`")
        return _from_here(Path(output))
    folder = path.parent / spec.output
    require_inside(folder, root, str(Mistake(spec.output_place, f"`output: {spec.output}`")))
    return _from_here(folder)


def _from_here(folder: Path) -> Path:
    """The folder, links followed, relative to the current one; absolute on another drive of Windows."""
    try:
        return Path(os.path.relpath(os.path.realpath(folder)))
    except ValueError:
        return Path(os.path.realpath(folder))


def _templates(spec: Spec, path: Path, config: Config, root: Path) -> Path | None:
    if spec.templates:
        folder = path.parent / spec.templates
        require_inside(folder, root, str(Mistake(spec.templates_place, f"`templates: {spec.templates}`")))
        return folder
    if config.templates is None:
        return None
    require_inside(Path(config.templates), root, f"{config.place('templates')}: `templates`")
    return Path(config.templates)


def _settle(results: Sequence[Result], arguments: BuildArguments) -> int:
    """Compare every spec before anything is written, so that a refusal leaves all as it was."""
    unique(result.job.output.folder / manifest.file_name for result in results for manifest in result.manifests)
    changes = [(result, result.changes()) for result in results]
    if arguments.check or arguments.diff:
        return _report(changes, arguments)
    for _, found in changes:
        for change in found:
            _apply(change)
    if not any(found for _, found in changes):
        err(f"{_count(results)} up to date\n")
    return 0


def _report(changes: Sequence[tuple[Result, list[Change]]], arguments: BuildArguments) -> int:
    outdated = [result for result, found in changes if found]
    for result, found in changes:
        for change in found:
            out(_difference(change) if arguments.diff else f"{visible(_verdict(change, result.job.spec.path))}\n")
    if not outdated:
        err(f"{_count([result for result, _ in changes])} up to date\n")
        return 0
    specs = " ".join(result.job.spec.path for result in outdated)
    err(f"run `kgen build {visible(specs)}`\n")
    return 1


def _count(results: Iterable[Result]) -> str:
    number = sum(len(result.manifests) for result in results)
    return f"{number} manifest{'' if number == 1 else 's'}"


def _verdict(change: Change, spec: str) -> str:
    path = change.path.as_posix()
    if change.before is None:
        return f"{path} is missing, and `{spec}` describes it"
    if change.after is None:
        return f"{path} is left over: `{spec}` no longer describes it"
    return f"{path} differs from what `{spec}` describes"


def _difference(change: Change) -> str:
    return diff(change.path.as_posix(), change.before, change.after)


def _apply(change: Change) -> None:
    path = change.path.as_posix()
    try:
        if change.after is None:
            change.path.unlink()
        else:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, change.after)
    except OSError as error:
        raise KgenError(f"cannot write `{path}`: {error.strerror}") from None
    out(f"{'removed' if change.after is None else 'wrote'} {visible(path)}\n")

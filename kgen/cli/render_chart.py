"""`kgen render` of a folder with a Helm chart."""

from __future__ import annotations

import os
from posixpath import join

from kgen.cli.helm import add_helm_flag, with_helm
from kgen.cli.settings import configuration
from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.gitops.helm.chart import CHART_FILE, read_chart
from kgen.gitops.helm.render import Helm, Release, render_chart, unnamed_release
from kgen.gitops.kustomize.build import Build
from kgen.kubernetes.version import target_version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

    from kgen.cli.render_arguments import RenderArguments
    from kgen.gitops.kustomize.files import Files


def is_chart(files: Files, root: Path, folder: str) -> bool:
    """Whether a folder is a chart, and no kustomization."""
    return (root / folder / CHART_FILE).is_file() and files.kustomization_file(folder) is None


def add_chart_flags(made: ArgumentParser) -> None:
    """Let a command line say how a chart is installed."""
    flags = made.add_argument_group("Helm charts")
    add_helm_flag(flags)
    flags.add_argument(
        "-f", "--values", metavar="FILE", action="append", default=[], help="further values, later files win"
    )
    flags.add_argument("-n", "--namespace", metavar="NAME", help="the namespace that it is installed to")
    flags.add_argument("--release", metavar="NAME", help="the name of the release (default: that of the chart)")


def build_chart(arguments: RenderArguments, files: Files, folder: str) -> Build:
    """What the chart comes to; raise KgenError without a helm or for values that cannot be read."""
    config = with_helm(configuration() or Config(), arguments.helm)
    if config.helm_program is None:
        raise KgenError(f"`{arguments.directory}` is a Helm chart", "put helm on PATH or name it with `--helm`")
    chart = read_chart(files.source(join(folder, CHART_FILE)))
    if chart is None:
        raise KgenError(f"`{os.path.join(arguments.directory, CHART_FILE)}` describes no chart")
    release = Release(
        name=arguments.release or unnamed_release(chart),
        namespace=arguments.namespace,
        values=tuple(_read(path) for path in arguments.values),
    )
    rendered = render_chart(Helm(config.helm_program, target_version(config.kubernetes_version)), files, chart, release)
    return Build(rendered.objects, rendered.problems)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise KgenError(f"`{path}` cannot be read: {error.strerror}") from None

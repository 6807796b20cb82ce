"""Repositories made of a few lines, and what kgen sees in them."""

from textwrap import dedent, indent

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source
from kgen.wiring.model import Wiring, build
from kgen.wiring.reference import Selection, TargetPort


def repository(files: dict[str, str]) -> Repository:
    """A repository of these texts by path."""
    return from_sources([Source(path, dedent(text).encode()) for path, text in files.items()])


def wiring(files: dict[str, str]) -> Wiring:
    """Their wiring."""
    return build(repository(files))


def selection(files: dict[str, str]) -> Selection:
    """What the first Service with a selector selects."""
    return wiring(files).selections[0]


def target_port(files: dict[str, str]) -> TargetPort:
    """Where the first port of the first Service with a selector leads."""
    return wiring(files).target_ports[0]


def findings(rule: str, files: dict[str, str], config: Config | None = None) -> list[str]:
    """What one rule reports, as `path:line message`."""
    chosen, settings = [each for each in rules() if each.name == rule], config or Config()
    found = check(chosen, repository(files), settings).findings
    return [f"{each.place.path}:{each.place.span.line} {each.message}" for each in found]


def manifests(*texts: str) -> str:
    """Documents of one file."""
    return "---\n".join(dedent(text) for text in texts)


def service(name: str = "web", selector: str = "app: web", ports: str = "[{port: 80}]", more: str = "") -> str:
    """A Service of seven lines; `more` is further lines of its metadata, its selector stands in line 6."""
    return (
        "apiVersion: v1\n"
        "kind: Service\n"
        f"metadata: {{name: {name}{more}}}\n"
        "spec:\n"
        "  selector:\n"
        f"    {{{selector}}}\n"
        f"  ports: {ports}\n"
    )


def deployment(
    name: str = "web",
    labels: str = "app: web",
    ports: str = "[{name: http, containerPort: 80}]",
    more: str = "",
    pod: str = "",
) -> str:
    """A Deployment of one container; `more` goes on in its metadata, `pod` holds further lines of the pod's spec."""
    return (
        "apiVersion: apps/v1\n"
        "kind: Deployment\n"
        f"metadata: {{name: {name}{more}}}\n"
        "spec:\n"
        f"  selector: {{matchLabels: {{{labels}}}}}\n"
        "  template:\n"
        f"    metadata: {{labels: {{{labels}}}}}\n"
        "    spec:\n"
        "      containers:\n"
        f"        - {{name: {name}, image: example.com/{name}:1, ports: {ports}}}\n"
    ) + indent(dedent(pod), "      ")

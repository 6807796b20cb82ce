"""Subjects for the engine: the resources of some manifests, and rules over them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import dedent

from kgen.config.model import Config
from kgen.kubernetes.resource import Resource, resources
from kgen.kubernetes.service import Service
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import Rule
from kgen.lint.severity import Severity
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


@dataclass(frozen=True)
class Manifests:
    """What the engine needs of a wiring: subjects to walk over."""

    resources: tuple[Resource, ...]
    unit: None = None

    def subjects(self) -> Iterator[object]:
        """Each resource, and its name as a subject of another type."""
        for resource in self.resources:
            yield resource
            yield resource.name


def manifests(**files: str) -> Manifests:
    """The resources of files, each `name="..."` becoming `name.yaml`."""
    sources = [Source(f"{name}.yaml", dedent(text).encode()) for name, text in files.items()]
    documents = [document for source in sources for document in parse(source)]
    return Manifests(tuple(resource for document in documents for resource in resources(document)))


def at(resource: Resource, field: str) -> Node:
    """The node at a field such as `spec/ports/0/port`; an empty field is the resource's own node."""
    node = resource.node
    for step in field.split("/") if field else ():
        node = node[int(step) if step.isdigit() else step]
    return node


def rule_reporting(
    *fields: str,
    name: str = "odd-value",
    message: str = "is odd",
    on_key: bool = False,
    related: Mapping[str, str] | None = None,
    subject: type[Resource | Service] = Resource,
) -> Rule:
    """A rule that reports these fields of every subject, with labels at the fields of `related`."""

    def check(checked: object, _config: Config) -> Iterator[Problem]:
        assert isinstance(checked, Resource | Service)
        resource = checked.resource if isinstance(checked, Service) else checked
        labels = tuple(Label(at(resource, field), text) for field, text in (related or {}).items())
        for field in fields:
            yield Problem(at(resource, field), message, labels, on_key=on_key)

    return Rule(name, "test", Severity.WARNING, "0.1.0", subject, check, "")

"""Repositories made of a few lines, and the units in them."""

from collections.abc import Mapping
from textwrap import dedent, indent

from kgen.config.model import Config
from kgen.gitops.unit import Unit
from kgen.gitops.units import units
from kgen.syntax.value import Data
from tests.repositories import repository

SERVICE = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: NodePort
  selector: {app: web}
  ports:
    - port: 80
      nodePort: 30080
"""
SETTINGS = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: flux-system}\n"


def applied(files: Mapping[str, str]) -> list[Unit]:
    """The units of these texts by path."""
    seen = repository(dict(files))
    return list(units(seen, Config()))


def outline(files: Mapping[str, str]) -> list[str]:
    """Each unit as `name: objects`, with those that something lacks marked by `...`."""
    return [f"{unit.name}: {_objects(unit)}{'' if unit.is_complete else ' ...'}" for unit in applied(files)]


def field(files: Mapping[str, str], *path: str | int) -> Data:
    """A value of the first object of the unit `apps`."""
    unit = next(each for each in applied(files) if each.name == "apps")
    node = unit.resources[0].node
    for step in path:
        node = node[step]
    return node.value


def flux(name: str, path: str, more: str = "", source: str = "kind: GitRepository, name: flux-system") -> str:
    """A Flux Kustomization; `more` are further lines of its spec."""
    spec = f"path: {path}\nsourceRef: {{{source}}}\n{dedent(more)}"
    return (
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\n"
        "kind: Kustomization\n"
        f"metadata: {{name: {name}, namespace: flux-system}}\n"
        f"spec:\n{indent(spec, '  ')}"
    )


def application(name: str, source: str, destination: str = "namespace: shop") -> str:
    """An Argo CD Application; `source` are the lines of its source."""
    return (
        "apiVersion: argoproj.io/v1alpha1\n"
        "kind: Application\n"
        f"metadata: {{name: {name}, namespace: argocd}}\n"
        f"spec:\n  destination: {{{destination}}}\n  source:\n{indent(dedent(source), '    ')}\n"
    )


def _objects(unit: Unit) -> str:
    return ", ".join(f"{each.kind} {each.namespace or '?'}/{each.name}" for each in unit.resources) or "nothing"

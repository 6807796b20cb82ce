"""Paths through what is rendered, and from one unit into another."""

from pathlib import Path

import pytest

from kgen.cli.trace_findings import Rulebook
from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.repository import Repository, read
from kgen.show.trace.find import trace
from kgen.show.trace.passage import Passage
from kgen.show.trace.shown import limited
from kgen.show.trace.sight import Sight
from kgen.show.trace.summary import summaries
from kgen.show.trace.target import ObjectTarget
from kgen.show.trace.units import chosen, in_cluster
from kgen.show.trace.wires import wires
from kgen.wiring.wirings import wirings
from tests.backends import ingress, route
from tests.repositories import deployment, manifests, service

_BASE = {"base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": manifests(service(), deployment())}
_GATEWAY = (
    "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: public}\n"
    "spec: {listeners: [{name: https, port: 443, allowedRoutes: {namespaces: {from: All}}}]}\n"
)


def overlay(name: str, *more: str) -> dict[str, str]:
    """An overlay of the base in a namespace of its own name."""
    lines = (f"namespace: {name}", "resources: [../../base]", *more)
    return {f"overlays/{name}/kustomization.yaml": "\n".join(lines)}


def application(name: str, *texts: str, namespace: str = "shop") -> dict[str, str]:
    """A kustomization of one file, which puts it into a namespace."""
    folder = f"apps/{name}"
    return {
        f"{folder}/kustomization.yaml": f"namespace: {namespace}\nresources: [all.yaml]\n",
        f"{folder}/all.yaml": manifests(*texts),
    }


def laid(root: Path, files: dict[str, str]) -> Repository:
    """The repository of these texts by path."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return read(root, Config())


def found(root: Path, files: dict[str, str], target: str = "svc/web", unit: str | None = None) -> list[Passage]:
    """What a target such as `svc/web` leads through."""
    every = chosen(wires(tuple(wirings(laid(root, files), Config()))), unit)
    rulebook = Rulebook(Config(), root)
    kind, _, name = target.partition("/")
    return trace(ObjectTarget(kind, name), [Sight(each, rulebook.findings, str) for each in every], None)


def test_units_that_share_a_path_show_it_once(tmp_path: Path) -> None:
    passages = found(tmp_path, _BASE | overlay("dev") | overlay("prod"))
    assert [each.units for each in passages] == [("overlays/dev", "overlays/prod")]
    owner = passages[0].ends[0].owner
    assert owner is not None
    assert owner.namespace is None, "it is in two"


def test_units_that_differ_are_shown_apart(tmp_path: Path) -> None:
    prefixed = overlay("prod", "namePrefix: big-")
    assert [each.units for each in found(tmp_path, _BASE | overlay("dev") | prefixed)] == [("overlays/dev",)]


def test_only_the_unit_that_is_named(tmp_path: Path) -> None:
    passages = found(tmp_path, _BASE | overlay("dev") | overlay("prod"), unit="overlays/prod")
    assert [each.units for each in passages] == [("overlays/prod",)]
    assert {hop.owner.namespace for hop in passages[0].hops if hop.owner is not None} == {"prod"}


def test_only_the_cluster_that_is_named(tmp_path: Path) -> None:
    flux = (
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web}\n"
        "spec: {path: ./overlays/NAME, prune: true, interval: 1m, sourceRef: {kind: GitRepository, name: main}}\n"
    )
    applied = {f"clusters/{name}/web.yaml": flux.replace("NAME", name) for name in ("dev", "prod")}
    every = wires(tuple(wirings(laid(tmp_path, _BASE | overlay("dev") | overlay("prod") | applied), Config())))
    units = [each.wiring.unit for each in in_cluster(every, "prod")]
    assert [unit.folder for unit in units if unit is not None] == ["overlays/prod"]
    with pytest.raises(KgenError, match="`prdo` is no cluster that the repository names"):
        in_cluster(every, "prdo")


def test_a_patch_is_where_its_value_is_written(tmp_path: Path) -> None:
    patch = {"overlays/dev/patch.yaml": service(ports="[{port: 80, targetPort: 8080}]")}
    files = _BASE | patch | overlay("dev", "patches: [{path: patch.yaml}]")
    hop = found(tmp_path, files)[0].service
    assert hop is not None
    assert hop.place is not None
    assert (hop.place.path, hop.place.line) == ("overlays/dev/patch.yaml", 7)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            application("web", service(), deployment()) | application("front", ingress()),
            "ingress */ -> service :80 -> pod :80",
            id="an Ingress and the Service of another unit",
        ),
        pytest.param(
            application("web", service(), deployment()) | application("front", ingress(), namespace="bank"),
            "service :80 -> pod :80",
            id="not one of another namespace",
        ),
        pytest.param(
            application(
                "web",
                service(),
                deployment(),
                route("{name: web, port: 80}", parents="[{name: public, namespace: edge}]"),
            )
            | application("edge", _GATEWAY, namespace="edge"),
            "gateway :443 -> route * -> service :80 -> pod :80",
            id="a route and the Gateway of another unit",
        ),
    ],
)
def test_leads_from_one_unit_into_another(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert [line for each in found(tmp_path, files) for line in summaries(each)] == [expected]


def test_a_base_leads_nowhere_by_itself(tmp_path: Path) -> None:
    base = {"front/base/kustomization.yaml": "resources: [all.yaml]\n", "front/base/all.yaml": ingress()}
    over = {"front/over/kustomization.yaml": "namespace: shop\nnamePrefix: my-\nresources: [../base]\n"}
    passages = found(tmp_path, application("web", service(), deployment()) | base | over)
    owners = [each.hop.owner for passage in passages for each in passage.entrances]
    assert [owner.name for owner in owners if owner is not None] == ["my-web"]


def test_the_broken_ones_are_kept_where_not_all_are_shown(tmp_path: Path) -> None:
    wrong = manifests(service(ports="[{port: 80, targetPort: htttp}]"), deployment())
    passages = found(tmp_path, {"a.yaml": _BASE["base/web.yaml"], "b/b.yaml": wrong})
    shown = limited(passages, 1)
    assert [each.state for each in shown.passages] == ["broken"]
    assert (shown.total, shown.state) == (2, "broken")
    assert limited(passages, 0).passages == tuple(passages)

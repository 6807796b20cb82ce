"""Rendered units are linted as they are applied, and told of once for each place in a file."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.lint.select import selected
from kgen.report.units import in_units
from tests.repositories import deployment, manifests, repository, service

BASE = {"base/kustomization.yaml": "resources: [web.yaml]", "base/web.yaml": manifests(service(), deployment())}
CONFIG = Config()


def told(files: dict[str, str]) -> list[str]:
    """Each finding's rule, place and units."""
    found = check(selected(rules(), CONFIG), repository(files), CONFIG).findings
    return [f"{each.rule} {each.place.path}:{each.place.span.line} {in_units(each)}".strip() for each in found]


def overlay(text: str, name: str = "dev") -> dict[str, str]:
    """An overlay over the base."""
    return {f"{name}/kustomization.yaml": f"resources: [../base]\n{text}"}


RELABELLED = """\
patches:
  - target: {kind: Deployment}
    patch: |
      - op: replace
        path: /spec/selector/matchLabels/app
        value: weeb
      - op: replace
        path: /spec/template/metadata/labels/app
        value: weeb
"""
INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {defaultBackend: {service: {name: web, port: {name: htpp}}}}
"""
NODE_PORT = """\
patches:
  - patch: |
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        type: NodePort
        ports:
          - {port: 80, nodePort: 29999}
"""


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**BASE, **overlay("namespace: shop")}, id="a namespace"),
        pytest.param(
            {**BASE, **overlay("namePrefix: dev-\nlabels: [{pairs: {a: b}, includeSelectors: true}]")}, id="labels"
        ),
        pytest.param({**BASE, **overlay("", "dev"), **overlay("", "prod")}, id="two overlays"),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]",
                "base/web.yaml": manifests(service(), deployment(labels="app: wep")),
                **overlay(RELABELLED.replace("weeb", "web")),
            },
            id="an overlay mends what would be wrong in the base",
        ),
        pytest.param(
            {
                **BASE,
                **overlay("components: [../part]"),
                "part/kustomization.yaml": f"kind: Component\n{RELABELLED}".replace("weeb", "web"),
            },
            id="a component",
        ),
        pytest.param(
            {**BASE, **overlay(RELABELLED + "  - path: gone.yaml\n")} | {"dev/gone.yaml": "a: [\n"},
            id="unreadable patch",
        ),
        pytest.param(
            {**BASE, **overlay(RELABELLED + "components: ['https://example.com/part?ref=1']")}, id="a remote component"
        ),
        pytest.param(
            {
                "dev/kustomization.yaml": "namespace: shop\nresources: [web.yaml]",
                "dev/web.yaml": service(),
                "pods/web.yaml": deployment(more=", namespace: shop"),
            },
            id="pods that another folder applies to the namespace",
        ),
        pytest.param(
            {
                "dev/kustomization.yaml": "namespace: shop\nresources: [web.yaml]",
                "dev/web.yaml": manifests(service(), deployment(labels="app: other")),
                "pods/web.yaml": deployment(name="more", more=", namespace: shop"),
            },
            id="pods of another name there, beside a namesake that does not match",
        ),
    ],
)
def test_nothing_is_wrong(files: dict[str, str]) -> None:
    assert [each for each in told(files) if "yaml-error" not in each] == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**BASE, **overlay(RELABELLED)}, ["orphan-selector base/web.yaml:6"], id="a patch takes the pods away"
        ),
        pytest.param(
            {**BASE, **overlay(RELABELLED), **overlay("", "prod")},
            ["orphan-selector base/web.yaml:6 in dev, not in prod"],
            id="in one of two overlays",
        ),
        pytest.param(
            {**BASE, **overlay(RELABELLED), **overlay(RELABELLED, "prod")},
            ["orphan-selector base/web.yaml:6 in dev, prod"],
            id="in both",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]",
                "base/web.yaml": manifests(service(ports="[{name: http, port: 80}]"), deployment()),
                "overlays/dev/kustomization.yaml": "resources: [../../base, ingress.yaml]",
                "overlays/dev/ingress.yaml": INGRESS,
            },
            ["ingress-port-missing overlays/dev/ingress.yaml:4"],
            id="what is far apart and rendered together, in no named namespace",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]",
                "base/web.yaml": manifests(service(ports="[{name: http, port: 80}]"), deployment()),
                "other/web.yaml": service(ports="[{name: htpp, port: 80}]"),
                "overlays/dev/kustomization.yaml": "resources: [../../base, ingress.yaml]",
                "overlays/dev/ingress.yaml": INGRESS,
            },
            ["ingress-port-missing overlays/dev/ingress.yaml:4"],
            id="beside a Service of the name that is not rendered with it",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]",
                "base/web.yaml": manifests(service(ports="[{port: 80, targetPort: htpp}]"), deployment()),
                "base/variant.yaml": deployment(ports="[{name: htpp, containerPort: 80}]"),
            },
            ["target-port-name-missing base/web.yaml:7"],
            id="beside pods that are not rendered with it",
        ),
        pytest.param(
            {**BASE, **overlay(NODE_PORT)}, ["nodeport-out-of-range dev/kustomization.yaml:10"], id="a value of a patch"
        ),
    ],
)
def test_told_where_it_is_written(files: dict[str, str], expected: list[str]) -> None:
    assert told(files) == expected


def test_a_reference_counts_once_for_all_units() -> None:
    summary = check([], repository({**BASE, **overlay("", "dev"), **overlay("", "prod")}), CONFIG).summary
    assert (summary.verified, summary.broken, summary.unverifiable) == (3, 0, 0)

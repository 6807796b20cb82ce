"""How routes' Gateways and grants, and VirtualServices' subsets end."""

import pytest

from kgen.wiring.backend_evidence import GrantMissing, ListenerMissing, NearGateway, SubsetMissing
from kgen.wiring.backend_reference import GrantReference, ParentReference
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from tests.backends import backend_references, custom, route
from tests.repositories import manifests, service, wiring

GATEWAY = custom(
    "gateway.networking.k8s.io/v1/Gateway", "{listeners: [{name: https, port: 443}, {name: http, port: 80}]}"
)
HELM = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: chart}\n"
CROSS = route("{name: web, namespace: b, port: 80}", more=", namespace: a")
SERVICE = service(more=", namespace: b")


def attached(parent: str) -> str:
    """A route of this parent."""
    return route("{name: web, port: 80}", parents=f"[{{{parent}}}]")


def parent_outcome(files: dict[str, str]) -> Outcome:
    """How the first parent of some files ends."""
    return next(each for each in wiring(files).consumers if isinstance(each, ParentReference)).outcome


def grant_outcomes(files: dict[str, str]) -> list[Outcome]:
    """How the grants that are needed end."""
    return [each.outcome for each in wiring(files).consumers if isinstance(each, GrantReference)]


def grant(namespace: str = "b", source: str = "a", kind: str = "HTTPRoute", name: str = "") -> str:
    """A ReferenceGrant to Services."""
    return custom(
        "gateway.networking.k8s.io/v1beta1/ReferenceGrant",
        f"{{from: [{{group: gateway.networking.k8s.io, kind: {kind}, namespace: {source}}}], "
        f"to: [{{group: '', kind: Service, name: '{name}'}}]}}",
        f", namespace: {namespace}",
    )


@pytest.mark.parametrize(
    "parent",
    [
        pytest.param("name: web", id="any listener"),
        pytest.param("name: web, sectionName: http", id="by name"),
        pytest.param("name: web, port: 443", id="by number"),
    ],
)
def test_parent_verified(parent: str) -> None:
    assert parent_outcome({"a.yaml": manifests(attached(parent), GATEWAY)}) == Verified()


@pytest.mark.parametrize(
    ("parent", "evidence"),
    [
        pytest.param("name: web, sectionName: tls", ListenerMissing, id="name"),
        pytest.param("name: web, port: 8080", ListenerMissing, id="number"),
        pytest.param("name: public-gatway", NearGateway, id="Gateway's name"),
    ],
)
def test_parent_broken(parent: str, evidence: type) -> None:
    near = GATEWAY.replace("name: web", "name: public-gateway")
    outcome = parent_outcome({"a.yaml": manifests(attached(parent), GATEWAY, near)})
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, evidence)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"a.yaml": attached("name: web")}, "none is known", id="no Gateway"),
        pytest.param(
            {"a.yaml": manifests(attached("name: gatway"), GATEWAY.replace("web", "gateway")), "h.yaml": HELM},
            "may bring the Gateway",
            id="chart beside it",
        ),
        pytest.param(
            {
                "a.yaml": attached("name: web, sectionName: tls"),
                "g.yaml": GATEWAY,
                "kustomization.yaml": "resources: [g.yaml]\npatches: [{path: p.yaml}]",
            },
            "may change it",
            id="patched Gateway",
        ),
        pytest.param(
            {"a.yaml": manifests(attached("name: web, sectionName: '${NAME}'"), GATEWAY)}, "filled in", id="placeholder"
        ),
        pytest.param(
            {"a.yaml": manifests(attached("name: web, sectionName: x"), GATEWAY.replace("listeners", "infra"))},
            "in part only",
            id="Gateway without listeners",
        ),
    ],
)
def test_parent_unverifiable(files: dict[str, str], reason: str) -> None:
    outcome = parent_outcome(files)
    assert isinstance(outcome, Unverifiable)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    "allowed",
    [
        pytest.param(grant(), id="any Service"),
        pytest.param(grant(name="web"), id="this Service"),
    ],
)
def test_grant_verified(allowed: str) -> None:
    assert grant_outcomes({"a.yaml": manifests(CROSS, SERVICE, allowed)}) == [Verified()]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([], id="none at all"),
        pytest.param([grant(source="c")], id="for another namespace"),
        pytest.param([grant(kind="TCPRoute")], id="for another kind"),
        pytest.param([grant(name="other")], id="to another Service"),
        pytest.param([grant(namespace="a", source="b")], id="the wrong way round"),
    ],
)
def test_grant_broken(others: list[str]) -> None:
    (outcome,) = grant_outcomes({"a.yaml": manifests(CROSS, SERVICE, *others)})
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, GrantMissing)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"a.yaml": CROSS}, "not known that Service `web` is there", id="Service unknown"),
        pytest.param({"a.yaml": manifests(CROSS, SERVICE), "h.yaml": HELM}, "may bring a ReferenceGrant", id="chart"),
        pytest.param(
            {"a.yaml": manifests(CROSS.replace("{name: public}", "{kind: Service, name: web}"), SERVICE)},
            "meshes have rules of their own",
            id="mesh",
        ),
    ],
)
def test_grant_unverifiable(files: dict[str, str], reason: str) -> None:
    (outcome,) = grant_outcomes(files)
    assert isinstance(outcome, Unverifiable)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(route("{name: web, port: 80}", more=", namespace: a"), id="own namespace by default"),
        pytest.param(route("{name: web, namespace: a, port: 80}", more=", namespace: a"), id="own namespace"),
        pytest.param(route("{name: web, namespace: b, port: 80}"), id="own namespace unknown"),
    ],
)
def test_no_grant_is_needed(text: str) -> None:
    assert grant_outcomes({"a.yaml": manifests(text, SERVICE)}) == []


def to_subset(subset: str) -> str:
    """A VirtualService that leads to a subset of `web`."""
    destination = f"{{host: web, subset: {subset}}}"
    return custom("networking.istio.io/v1/VirtualService", f"{{http: [{{route: [{{destination: {destination}}}]}}]}}")


def rule_with(subset: str, host: str = "web") -> str:
    """A DestinationRule with one subset."""
    return custom("networking.istio.io/v1/DestinationRule", f"{{host: {host}, subsets: [{{name: {subset}}}]}}")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"a.yaml": manifests(to_subset("v1"), rule_with("v1"))}, Verified, id="defined"),
        pytest.param(
            {"a.yaml": manifests(to_subset("v1"), rule_with("v1", "web.shop.svc.cluster.local"))},
            Verified,
            id="defined for the full host",
        ),
        pytest.param(
            {"a.yaml": to_subset("v2"), "b.yaml": rule_with("v1"), "c.yaml": rule_with("v2")},
            Verified,
            id="defined by one of several",
        ),
        pytest.param({"a.yaml": manifests(to_subset("v2"), rule_with("v1"))}, Broken, id="others defined"),
        pytest.param({"a.yaml": manifests(to_subset("v2"), rule_with("v1", "api"))}, Unverifiable, id="other host"),
        pytest.param({"a.yaml": to_subset("v2")}, Unverifiable, id="no rule"),
        pytest.param({"a/a.yaml": to_subset("v2"), "b/c/d/r.yaml": rule_with("v1")}, Unverifiable, id="far rule"),
    ],
)
def test_subset(files: dict[str, str], expected: type) -> None:
    outcome = backend_references(files)[-1].outcome
    assert isinstance(outcome, expected)
    assert not isinstance(outcome, Broken) or isinstance(outcome.evidence, SubsetMissing)

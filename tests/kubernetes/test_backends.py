"""Which Services, namespaces and ports objects name."""

import pytest

from kgen.kubernetes.backend import Fault
from kgen.kubernetes.backends import backends
from kgen.kubernetes.pod_template import pod_templates
from tests.backends import beta_ingress, config_map, custom, ingress, route, webhook
from tests.repositories import deployment, repository

Named = tuple[str, str | None, int | str | None]

TRAEFIK = "traefik.io/v1alpha1"
ISTIO = "networking.istio.io/v1"
ROUTE = "route.openshift.io/v1/Route"
ROLLOUT = "argoproj.io/v1alpha1/Rollout"


def named(text: str) -> list[Named]:
    """Name, namespace and port of each backend."""
    (resource,) = repository({"a.yaml": text}).resources
    found = backends(resource, pod_templates(resource))
    return [(each.name, each.namespace, each.port) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ingress("number: 80"), [("web", None, 80)], id="Ingress by number"),
        pytest.param(ingress("name: http"), [("web", None, "http")], id="Ingress by name"),
        pytest.param(beta_ingress("http"), [("web", None, "http")], id="beta Ingress by name"),
        pytest.param(beta_ingress("'80'", "networking.k8s.io/v1beta1"), [("web", None, 80)], id="beta Ingress, digits"),
        pytest.param(
            custom("networking.k8s.io/v1/Ingress", "{defaultBackend: {service: {name: a, port: {number: 1}}}}"),
            [("a", None, 1)],
            id="Ingress, default backend",
        ),
        pytest.param(
            custom("networking.k8s.io/v1/Ingress", "{defaultBackend: {resource: {kind: Bucket, name: a}}}"),
            [],
            id="Ingress, resource backend",
        ),
        pytest.param(route("{name: a, port: 1}"), [("a", None, 1)], id="HTTPRoute"),
        pytest.param(route("{name: a, namespace: b, port: 1}", "TCPRoute"), [("a", "b", 1)], id="TCPRoute"),
        pytest.param(route("{kind: ServiceImport, group: x.io, name: a, port: 1}"), [], id="route to another kind"),
        pytest.param(
            route("{name: a, port: 1, filters: [{requestMirror: {backendRef: {name: b, port: 2}}}]}"),
            [("a", None, 1), ("b", None, 2)],
            id="HTTPRoute with a mirror",
        ),
        pytest.param(webhook("name: a, namespace: b"), [("a", "b", 443)], id="webhook, default port"),
        pytest.param(
            webhook("name: a, namespace: b, port: 1", "MutatingWebhookConfiguration"), [("a", "b", 1)], id="webhook"
        ),
        pytest.param(
            custom("apiregistration.k8s.io/v1/APIService", "{service: {name: a, namespace: b}}"),
            [("a", "b", 443)],
            id="APIService",
        ),
        pytest.param(custom("apiregistration.k8s.io/v1/APIService", "{service: null}"), [], id="local APIService"),
        pytest.param(
            custom(
                "apiextensions.k8s.io/v1/CustomResourceDefinition",
                "{conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: a, namespace: b}}}}}",
            ),
            [("a", "b", 443)],
            id="conversion of a custom resource",
        ),
        pytest.param(
            custom(f"{TRAEFIK}/IngressRoute", "{routes: [{services: [{name: a, port: http}]}]}"),
            [("a", None, "http")],
            id="IngressRoute",
        ),
        pytest.param(
            custom(f"{TRAEFIK}/IngressRoute", "{routes: [{services: [{name: api@internal, kind: TraefikService}]}]}"),
            [],
            id="IngressRoute to Traefik's own",
        ),
        pytest.param(
            custom("projectcontour.io/v1/HTTPProxy", "{tcpproxy: {services: [{name: a, port: 1}]}}"),
            [("a", None, 1)],
            id="HTTPProxy",
        ),
        pytest.param(
            custom("k8s.nginx.org/v1/VirtualServer", "{upstreams: [{name: x, service: a, port: 1}]}"),
            [("a", None, 1)],
            id="VirtualServer",
        ),
        pytest.param(
            custom(f"{ISTIO}/VirtualService", "{http: [{route: [{destination: {host: a, port: {number: 1}}}]}]}"),
            [("a", None, 1)],
            id="VirtualService",
        ),
        pytest.param(
            custom(f"{ISTIO}/VirtualService", "{tcp: [{route: [{destination: {host: a.b.svc.cluster.local}}]}]}"),
            [("a", "b", None)],
            id="VirtualService, full host",
        ),
        pytest.param(
            custom(f"{ISTIO}/VirtualService", "{http: [{route: [{destination: {host: www.example.com}}]}]}"),
            [],
            id="VirtualService to the world",
        ),
        pytest.param(
            custom(f"{ISTIO}/DestinationRule", "{host: a, trafficPolicy: {portLevelSettings: [{port: {number: 1}}]}}"),
            [("a", None, 1)],
            id="DestinationRule",
        ),
        pytest.param(
            custom(ROUTE, "{to: {kind: Service, name: a}, port: {targetPort: http}}"),
            [("a", None, "http")],
            id="OpenShift Route by name",
        ),
        pytest.param(
            custom(ROUTE, "{to: {name: a}, port: {targetPort: 8080}}"),
            [("a", None, None)],
            id="OpenShift Route by the pod's number",
        ),
        pytest.param(
            custom(ROLLOUT, "{strategy: {blueGreen: {activeService: a, previewService: b}}}"),
            [("a", None, None), ("b", None, None)],
            id="Rollout",
        ),
        pytest.param(config_map("http://a.b.svc:1"), [("a", "b", 1)], id="ConfigMap"),
        pytest.param(
            deployment().replace("ports:", "args: ['--to=a.b.svc:1'], env: [{name: X, value: 'c.d.svc:2'}], ports:"),
            [("c", "d", 2), ("a", "b", 1)],
            id="variables and arguments",
        ),
    ],
)
def test_named_services(text: str, expected: list[Named]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(ingress("name: http"), None, id="Ingress by name"),
        pytest.param(ingress("name: http, number: 80"), Fault.TWO_PORTS, id="Ingress by both"),
        pytest.param(ingress(""), Fault.NO_PORT, id="Ingress by neither"),
        pytest.param(ingress("number: 0"), Fault.NO_PORT, id="Ingress, 0 is none"),
        pytest.param(
            ingress().replace("backend: {", "backend: {resource: {kind: Bucket}, "), Fault.TWO_TARGETS, id="two targets"
        ),
        pytest.param(ingress().replace("{number: 80}", "80"), None, id="Ingress, no mapping, the schema's"),
        pytest.param(beta_ingress("http"), None, id="beta Ingress"),
        pytest.param(route("{name: a}"), Fault.NO_PORT, id="route without port"),
        pytest.param(route("{name: a, port: 1}"), None, id="route"),
    ],
)
def test_faults(text: str, fault: Fault | None) -> None:
    (resource,) = repository({"a.yaml": text}).resources
    (backend,) = backends(resource, [])
    assert backend.fault is fault

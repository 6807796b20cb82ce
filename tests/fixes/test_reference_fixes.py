"""What the rules about references to Services, ports and workloads mend, and what they leave to people."""

import pytest

from tests.fixes.fixing import Files, changed, found, mended
from tests.repositories import deployment, manifests, service

INGRESS = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  defaultBackend:\n"
BETA = "apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  backend:\n"
ROUTE = (
    "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: web}\n"
    "spec:\n  parentRefs: [{name: edge}]\n  rules:\n    - backendRefs:\n"
)
GATEWAY = (
    "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: public}\n"
    "spec: {gatewayClassName: a, listeners: [{name: http, port: 80, protocol: HTTP}]}\n"
)
WEBHOOK = (
    "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: web}\n"
    "webhooks:\n  - name: a.example.com\n    admissionReviewVersions: [v1]\n    sideEffects: None\n"
    "    clientConfig:\n      service:\n        name: web # ours\n        namespace: shop\n"
)
MONITOR = (
    "apiVersion: monitoring.coreos.com/v1\nkind: {}\nmetadata: {{name: web}}\n"
    "spec:\n  selector: {{matchLabels: {{app: web}}}}\n  {}: [{{port: {}}}]\n"
)
LABELLED = ", labels: {app: web}"
POLICY = (
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: web}}\n"
    "spec: {{podSelector: {{matchLabels: {{app: web}}}}, ingress: [{{ports: [{{port: {}}}]}}]}}\n"
)
SCALER = (
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: web}}\n"
    "spec: {{maxReplicas: 2, scaleTargetRef: {{apiVersion: apps/v1, kind: {}, name: {}}}}}\n"
)
SETTINGS = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata:\n"


def scraped(port: str, kind: str = "ServiceMonitor", endpoints: str = "endpoints") -> str:
    """A monitor of one port."""
    return MONITOR.format(kind, endpoints, port)


@pytest.mark.parametrize(
    ("rule", "files", "old", "new"),
    [
        pytest.param(
            "ingress-port-missing",
            manifests(
                service(ports="[{port: 80, targetPort: 8080}]"),
                f"{INGRESS}    service: {{name: web, port: {{number: 8080}}}}\n",
            ),
            "{number: 8080}",
            "{number: 80}",
            id="the target port for the Service's own",
        ),
        pytest.param(
            "ingress-port-missing",
            manifests(
                service(ports="[{name: http, port: 80}]"),
                f"{INGRESS}    service: {{name: web, port: {{name: htttp}}}}\n",
            ),
            "htttp",
            "http",
            id="a name with a slip",
        ),
        pytest.param(
            "ingress-port-missing",
            manifests(service(ports="[{port: 80}]"), f"{INGRESS}    service: {{name: web, port: {{name: http}}}}\n"),
            "{name: http}",
            "{number: 80}",
            id="a name for a port that has none",
        ),
        pytest.param(
            "ingress-port-missing",
            manifests(service(ports="[{port: 80}]"), f"{BETA}    serviceName: web\n    servicePort: http\n"),
            "servicePort: http",
            "servicePort: 80",
            id="a name for a port that has none, in a beta version",
        ),
        pytest.param(
            "ingress-service-missing",
            manifests(service("storefront"), f"{INGRESS}    service: {{name: storefornt, port: {{number: 80}}}}\n"),
            "storefornt",
            "storefront",
            id="a Service's name with a slip",
        ),
        pytest.param(
            "route-port-missing",
            manifests(
                service(ports="[{port: 80, targetPort: 8080}]"), f"{ROUTE}        - name: web\n          port: 8080\n"
            ),
            "port: 8080\n",
            "port: 80\n",
            id="the port of a route",
        ),
        pytest.param(
            "route-port-missing",
            manifests(service(ports="[{port: 80}]"), f"{ROUTE}        - name: web\n          weight: 1\n"),
            "- name: web\n",
            "- name: web\n          port: 80\n",
            id="the port that a route leaves out",
        ),
        pytest.param(
            "ingress-backend-ambiguous",
            manifests(
                service(ports="[{name: http, port: 80}]"),
                f"{INGRESS}    service: {{name: web, port: {{name: http, number: 8080}}}}\n",
            ),
            ", number: 8080",
            "",
            id="a number that the Service does not have",
        ),
        pytest.param(
            "route-service-missing",
            manifests(service("storefront"), f"{ROUTE}        - {{name: storefornt, port: 80}}\n"),
            "storefornt",
            "storefront",
            id="the Service of a route",
        ),
        pytest.param(
            "route-parent-unresolved",
            manifests(GATEWAY, service(), f"{ROUTE}        - {{name: web, port: 80}}\n".replace("edge", "pubilc")),
            "pubilc",
            "public",
            id="the Gateway of a route",
        ),
        pytest.param(
            "webhook-service-port",
            manifests(service(ports="[{port: 8443}]", more=", namespace: shop"), WEBHOOK),
            "        name: web # ours\n",
            "        name: web # ours\n        port: 8443\n",
            id="the port that was left out",
        ),
        pytest.param(
            "monitor-port-unknown",
            manifests(deployment(), service(ports="[{name: metrics, port: 80}]", more=LABELLED), scraped("metrcis")),
            "metrcis",
            "metrics",
            id="a port with a slip",
        ),
        pytest.param(
            "monitor-port-unknown",
            manifests(
                deployment(), service(ports="[{name: web, port: 80, targetPort: http}]", more=LABELLED), scraped("http")
            ),
            "{port: http}",
            "{port: web}",
            id="the name of the target port",
        ),
        pytest.param(
            "monitor-selects-nothing",
            manifests(
                service(ports="[{name: web, port: 80}]", more=", labels: {app: storefront}"),
                scraped("web").replace("app: web", "app: sotrefront"),
            ),
            "sotrefront",
            "storefront",
            id="a label with a slip",
        ),
        pytest.param(
            "podmonitor-port-unknown",
            manifests(deployment(), scraped("htpp", "PodMonitor", "podMetricsEndpoints")),
            "htpp",
            "http",
            id="a container port with a slip",
        ),
        pytest.param(
            "podmonitor-port-unknown",
            manifests(deployment(ports="[{containerPort: 80}]"), scraped('"80"', "PodMonitor", "podMetricsEndpoints")),
            'port: "80"',
            "portNumber: 80",
            id="a number in the place of a name",
        ),
        pytest.param(
            "netpol-uses-service-port",
            manifests(
                deployment(ports="[{containerPort: 8080}]"),
                service(ports="[{port: 80, targetPort: 8080}]"),
                POLICY.format(80),
            ),
            "port: 80}]}]",
            "port: 8080}]}]",
            id="the Service's port in a policy",
        ),
        pytest.param(
            "netpol-port-name-missing",
            manifests(deployment(), POLICY.format("htpp")),
            "htpp",
            "http",
            id="a name with a slip in a policy",
        ),
        pytest.param(
            "netpol-selects-nothing",
            manifests(deployment("web", "app: storefront"), POLICY.format(80).replace("app: web", "app: sotrefront")),
            "sotrefront",
            "storefront",
            id="the pods of a policy",
        ),
        pytest.param(
            "pdb-selects-nothing",
            manifests(
                deployment("web", "app: storefront"),
                "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\n"
                "spec: {maxUnavailable: 1, selector: {matchLabels: {app: sotrefront}}}\n",
            ),
            "sotrefront",
            "storefront",
            id="the pods of a budget",
        ),
        pytest.param(
            "scale-target-missing",
            manifests(deployment("storefront"), SCALER.format("Deployment", "storefornt")),
            "storefornt",
            "storefront",
            id="the workload of an autoscaler",
        ),
        pytest.param(
            "scale-target-missing",
            manifests(deployment("web"), SCALER.format("StatefulSet", "web")),
            "StatefulSet",
            "Deployment",
            id="its kind",
        ),
        pytest.param(
            "statefulset-service-missing",
            manifests(
                deployment("web")
                .replace("Deployment", "StatefulSet")
                .replace("spec:\n  selector", "spec:\n  serviceName: storefornt\n  selector"),
                service("storefront").replace("spec:", "spec:\n  clusterIP: None"),
            ),
            "storefornt",
            "storefront",
            id="the Service of a StatefulSet",
        ),
        pytest.param(
            "rollout-service-missing",
            manifests(
                service("shop-active"),
                service("shop-preview"),
                deployment("shop")
                .replace("apps/v1", "argoproj.io/v1alpha1")
                .replace("Deployment", "Rollout")
                .replace(
                    "spec:\n  selector",
                    "spec:\n  strategy: {blueGreen: {activeService: shop-active, previewService: shop-preveiw}}\n"
                    "  selector",
                ),
            ),
            "shop-preveiw",
            "shop-preview",
            id="the Service of a Rollout",
        ),
        pytest.param(
            "mesh-route-port",
            manifests(
                service(ports="[{name: http, port: 80, targetPort: 8080}]"),
                "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web}\n"
                "spec: {hosts: [web], http: [{route: [{destination: {host: web, port: {number: 8080}}}]}]}\n",
            ),
            "number: 8080",
            "number: 80",
            id="the port of a mesh's route",
        ),
        pytest.param(
            "in-cluster-url-port",
            manifests(
                service(ports="[{port: 80, targetPort: 8080}]", more=", namespace: shop"),
                f"{SETTINGS}  all: |\n    api=http://web.shop.svc:8080/v1\n    other=1\n",
            ),
            "svc:8080",
            "svc:80",
            id="an address in a block of text",
        ),
        pytest.param(
            "in-cluster-url-port",
            manifests(
                service(ports="[{port: 80, targetPort: 8080}]", more=", namespace: shop"),
                f'{SETTINGS}  url: "http://web.shop.svc.cluster.local:8080"\n',
            ),
            "local:8080",
            "local:80",
            id="an address in quotes",
        ),
        pytest.param(
            "removed-api",
            "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: web}\n"
            "spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}\n",
            "policy/v1beta1",
            "policy/v1",
            id="an API version that takes the object as it is",
        ),
    ],
)
def test_fixed(rule: str, files: Files, old: str, new: str) -> None:
    outcome = mended(rule, files)
    assert outcome.files == changed(files, old, new)
    assert {safety.value for safety in outcome.safety} == {"unsafe"}
    assert outcome.refused == []


def test_a_number_beside_the_name_of_its_port_can_go_safely() -> None:
    ingress = f"{INGRESS}    service:\n      name: web\n      port:\n        name: http\n        number: 80\n"
    files = manifests(service(ports="[{name: http, port: 80}]"), ingress)
    outcome = mended("ingress-backend-ambiguous", files)
    assert outcome.files == changed(files, "        number: 80\n", "")
    assert {safety.value for safety in outcome.safety} == {"safe"}


def test_a_port_gets_a_name_where_a_monitor_needs_one() -> None:
    files = manifests(deployment(), service(ports="[{port: 80, targetPort: 80}]", more=LABELLED), scraped('"80"'))
    outcome = mended("monitor-port-unknown", files)
    after = files.replace("[{port: 80, targetPort", "[{name: metrics, port: 80, targetPort").replace(
        '"80"', '"metrics"'
    )
    assert outcome.files == {"a.yaml": after}


def test_a_workload_of_an_old_api_version_gets_the_selector_that_it_had_by_default() -> None:
    text = deployment().replace("  selector: {matchLabels: {app: web}}\n", "").replace("apps/v1", "apps/v1beta1")
    outcome = mended("removed-api", text)
    after = text.replace("apps/v1beta1", "apps/v1").replace(
        "  template:", "  selector:\n    matchLabels:\n      app: web\n  template:"
    )
    assert outcome.files == {"a.yaml": after}
    assert outcome.refused == []


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        pytest.param(
            "ingress-port-missing",
            manifests(
                service(ports="[{name: a, port: 80}, {name: b, port: 81}]"),
                f"{INGRESS}    service: {{name: web, port: {{number: 82}}}}\n",
            ),
            id="two ports to choose from",
        ),
        pytest.param(
            "ingress-backend-ambiguous",
            f"{INGRESS}    service: {{name: web, port: {{name: http, number: 80}}}}\n",
            id="name and number of a port that nobody knows",
        ),
        pytest.param(
            "removed-api",
            f"{BETA}    serviceName: web\n    servicePort: 80\n",
            id="an API version that takes other fields",
        ),
        pytest.param(
            "removed-api",
            "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: web}\nspec: {}\n",
            id="a kind that is gone",
        ),
        pytest.param(
            "monitor-selects-nothing",
            manifests(deployment(), service(ports="[{name: web, port: 80}]"), scraped("web")),
            id="labels that only the pods have",
        ),
    ],
)
def test_left_to_people(rule: str, files: Files) -> None:
    assert [finding.fix for finding in found(rule, files)] == [None]

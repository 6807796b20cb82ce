"""What the rules of the group `service` mend, and what they leave to people."""

import pytest

from kgen.config.model import Config
from kgen.lint.fix.fix import Safety
from tests.fixes.fixing import Files, changed, found, mended
from tests.repositories import manifests, service

SAFE, UNSAFE = Safety


def spec(fields: str, ports: str = "[{port: 80}]") -> str:
    """A Service that selects pods and has further fields, in flow style."""
    return service(ports=ports).replace("spec:\n", f"spec:\n  {fields}\n")


def block(*ports: str) -> str:
    """A Service of type NodePort whose ports are in block style."""
    head = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  selector:\n    app: web\n"
    return f"{head}  ports:\n{''.join(ports)}"


KUSTOMIZATION = """\
    patches:
      - target: {kind: Service, name: web}
        patch: |-
          - op: replace
            path: /spec/ports/0/nodePort
            value: 9090  # of old
"""


@pytest.mark.parametrize(
    ("rule", "files", "old", "new", "safety"),
    [
        pytest.param(
            "nodeport-out-of-range",
            block("  - port: 80\n    nodePort: 9090 # why\n"),
            "9090",
            "30000",
            UNSAFE,
            id="a nodePort gets the lowest number",
        ),
        pytest.param(
            "nodeport-out-of-range",
            block("  - {port: 80, nodePort: 30000}\n  - {port: 81, nodePort: 80, name: b}\n"),
            "nodePort: 80,",
            "nodePort: 30001,",
            UNSAFE,
            id="that is not taken",
        ),
        pytest.param(
            "nodeport-out-of-range",
            spec(
                "{type: LoadBalancer, healthCheckNodePort: 80, externalTrafficPolicy: Local}"[1:-1].replace(
                    ", ", "\n  "
                )
            ),
            "80\n  ext",
            "30000\n  ext",
            UNSAFE,
            id="a port for health checks",
        ),
        pytest.param(
            "nodeport-out-of-range",
            {"kustomization.yaml": KUSTOMIZATION},
            "9090",
            "30000",
            UNSAFE,
            id="in the JSON patch of a kustomization",
        ),
        pytest.param(
            "nodeport-conflict",
            {
                "a.yaml": service("a", ports="[{port: 80, nodePort: 30080}]").replace(
                    "spec:", "spec:\n  type: NodePort"
                ),
                "b.yaml": service("b", ports="[{port: 80, nodePort: 30080} ]").replace(
                    "spec:", "spec:\n  type: NodePort"
                ),
            },
            "30080} ",
            "30000} ",
            UNSAFE,
            id="the second of two Services with one number",
        ),
        pytest.param(
            "nodeport-repeated-in-service",
            block("  - {name: a, port: 80, nodePort: 30080}\n", "  - {name: b, port: 81, nodePort: 30080 }\n"),
            "30080 }",
            "30000 }",
            UNSAFE,
            id="the second of two ports with one number",
        ),
        pytest.param(
            "nodeport-dynamic-band",
            block("  - port: 80\n    nodePort: 31080\n"),
            "31080",
            "30000",
            UNSAFE,
            id="a number that the API server may hand out",
        ),
        pytest.param(
            "nodeport-wrong-type",
            service(ports="[{port: 80, nodePort: 30080}]"),
            "  selector:",
            "  type: NodePort\n  selector:",
            UNSAFE,
            id="the type that was left out",
        ),
        pytest.param(
            "nodeport-wrong-type",
            spec("type: ClusterIP", "[{port: 80, nodePort: 30080}]"),
            ", nodePort: 30080",
            "",
            SAFE,
            id="the number beside a type that was given",
        ),
        pytest.param(
            "nodeport-wrong-type",
            block("  - nodePort: 30080  # why\n    port: 80\n").replace("type: NodePort", "clusterIP: None"),
            "nodePort: 30080  # why\n    ",
            "",
            SAFE,
            id="the number of a headless Service",
        ),
        pytest.param(
            "healthcheck-nodeport-invalid",
            spec("type: LoadBalancer\n  healthCheckNodePort: 30021"),
            "  healthCheckNodePort: 30021\n",
            "",
            SAFE,
            id="a port for health checks that nobody makes",
        ),
        pytest.param(
            "loadbalancer-field-on-other-type",
            spec("allocateLoadBalancerNodePorts: false"),
            "  allocateLoadBalancerNodePorts: false\n",
            "",
            SAFE,
            id="a field of load balancers",
        ),
        pytest.param(
            "loadbalancer-field-on-other-type",
            spec("loadBalancerSourceRanges:\n  - 10.0.0.0/8 # ours"),
            "  loadBalancerSourceRanges:\n  - 10.0.0.0/8 # ours\n",
            "",
            UNSAFE,
            id="a list that looks like a firewall",
        ),
        pytest.param(
            "unnamed-multi-port",
            block("    - port: 80\n", "    - name: metrics\n      port: 9090\n"),
            "- port: 80",
            "- name: http\n      port: 80",
            SAFE,
            id="a name after the number",
        ),
        pytest.param(
            "unnamed-multi-port",
            service(ports="[{port: 5000, targetPort: api}, {port: 9090, name: metrics}]"),
            "{port: 5000",
            "{name: api, port: 5000",
            SAFE,
            id="a name after the target port",
        ),
        pytest.param(
            "invalid-port-name",
            service(ports="[{port: 80, name: web_http}]"),
            "web_http",
            "web-http",
            UNSAFE,
            id="the name of a port",
        ),
        pytest.param(
            "invalid-port-name",
            service(ports="[{port: 80, targetPort: 'Web_Http'}]"),
            "'Web_Http'",
            "'web-http'",
            UNSAFE,
            id="the name of a target port",
        ),
        pytest.param(
            "invalid-port-name",
            service(ports="[{port: 80, name: 8080}]"),
            "8080",
            '"8080"',
            SAFE,
            id="a name that is a number",
        ),
        pytest.param(
            "invalid-protocol",
            service(ports="[{port: 80, protocol: ' tcp'}]"),
            "' tcp'",
            "'TCP'",
            SAFE,
            id="a protocol in small letters",
        ),
        pytest.param(
            "quoted-port-number",
            service(ports='[{port: 80, targetPort: "08080"}]'),
            '"08080"',
            "8080",
            SAFE,
            id="a number in quotes, which is not octal",
        ),
        pytest.param(
            "non-string-label",
            service(selector="app: web, version: 1.10"),
            "1.10",
            '"1.10"',
            SAFE,
            id="a number among labels, as it is written",
        ),
        pytest.param(
            "non-string-label",
            service(selector="app: web, canary: yes"),
            "yes",
            '"yes"',
            SAFE,
            id="a boolean among labels",
        ),
        pytest.param(
            "externalname-misuse",
            "apiVersion: v1\nkind: Service\nmetadata: {name: db}\n"
            "spec:\n  type: ExternalName\n  clusterIP: 10.0.0.1\n  externalName: db.example.com\n",
            "  clusterIP: 10.0.0.1\n",
            "",
            SAFE,
            id="an address of an alias",
        ),
        pytest.param("headless-conflict", spec("clusterIP: none"), "none", "None", SAFE, id="None in another spelling"),
        pytest.param(
            "headless-port-remap",
            spec("clusterIP: None", "[{port: 80, targetPort: 8080}]"),
            "port: 80,",
            "port: 8080,",
            UNSAFE,
            id="the port of a headless Service",
        ),
        pytest.param(
            "session-affinity-config",
            spec("sessionAffinity: clientIP"),
            "clientIP",
            "ClientIP",
            SAFE,
            id="an affinity in another spelling",
        ),
        pytest.param(
            "session-affinity-config",
            spec("sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}"),
            "  sessionAffinityConfig",
            "  sessionAffinity: ClientIP\n  sessionAffinityConfig",
            UNSAFE,
            id="settings without the affinity",
        ),
        pytest.param(
            "session-affinity-config",
            spec("sessionAffinity: None\n  sessionAffinityConfig:\n    clientIP: {timeoutSeconds: 60}"),
            "  sessionAffinityConfig:\n    clientIP: {timeoutSeconds: 60}\n",
            "",
            SAFE,
            id="settings of none",
        ),
        pytest.param(
            "session-affinity-config",
            spec("sessionAffinity: ClientIP\n  sessionAffinityConfig: {clientIP: {timeoutSeconds: 100000}}"),
            "100000",
            "86400",
            UNSAFE,
            id="more than a day",
        ),
        pytest.param(
            "invalid-traffic-policy",
            spec("internalTrafficPolicy: local"),
            "local",
            "Local",
            SAFE,
            id="a policy in another spelling",
        ),
        pytest.param(
            "invalid-traffic-policy",
            spec("externalTrafficPolicy: Cluster"),
            "  externalTrafficPolicy: Cluster\n",
            "",
            SAFE,
            id="the default policy for traffic that does not arrive",
        ),
        pytest.param(
            "invalid-app-protocol",
            service(ports="[{port: 80, appProtocol: kubernetes.io/http2}]"),
            "http2",
            "h2c",
            UNSAFE,
            id="HTTP/2 by another name",
        ),
        pytest.param(
            "invalid-app-protocol",
            service(ports="[{port: 80, appProtocol: kubernetes.io/H2C}]"),
            "H2C",
            "h2c",
            UNSAFE,
            id="a protocol in capitals",
        ),
    ],
)
def test_fixed(rule: str, files: Files, old: str, new: str, safety: Safety) -> None:
    outcome = mended(rule, files)
    assert outcome.files == changed(files, old, new)
    assert outcome.safety == {safety}
    assert outcome.refused == []


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        pytest.param("invalid-protocol", service(ports="[{port: 80, protocol: HTTP}]"), id="what is no transport"),
        pytest.param("headless-conflict", spec("type: NodePort\n  clusterIP: None"), id="headless and of another type"),
        pytest.param(
            "invalid-port-name",
            service(ports="[{name: a, port: 80}, {name: a, port: 81}]"),
            id="two ports of one name",
        ),
        pytest.param("invalid-port-name", service(ports=f"[{{name: {'a' * 64}, port: 80}}]"), id="too long a name"),
        pytest.param(
            "invalid-traffic-policy", spec("externalTrafficPolicy: Local"), id="a policy that means something"
        ),
        pytest.param(
            "session-affinity-config",
            spec("sessionAffinity: ClientIP\n  sessionAffinityConfig: {clientIP: {timeoutSeconds: 0}}"),
            id="no time at all",
        ),
        pytest.param("invalid-app-protocol", service(ports="[{port: 80, appProtocol: a/b/c}]"), id="no name"),
        pytest.param(
            "externalname-misuse",
            "apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {type: ExternalName}\n",
            id="no name to lead to",
        ),
    ],
)
def test_left_to_people(rule: str, files: Files) -> None:
    assert [finding.fix for finding in found(rule, files)] == [None]


def test_every_place_gets_a_number_of_its_own() -> None:
    texts = {f"{name}.yaml": service(name, ports="[{port: 80, nodePort: 80}]") for name in "abc"}
    files = {path: text.replace("spec:", "spec:\n  type: NodePort") for path, text in texts.items()}
    after = mended("nodeport-out-of-range", files).files
    assert [text.partition("nodePort: ")[2][:5] for text in after.values()] == ["30000", "30001", "30002"]


def test_without_a_free_number_there_is_no_fix() -> None:
    config = Config(node_port_range=(30000, 30001))
    ports = (
        "[{name: a, port: 80, nodePort: 30000}, {name: b, port: 81, nodePort: 30001}, {name: c, port: 82, nodePort: 1}]"
    )
    text = service(ports=ports).replace("spec:", "spec:\n  type: NodePort")
    assert mended("nodeport-out-of-range", text, config).files == {"a.yaml": text}


def test_an_ingress_names_the_port_by_its_number() -> None:
    ingress = "apiVersion: {}\nkind: Ingress\nmetadata: {{name: web}}\nspec:\n  {}\n"
    stable = ingress.format(
        "networking.k8s.io/v1", "defaultBackend: {service: {name: web, port: {name: a-long-name-for-it}}}"
    )
    files = manifests(service(ports="[{name: a-long-name-for-it, port: 80}]"), stable)
    outcome = mended("unreferencable-port-name", files)
    assert outcome.files == changed(files, "{name: a-long-name-for-it}", "{number: 80}")

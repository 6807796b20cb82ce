"""How a Service's target port ends in the pods that it selects."""

import pytest

from kgen.wiring.outcome import Broken, Unverifiable, Verified
from kgen.wiring.port_evidence import InitOnly, NameMissing, NumberUnmatched, OtherProtocol, Swapped
from tests.repositories import deployment, manifests, service, target_port

TWO = "[{name: http, containerPort: 80}, {name: data, containerPort: 9091}]"
UDP = "[{name: dns, containerPort: 53, protocol: UDP}]"
TCP = "[{containerPort: 53, protocol: TCP}]"
SIDECAR = (
    "initContainers: [{name: proxy, image: p:1, restartPolicy: Always, ports: [{name: mtls, containerPort: 9}]}]\n"
)
INIT = "initContainers: [{name: setup, image: p:1, ports: [{name: setup, containerPort: 9}]}]\n"


def to(target: str, protocol: str = "TCP") -> str:
    """The ports of a Service that has one, with this target."""
    return f"[{{port: 8, targetPort: {target}, protocol: {protocol}}}]"


def pair(ports: str, declared: str = "[{name: http, containerPort: 80}]", pod: str = "") -> dict[str, str]:
    """A Service with these ports beside the Deployment that it selects."""
    return {"s.yaml": service(ports=ports), "d.yaml": deployment(ports=declared, pod=pod)}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(pair(to("http")), id="name"),
        pytest.param(pair(to("80")), id="number"),
        pytest.param(pair("[{port: 80}]"), id="target left out, port taken"),
        pytest.param(pair("[{port: 80, targetPort: 0}]"), id="target 0, port taken"),
        pytest.param(pair(to("dns", "UDP"), UDP), id="name and protocol"),
        pytest.param(pair(to("mtls"), pod=SIDECAR), id="native sidecar"),
        pytest.param(
            {"s.yaml": service(ports=to("http")), "a.yaml": deployment(), "b.yaml": deployment("b", ports="[]")},
            id="name in some of the pods",
        ),
        pytest.param(
            {
                "a/s.yaml": service(ports=to("metrics"), more=", namespace: x"),
                "a/d.yaml": deployment(more=", namespace: x"),
                "b/c/d/d.yaml": deployment(ports="[{name: metrics, containerPort: 9}]", more=", namespace: x"),
            },
            id="name in far pods of the same known namespace",
        ),
    ],
)
def test_verified(files: dict[str, str]) -> None:
    assert target_port(files).outcome == Verified()


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        pytest.param(pair(to("htpp")), NameMissing, id="no such name"),
        pytest.param(pair(to("web"), "[]"), NameMissing, id="name where no port is declared"),
        pytest.param(pair(to("setup"), pod=INIT), InitOnly, id="only on an init container that ends"),
        pytest.param(pair(to("dns"), UDP), OtherProtocol, id="name with another protocol"),
        pytest.param(pair(to("53"), UDP), OtherProtocol, id="number declared with another protocol"),
        pytest.param(pair(to("8080")), NumberUnmatched, id="number that nothing speaks of"),
        pytest.param(
            {"s.yaml": service("web-svc", ports=to("8080")), "d.yaml": deployment("web-deployment")},
            NumberUnmatched,
            id="number, names with their roles",
        ),
        pytest.param(
            {"s.yaml": manifests(service("front", ports=to("8080")), deployment())},
            NumberUnmatched,
            id="number, the only Service beside its pods",
        ),
        pytest.param(
            pair("[{port: 9, targetPort: 9019}, {port: 80, targetPort: http}]", TWO),
            NumberUnmatched,
            id="number near a declared one, other ports in step",
        ),
        pytest.param(pair("[{port: 80, targetPort: 8080}]"), Swapped, id="number declared as that of the Service"),
        pytest.param(
            pair("[{port: 9091, targetPort: 9}, {port: 80, targetPort: http}]", TWO),
            Swapped,
            id="the same, for one of two ports",
        ),
        pytest.param(
            pair(to("53"), "[{containerPort: 53, protocol: UDP}]")
            | {"d.yaml": deployment(ports=UDP) + "        - {name: log, image: example.com/log:1}\n"},
            OtherProtocol,
            id="number declared with another protocol, beside a silent container",
        ),
    ],
)
def test_broken(files: dict[str, str], evidence: type) -> None:
    outcome = target_port(files).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, evidence)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param({"s.yaml": service(ports=to("http"))}, "no pod template matches", id="no pods"),
        pytest.param(
            {"s.yaml": service(selector="App: web", ports=to("htpp")), "d.yaml": deployment()},
            "selector matches no pod template",
            id="orphan: one finding is enough",
        ),
        pytest.param(pair(to("PORT")), "`PORT` is no name of a port", id="placeholder"),
        pytest.param(pair(to("'8080'")), "`8080` is no name of a port", id="quoted number, another rule's"),
        pytest.param(pair(to("http-envoy-prom")), "injected sidecar", id="port of an injected sidecar"),
        pytest.param(pair(to("http", "HTTP")), "`HTTP` is no protocol", id="no protocol, another rule's"),
        pytest.param(pair("[{name: a}]"), "no target port that can be read", id="neither port nor target"),
        pytest.param(pair(to("514", "UDP"), "[{containerPort: 514}]"), "without a protocol", id="protocol by default"),
        pytest.param(
            {
                "s.yaml": service(ports="[{port: 53, protocol: UDP}, {port: 53}]"),
                "d.yaml": deployment(ports="[{containerPort: 53, protocol: TCP}]"),
            },
            "another port of Service `web`",
            id="both protocols asked for, one declared",
        ),
        pytest.param(pair(to("8080"), "[]"), "declares no ports", id="pods without declared ports"),
        pytest.param(
            pair(to("8080")) | {"d.yaml": deployment() + "        - {name: log, image: example.com/log:1}\n"},
            "container `log`",
            id="second container without declared ports",
        ),
        pytest.param(
            {"s.yaml": service(ports="[{port: 80}, {port: 81}]"), "d.yaml": deployment(ports="[{containerPort: 81}]")},
            "which none needs to",
            id="another port of the Service is met",
        ),
        pytest.param(
            {
                "s.yaml": manifests(service(ports=to("8080")), service("web-http", ports=to("http"))),
                "d.yaml": deployment(),
            },
            "Service `web-http` leads to the port",
            id="another Service leads to the declared port",
        ),
        pytest.param(
            {"s.yaml": service("web-admin", ports=to("8080")), "d.yaml": deployment()},
            "not named after them",
            id="a second Service of the pods",
        ),
        pytest.param(
            {"s.yaml": manifests(service("web-admin", ports=to("8080")), service("b", ports="[]"), deployment())},
            "not named after them",
            id="one of two Services beside their pods",
        ),
        pytest.param(
            pair("[{port: 80, targetPort: 8080}, {port: 443, targetPort: 8443}]"),
            "which none needs to",
            id="declaration out of step with the whole Service",
        ),
        pytest.param(
            pair("[{port: 81, targetPort: 8081}, {port: 80}]", "[{containerPort: 80}, {name: m, containerPort: 9}]"),
            "which none needs to",
            id="number near none that no Service leads to",
        ),
        pytest.param(
            pair(
                "[{port: 7, targetPort: 8018}, {port: 80}]",
                "[{containerPort: 80}, {name: metrics, containerPort: 8081}]",
            ),
            "which none needs to",
            id="number near a port of the platform",
        ),
        pytest.param(
            pair("[{port: 80, targetPort: 8080}]") | {"t.yaml": service("web-http", ports=to("http"))},
            "Service `web-http` leads to the port",
            id="number of the Service, to which another leads",
        ),
        pytest.param(
            pair(to("53", "UDP"), "[{containerPort: 53, protocol: TCP}]")
            | {"d.yaml": deployment("traefik", ports=TCP)},
            "`traefik`",
            id="protocol of a program that reads a configuration",
        ),
        pytest.param(pair(to("9090"), "[{name: metrics, containerPort: 8080}]"), "platform", id="metrics port only"),
        pytest.param({"s.yaml": service(ports=to("8443")), "d.yaml": deployment("envoy")}, "`envoy`", id="proxy"),
        pytest.param(
            {
                "s.yaml": service(ports=to("443")),
                "d.yaml": deployment(pod="volumes: [{name: conf, configMap: {name: web}}]\n").replace(
                    "ports:", "volumeMounts: [{name: conf, mountPath: /etc/web}], ports:"
                ),
            },
            "mounts a ConfigMap",
            id="listeners in a mounted configuration",
        ),
        pytest.param(
            {
                "s.yaml": service(ports=to("8443")),
                "d.yaml": deployment().replace("ports:", "args: ['--bind-address=:8443'], ports:"),
            },
            "speaks of 8443",
            id="number in an argument",
        ),
        pytest.param(
            {
                "s.yaml": service(ports=to("8443")),
                "d.yaml": deployment().replace("ports:", "readinessProbe: {httpGet: {port: 8080}}, ports:"),
            },
            "a probe of Deployment `web` uses port 8080",
            id="declaration that a probe proves wrong",
        ),
        pytest.param(
            {
                "s.yaml": service(ports=to("22")),
                "vm.yaml": """\
                    apiVersion: kubevirt.io/v1
                    kind: VirtualMachine
                    metadata: {name: web}
                    spec: {template: {metadata: {labels: {app: web}}, spec: {domain: {}}}}
                    """,
            },
            "reached on ports",
            id="virtual machine",
        ),
        pytest.param(
            pair(to("https")) | {"x.yaml": "apiVersion: v1\nkind: Pod\n\tx"}, "cannot be read", id="unreadable file"
        ),
        pytest.param(
            pair(to("https")) | {"kustomization.yaml": "resources: [s.yaml]\ncomponents: [x]\n"},
            "lists it and may change it",
            id="patched Service",
        ),
        pytest.param(
            pair(to("https")) | {"kustomization.yaml": "resources: [d.yaml]\npatches: [{path: sidecar.yaml}]\n"},
            "of the pods it selects",
            id="a patch may add the sidecar that has the port",
        ),
    ],
)
def test_unverifiable(files: dict[str, str], reason: str) -> None:
    outcome = target_port(files).outcome
    assert isinstance(outcome, Unverifiable)
    assert reason in outcome.reason


@pytest.mark.parametrize(
    ("target", "names", "closest"),
    [
        pytest.param("htpp", "http metrics", "http", id="similar"),
        pytest.param("web", "grpc", "grpc", id="the only one"),
        pytest.param("web", "grpc metrics", None, id="none of several"),
    ],
)
def test_the_closest_name(target: str, names: str, closest: str | None) -> None:
    declared = ", ".join(f"{{name: {name}, containerPort: {80 + i}}}" for i, name in enumerate(names.split()))
    outcome = target_port(pair(to(target), f"[{declared}]")).outcome
    assert isinstance(outcome, Broken)
    assert isinstance(outcome.evidence, NameMissing)
    assert (outcome.evidence.closest and outcome.evidence.closest.name) == closest

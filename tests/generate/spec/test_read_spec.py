"""Reading kgen.yaml: what it says, and where its mistakes are."""

import pytest

from kgen.config.setting import Place
from kgen.errors import KgenError
from kgen.generate.spec.model import Port, Spec
from kgen.generate.spec.port_text import AUTO
from kgen.generate.spec.read import read_spec
from kgen.syntax.source import Source


def read(text: str) -> Spec:
    return read_spec(Source("kgen.yaml", text.encode()))


def refusal(text: str) -> list[str]:
    with pytest.raises(KgenError) as error:
        read(text)
    return error.value.message.splitlines()


def brief(port: Port) -> tuple[str, int | str | None, int, int | str, str]:
    return port.name, port.node_port, port.port, port.target, port.protocol


SHOP = """\
services:
  shop:
    selector: {app: shop}
    ports:
"""


@pytest.mark.parametrize(
    ("ports", "expected"),
    [
        pytest.param("- 30003:8181:80", [("8181-80", 30003, 8181, 80, "TCP")], id="unquoted, base 60 to YAML 1.1"),
        pytest.param("- 53:53", [("53", None, 53, 53, "TCP")], id="unquoted, 3233 to YAML 1.1"),
        pytest.param("- 80", [("80", None, 80, 80, "TCP")], id="a number"),
        pytest.param("- '80:http'", [("80-http", None, 80, "http", "TCP")], id="single quotes"),
        pytest.param(
            "['53:53/udp', 22]", [("53-udp", None, 53, 53, "UDP"), ("22", None, 22, 22, "TCP")], id="flow list"
        ),
        pytest.param("http: 80:http", [("http", None, 80, "http", "TCP")], id="by name"),
        pytest.param("https: auto:443:8443", [("https", AUTO, 443, 8443, "TCP")], id="auto"),
        pytest.param(
            "dns: 53/tcp+udp", [("dns", None, 53, 53, "TCP"), ("dns-udp", None, 53, 53, "UDP")], id="two protocols"
        ),
        pytest.param(
            "a: {publicPort: 30090, servicePort: 9090, podPort: grpc}",
            [("a", 30090, 9090, "grpc", "TCP")],
            id="friendly names",
        ),
        pytest.param(
            "a: {externalPort: auto, internalPort: 9090, applicationPort: 90}",
            [("a", AUTO, 9090, 90, "TCP")],
            id="the other friendly names",
        ),
        pytest.param(
            "a: {nodePort: 30090, port: 9090, targetPort: 90, protocol: udp}",
            [("a", 30090, 9090, 90, "UDP")],
            id="Kubernetes' own names",
        ),
        pytest.param("- {port: 80}", [("80", None, 80, 80, "TCP")], id="a mapping in a list"),
    ],
)
def test_ports(ports: str, expected: list[tuple[str, int | str | None, int, int | str, str]]) -> None:
    (service,) = read(f"{SHOP}      {ports}\n").services
    assert [brief(port) for port in service.ports] == expected


def test_an_app_with_everything() -> None:
    spec = read("""\
namespace: shop
apps:
  web:
    image: nginx:1.29
    replicas: 0
    env: {VERSION: 1.10, DEBUG: yes, EMPTY: , OCTAL: 0777}
    command: [serve, 80]
    args: [--on]
    labels: {tier: front, version: 1.10}
    ports: {http: auto:80:8080}
    type: LoadBalancer
""")
    (workload,), (service,) = spec.workloads, spec.services
    assert workload.env == {"VERSION": "1.10", "DEBUG": "yes", "EMPTY": "", "OCTAL": "0777"}
    assert (workload.command, workload.args, workload.replicas) == (("serve", "80"), ("--on",), 0)
    assert workload.labels == service.labels == {"app": "web", "tier": "front", "version": "1.10"}
    assert workload.selector == service.selector == {"app": "web"}
    assert workload.namespace == service.namespace == "shop"
    assert (service.name, service.type) == ("web", "LoadBalancer")
    assert service.place == Place("kgen.yaml", 3, 3)


def test_a_pod_is_labelled_as_kubectl_run_does() -> None:
    spec = read("apps: {hello: {image: nginx, pod: true, ports: [80]}}\n")
    assert spec.workloads[0].labels == spec.services[0].selector == {"run": "hello"}


def test_an_app_without_ports_has_no_service() -> None:
    assert read("apps: {worker: {image: busybox}}\n").services == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("apps: {web: {}}\n", "kgen.yaml:1:8: `apps.web` lacks `image`", id="without image"),
        pytest.param(
            "apps:\n  web: {imge: nginx, image: x}\n",
            "kgen.yaml:2:9: unknown key `imge`; did you mean `image`?",
            id="near key",
        ),
        pytest.param(
            "apps:\n  a/b: {image: x}\n",
            "kgen.yaml:2:3: `a/b` is not a name of letters, digits, `-` and `.`",
            id="name that is a path",
        ),
        pytest.param(
            "apps:\n  web:\n    image: x\n    env: {1A: b}\n",
            "kgen.yaml:4:11: `1A` is not the name of an environment variable: "
            "letters, digits, `-`, `_` or `.`, no digit first",
            id="env",
        ),
        pytest.param(
            SHOP + "    - 80:http_\n",
            "kgen.yaml:5:7: a targetPort is a number or a container port's name, not `http_`: "
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            id="port in a list",
        ),
        pytest.param(
            SHOP + "      a: {publicPort: 30000, nodePort: 30000, servicePort: 80}\n",
            "kgen.yaml:5:30: `nodePort` is another name for `publicPort`: give one of them",
            id="two names for one thing",
        ),
        pytest.param(
            SHOP + "      a: {podPort: 80}\n",
            "kgen.yaml:5:7: `services.shop.ports.a` lacks `servicePort`",
            id="no port",
        ),
        pytest.param(
            SHOP + "      a: {servicePort: 53:53}\n",
            "kgen.yaml:5:24: `services.shop.ports.a.servicePort` takes a whole number, not `53:53`, a text",
            id="a number to YAML 1.1",
        ),
        pytest.param(
            SHOP + "      a: {servicePort: 80, publicPort: soon}\n",
            "kgen.yaml:5:40: `services.shop.ports.a.publicPort` takes a number or `auto`, not `soon`",
            id="nodePort a word",
        ),
        pytest.param(
            "apps: {web: {image: x, ports: [80:http]}}\n",
            "kgen.yaml:1:32: an app's own port is a number, not `http`: the container port is declared by it",
            id="named port of an app",
        ),
        pytest.param(
            "apps: {web: {image: x, pod: true, replicas: 1}}\n",
            "kgen.yaml:1:35: a Pod has no `replicas`; drop it, or `pod: true`",
            id="replicas of a Pod",
        ),
        pytest.param(
            "apps: {web: {image: x, type: NodePort}}\n",
            "kgen.yaml:1:24: `type` is that of a Service, and without `ports` there is none",
            id="type without ports",
        ),
        pytest.param(
            "services: {a: {}}\n",
            "kgen.yaml:1:12: `services.a` needs `for`, `selector` or `externalName` (`selector: {}` for none)",
            id="a service of nothing",
        ),
        pytest.param(
            "services: {a: {for: pod/a, selector: {}}}\n",
            "kgen.yaml:1:28: `selector` contradicts `for`: give one of them",
            id="for and selector",
        ),
        pytest.param(
            "services: {a: {for: web}}\n",
            "kgen.yaml:1:21: `services.a.for` takes a workload as kind/name, such as `deployment/web`, not `web`",
            id="for without kind",
        ),
        pytest.param(
            "services: {a: {externalName: x.y, headless: true}}\n",
            "kgen.yaml:1:35: `headless` contradicts `externalName`, which makes the type ExternalName",
            id="headless ExternalName",
        ),
        pytest.param(
            "apps: {web: {image: x, ports: [80]}}\nservices: {web: {selector: {}}}\n",
            "kgen.yaml:2:12: `apps.web` has ports and so makes the Service of this name; rename one",
            id="two Services of one name",
        ),
        pytest.param(
            "apps: {web: {image: x}}\napps: {}\n",
            "kgen.yaml:2:1: key `apps` stands here a second time",
            id="key twice",
        ),
    ],
)
def test_one_mistake(text: str, expected: str) -> None:
    assert refusal(text) == [expected]


def test_no_yaml() -> None:
    (line,) = refusal("apps: [\n")
    assert line.startswith("kgen.yaml:2:1: ")


def test_an_empty_file_describes_nothing() -> None:
    spec = read("# nothing yet\n")
    assert (spec.workloads, spec.services) == ((), ())


def test_every_mistake_is_reported_in_the_order_of_the_file() -> None:
    lines = refusal("""\
out: x
apps:
  web:
    imge: nginx
    replicas: many
    ports: ["a:b", 80, "auto:443"]
services:
  db: {type: nodeport}
""")
    assert lines[0] == "8 mistakes in `kgen.yaml`"
    assert [line.split(": ")[0].removeprefix("kgen.yaml:") for line in lines[1:]] == [
        "1:1",
        "3:3",
        "4:5",
        "5:15",
        "6:13",
        "6:24",
        "8:3",
        "8:14",
    ]

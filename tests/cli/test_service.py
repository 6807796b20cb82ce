"""`kgen service`: kubectl's bytes in short, refused where the API server would refuse."""

import pytest

from tests.running import run_kgen

NODEPORT = ["service", "nginx", "--tcp", "8181:80", "--node-port", "30003"]


@pytest.mark.parametrize(
    ("short", "kubectl"),
    [
        pytest.param(
            NODEPORT,
            ["create", "service", "nodeport", "nginx", "--tcp=8181:80", "--node-port=30003"],
            id="a nodePort makes it NodePort",
        ),
        pytest.param(
            ["service", "web", "--tcp", "80", "-n", "shop"],
            ["create", "service", "clusterip", "web", "--tcp=80", "-n", "shop"],
            id="ClusterIP by default, namespace printed",
        ),
        pytest.param(
            ["service", "web", "--clusterip", "None"],
            ["create", "service", "clusterip", "web", "--clusterip=None"],
            id="headless without ports",
        ),
        pytest.param(
            ["service", "web", "--type", "loadbalancer", "--tcp", "443:https,80"],
            ["create", "service", "loadbalancer", "web", "--tcp=443:https", "--tcp=80"],
            id="load balancer with two ports",
        ),
        pytest.param(
            ["service", "db", "--external-name", "db.example.com"],
            ["create", "service", "externalname", "db", "--external-name=db.example.com"],
            id="an external name makes it ExternalName",
        ),
    ],
)
@pytest.mark.parametrize("output", ["yaml", "json", "kyaml", "name"])
@pytest.mark.parametrize("version", ["1.32", "1.37"])
def test_prints_what_kubectl_prints(short: list[str], kubectl: list[str], output: str, version: str) -> None:
    if (output, version) == ("kyaml", "1.32"):
        version = "1.35"
    flags = [f"--kubernetes-version={version}", "-o", output]
    assert run_kgen([*short, *flags]) == run_kgen([*kubectl, *flags])


def ports_of(*argv: str) -> str:
    """The `spec.ports` of a Service as printed, without the indentation of the list."""
    result = run_kgen(["service", "web", *argv])
    assert (result.code, result.err) == (0, "")
    ports = result.out.partition("  ports:\n")[2].partition("  selector:")[0]
    return "\n".join(line.removeprefix("  ") for line in ports.splitlines())


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        pytest.param(
            ["-p", "http=30080:80:8080"],
            "- name: http\n  nodePort: 30080\n  port: 80\n  protocol: TCP\n  targetPort: 8080",
            id="name, nodePort, port, targetPort",
        ),
        pytest.param(
            ["-p", "8080:http"],
            "- name: 8080-http\n  port: 8080\n  protocol: TCP\n  targetPort: http",
            id="two parts are port and targetPort",
        ),
        pytest.param(
            ["-p", "53/udp"],
            "- name: 53-udp\n  port: 53\n  protocol: UDP\n  targetPort: 53",
            id="protocol behind a slash",
        ),
        pytest.param(
            ["-p", "dns=53/tcp+udp"],
            "- name: dns\n  port: 53\n  protocol: TCP\n  targetPort: 53\n"
            "- name: dns-udp\n  port: 53\n  protocol: UDP\n  targetPort: 53",
            id="two protocols are two ports with names of their own",
        ),
        pytest.param(
            ["--tcp", "53", "--udp", "53", "--sctp", "7:7"],
            '- name: "53"\n  port: 53\n  protocol: TCP\n  targetPort: 53\n'
            "- name: 53-udp\n  port: 53\n  protocol: UDP\n  targetPort: 53\n"
            "- name: 7-sctp\n  port: 7\n  protocol: SCTP\n  targetPort: 7",
            id="one port under three protocols' flags",
        ),
    ],
)
def test_port_entries(argv: list[str], expected: str) -> None:
    assert ports_of(*argv) == expected


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        pytest.param(
            ["hello-nginx-port-expose", "--tcp", "8181:80", "--node-port", "9090"],
            'The Service "hello-nginx-port-expose" is invalid: spec.ports[0].nodePort: Invalid value: 9090: '
            "provided port is not in the valid range. The range of valid ports is 30000-32767",
            id="nodePort out of range",
        ),
        pytest.param(
            ["web", "--tcp", "80", "--node-port", "20500", "--node-port-range", "20000-20100"],
            'The Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 20500: '
            "provided port is not in the valid range. The range of valid ports is 20000-20100",
            id="a range of the cluster's own",
        ),
        pytest.param(["web"], 'The Service "web" is invalid: spec.ports: Required value', id="no ports"),
        pytest.param(
            ["web", "--tcp", "80", "--type", "clusterip", "--node-port", "30000"],
            'The Service "web" is invalid: spec.ports[0].nodePort: Forbidden: '
            "may not be used when `type` is 'ClusterIP'",
            id="nodePort on ClusterIP",
        ),
    ],
)
def test_refuses_in_the_api_servers_words(argv: list[str], sentence: str) -> None:
    result = run_kgen(["service", *argv])
    assert (result.code, result.out, result.err) == (1, "", f"{sentence}\n")


def test_names_may_start_with_a_digit_only_from_1_36() -> None:
    argv = ["service", "1password", "--tcp", "80"]
    assert run_kgen([*argv, "--kubernetes-version", "1.36"]).code == 0
    refused = run_kgen([*argv, "--kubernetes-version", "1.35"])
    assert refused.code == 1
    assert 'metadata.name: Invalid value: "1password": a DNS-1035 label must consist of' in refused.err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param([], "exactly one NAME is required, got 0", id="no name"),
        pytest.param(["web", "db"], "exactly one NAME is required, got 2", id="two names"),
        pytest.param(["web", "--tpc", "80"], "did you mean `--tcp`?", id="a slip in a flag"),
        pytest.param(["web", "--tcp", "80:no_name"], "`--tcp 80:no_name`: must contain only", id="bad targetPort"),
        pytest.param(["web", "--tcp", "80", "--type", "LB"], "one of ClusterIP, NodePort", id="unknown type"),
        pytest.param(["web", "-p", "a:b:c:d"], "[nodePort:]port[:targetPort][/protocol]", id="four parts"),
        pytest.param(["web", "--tcp", "80", "-o", "ymal"], "unknown output `ymal`", id="unknown output"),
        pytest.param(["web", "--tcp", "80", "--selector", "app"], "`app` in --selector", id="no pair"),
        pytest.param(["web", "--tcp", "80", "--node-port", "x"], "`--node-port x` is no port", id="no number"),
        pytest.param(["web", "--kubernetes-version", "2.0"], "give one from 1.30 to 1.37", id="unknown version"),
        pytest.param(["web", "--tcp", "80", "--node-port-range", "9-1"], "no range of ports", id="backward range"),
    ],
)
def test_wrong_usage(argv: list[str], message: str) -> None:
    result = run_kgen(["service", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_clean_leaves_out_what_a_server_fills_in() -> None:
    result = run_kgen([*NODEPORT, "--clean", "--kubernetes-version", "1.32"])
    assert "status" not in result.out
    assert "creationTimestamp" not in result.out
    assert result.out.endswith("  type: NodePort\n")

"""`kgen trace`."""

import json
from pathlib import Path

import pytest

from tests.repositories import deployment, manifests, service
from tests.running import run_kgen

_NODE_PORT = service(ports="[{name: http, port: 8181, targetPort: 80, nodePort: 30003}]").replace(
    "spec:", "spec:\n  type: NodePort"
)
_HOSTILE = "\x1b[31m\u202e"


@pytest.fixture
def shop(repository: Path) -> Path:
    """A repository with a path that is whole and one that is broken."""
    (repository / "web").mkdir()
    (repository / "web" / "all.yaml").write_text(manifests(_NODE_PORT, deployment()))
    (repository / "api.yaml").write_text(manifests(service("api", "app: ap1"), deployment("api", "app: api")))
    return repository


@pytest.mark.usefixtures("shop")
def test_prints_the_path() -> None:
    result = run_kgen(["trace", "30003"])
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "node :30003 -> service :8181 -> pod :80\n"
        "\n"
        "  node :30003    Service web                               web/all.yaml:8\n"
        "    |  nodePort of port 8181 on every node\n"
        "  service :8181  Service web, port http                    web/all.yaml:8\n"
        "    |  selector `app=web`; targetPort 80\n"
        "  pod :80        Deployment web, container web, port http  web/all.yaml:19\n"
    )


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("argv", "code"),
    [
        pytest.param(["svc/web"], 0, id="the path is whole"),
        pytest.param(["svc/api"], 1, id="the path is broken"),
        pytest.param(["svc/web", "web"], 0, id="it goes through a folder"),
        pytest.param(["svc/web", "api.yaml"], 2, id="it does not go through a file"),
        pytest.param(["svc/web", "nowhere"], 2, id="a file that does not exist"),
        pytest.param(["svc/wbe"], 2, id="nothing of the name"),
        pytest.param(["30004"], 2, id="a number that nobody asks for"),
        pytest.param(["web/x"], 2, id="no kind"),
        pytest.param(["svc/web", "--unit", "prod"], 2, id="no such unit"),
        pytest.param([], 2, id="no target"),
        pytest.param(["svc/web", "--limit", "few"], 2, id="a limit that is no number"),
    ],
)
def test_the_exit_code_tells(argv: list[str], code: int) -> None:
    result = run_kgen(["trace", *argv])
    assert result.code == code
    assert bool(result.out) is (code < 2)
    assert result.err.startswith("kgen: ") is (code == 2)


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(
            "svc/wbe",
            "kgen: `svc/wbe` is not in the repository\n  hint: did you mean `svc/web`?\n",
            id="a name with a slip",
        ),
        pytest.param(
            "deploy/payments",
            "kgen: `deploy/payments` is not in the repository\n  hint: those that there are: api, web\n",
            id="a name unlike any",
        ),
        pytest.param(
            "sts/web", "kgen: `sts/web` is not in the repository\n  hint: there is no sts at all\n", id="no such kind"
        ),
        pytest.param(
            "svc/web:80",
            "kgen: Service web has no port `80`\n  hint: it has http:8181; 80 is the targetPort of 8181\n",
            id="the target port",
        ),
        pytest.param(
            "svc/web/cart",
            "kgen: Service web has no path `/cart`\n  hint: it has http:8181\n",
            id="a path of a Service",
        ),
        pytest.param(
            "http://web:9090/",
            "kgen: Service web has no port `9090`\n  hint: it has 8181\n",
            id="another port in a URL",
        ),
        pytest.param(
            "http://web:30003/",
            "kgen: Service web has no port `30003`\n  hint: it has 8181; 30003 is the nodePort of 8181\n",
            id="the node port in a URL",
        ),
        pytest.param(
            "30046",
            "kgen: nothing asks for port 30046 of the nodes\n  hint: the nearest that are taken: 30003\n",
            id="another node port",
        ),
    ],
)
def test_says_what_there_is_instead(target: str, expected: str) -> None:
    assert run_kgen(["trace", target]).err == expected


def test_says_what_it_could_not_look_into(shop: Path) -> None:
    (shop / "chart.yaml").write_text("apiVersion: v1\nkind: Service\nspec: {{ .Values.spec }}\n")
    assert run_kgen(["trace", "30046"]).err.endswith(
        "are taken: 30003; 1 file could not be read, templates among them (`kgen lint`)\n"
    )


def test_shows_no_more_than_asked_for(shop: Path) -> None:
    for name in ("one", "two"):
        (shop / name).mkdir()
        (shop / name / "all.yaml").write_text(manifests(_NODE_PORT, deployment()))
    assert run_kgen(["trace", "svc/web"]).out.endswith("\n3 paths: 3 whole, 0 broken, 0 not sure.\n")
    assert run_kgen(["trace", "svc/web", "--limit", "1"]).out.endswith(
        "\n1 path: 1 whole, 0 broken, 0 not sure. "
        "2 more are not shown: narrow with PATH, -n or --unit, or raise --limit.\n"
    )


@pytest.mark.usefixtures("shop")
def test_prints_json() -> None:
    result = run_kgen(["trace", "30003", "--output-format", "json"])
    assert result.code == 0
    whole = json.loads(result.out)
    assert {key: value for key, value in whole.items() if key != "paths"} == {
        "version": 1,
        "target": "30003",
        "state": "verified",
        "total": 1,
    }
    (path,) = whole["paths"]
    assert list(path) == ["summary", "state", "units", "entrances", "service", "ends"]
    assert path["summary"] == ["node :30003 -> service :8181 -> pod :80"]
    assert path["ends"] == [
        {
            "kind": "pod",
            "label": ":80",
            "number": 80,
            "name": "http",
            "protocol": "TCP",
            "object": {"kind": "Deployment", "namespace": None, "name": "web"},
            "container": "web",
            "path": "web/all.yaml",
            "line": 19,
            "column": 85,
            "why": [],
            "state": "verified",
            "reason": "",
            "findings": [],
        }
    ]
    assert list(path["entrances"][0]) == [*path["ends"][0], "gateways"]


@pytest.mark.usefixtures("shop")
def test_json_has_the_findings() -> None:
    whole = json.loads(run_kgen(["trace", "svc/api", "--output-format", "json"]).out)
    assert whole["state"] == "broken"
    assert whole["paths"][0]["service"]["findings"] == [
        {
            "rule": "orphan-selector",
            "severity": "error",
            "message": "selector `app=ap1` of Service `api` matches no pod template; Deployment `api` has other labels",
            "help": "select `app: api`, or label the pods of Deployment `api`",
            "path": "api.yaml",
            "line": 6,
            "column": 11,
            "related": [
                {"path": "api.yaml", "line": 15, "column": 16, "message": "pods of Deployment `api` are labelled here"}
            ],
        }
    ]


@pytest.mark.usefixtures("shop")
def test_colours_are_as_asked_for() -> None:
    colored = run_kgen(["trace", "svc/api", "--color", "always"]).out
    assert "\x1b[1;31merror[orphan-selector]\x1b[0m" in colored
    assert "\x1b" not in run_kgen(["trace", "svc/api", "--color", "never"]).out


@pytest.mark.usefixtures("shop")
def test_paths_are_seen_from_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("web")
    assert "  all.yaml:8\n" in run_kgen(["trace", "svc/web"]).out
    assert "  ../api.yaml:7\n" in run_kgen(["trace", "svc/api"]).out


def test_names_steer_no_terminal(shop: Path) -> None:
    name = json.dumps(f"web{_HOSTILE}")
    (shop / "web" / "all.yaml").write_text(manifests(service(name), deployment(), "{kind: x\n"))
    for target in ("deploy/web", "svc/wbe"):
        result = run_kgen(["trace", target, "--color", "never"])
        assert not set(_HOSTILE[:1] + _HOSTILE[-1:]) & set(result.out + result.err)


def test_a_secret_keeps_its_values(shop: Path) -> None:
    secret = (
        "apiVersion: v1\nkind: Secret\nmetadata: {name: web}\nstringData: {url: 'http://web.shop.svc:1/?p=hunter2'}\n"
    )
    (shop / "secret.yaml").write_text(secret)
    for argv in (["svc/web"], ["svc/web", "--output-format", "json"], ["secret/web"]):
        result = run_kgen(["trace", *argv])
        assert "hunter2" not in result.out + result.err

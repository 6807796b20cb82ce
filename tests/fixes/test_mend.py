"""How fixes are made together: what is made at once, one after the other, or not at all."""

import codecs

import pytest

from kgen.syntax.source import Source
from tests.fixes.fixing import mended, mended_state
from tests.repositories import deployment, manifests, service

NODE_PORT = "[{port: 80, nodePort: 80}]"
QUOTED = service(ports='[{port: 80, targetPort: "8080"}]').encode()


def node_port(name: str, number: int) -> str:
    """A Service of type NodePort."""
    return service(name, ports=f"[{{port: 80, nodePort: {number}}}]").replace("spec:", "spec:\n  type: NodePort")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(QUOTED.replace(b"\n", b"\r\n"), b"targetPort: 8080}]\r\n", id="lines that end in CR LF"),
        pytest.param(codecs.BOM_UTF8 + QUOTED, b"targetPort: 8080}]\n", id="a byte order mark"),
        pytest.param(QUOTED.rstrip(), b"targetPort: 8080}]", id="no line end at the end"),
        pytest.param(
            codecs.BOM_UTF16_BE + QUOTED.decode().encode("utf-16-be"),
            "targetPort: 8080}]\n".encode("utf-16-be"),
            id="UTF-16",
        ),
    ],
)
def test_every_other_byte_stays(before: bytes, after: bytes) -> None:
    (source,) = mended_state("quoted-port-number", [Source("a.yaml", before)]).state.repository.sources
    assert len(before) - len(source.data) == len('""') * (2 if b"\0" in before else 1)
    assert source.data.endswith(after)
    assert source.data[: len(before) - 40] == before[: len(before) - 40] or source.data.startswith(before[:50])


def test_fixes_of_several_files_and_documents_are_made_at_once() -> None:
    texts = {"a.yaml": manifests(node_port("a", 1), node_port("b", 2)), "b.yaml": node_port("c", 3)}
    after = mended("nodeport-out-of-range", texts).files
    assert after == {
        "a.yaml": manifests(node_port("a", 30000), node_port("b", 30001)),
        "b.yaml": node_port("c", 30002),
    }


def test_fixes_that_collide_are_made_one_after_the_other() -> None:
    before = service(ports="[{port: 80}] # kgen: ignore[schema, duplicate-port, invalid-port-name]")
    assert mended("unused-suppression", before).files == {"a.yaml": service(ports="[{port: 80}]")}


def test_one_edit_may_mend_several_findings() -> None:
    ports = "[{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30081}]"
    result = mended_state("nodeport-wrong-type", [Source("a.yaml", service(ports=ports).encode())])
    assert len(result.fixed) == 2
    assert result.state.repository.sources[0].data.decode().count("type: NodePort") == 1


def test_what_brings_another_finding_is_refused_and_the_rest_is_made() -> None:
    ports = "[{name: web-http, port: 80}, {name: web_http, port: 81}, {name: web_grpc, port: 82}]"
    outcome = mended("invalid-port-name", service(ports=ports))
    assert outcome.files == {"a.yaml": service(ports=ports.replace("web_grpc", "web-grpc"))}
    assert outcome.refused == ["it would still be reported"]


def test_what_leaves_its_finding_is_refused() -> None:
    text = service(selector="app: web, version: !!int 1")
    outcome = mended("non-string-label", text)
    assert outcome.files == {"a.yaml": text}
    assert outcome.refused == ["it would still be reported"]


def test_findings_of_the_same_are_refused_one_by_one() -> None:
    text = service(ports="[{port: 80}] # kgen: ignore[nodeport -out-of-range]")
    outcome = mended("unused-suppression", text)
    assert outcome.files == {"a.yaml": text}
    assert outcome.refused == ["it would still be reported"] * 2


ANCHORED = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports:
    - {name: a, port: 80, targetPort: &port "8080"}
    - {name: b, port: 81, targetPort: *port}
"""


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param("quoted-port-number", ANCHORED, id="that is wanted in one place only"),
        pytest.param(
            "orphan-selector",
            manifests(
                deployment("web", "app: storefront"),
                service("web", "app: &app sotrefront", more=", labels: {app: *app}").replace(
                    "metadata: {name: web, labels: {app: *app}}\nspec:\n  selector:\n    {app: &app sotrefront}",
                    "metadata: {name: web, labels: {app: &app sotrefront}}\nspec:\n  selector:\n    {app: *app}",
                ),
            ),
            id="that means something else as well",
        ),
    ],
)
def test_a_value_with_an_alias_is_left_alone(rule: str, text: str) -> None:
    outcome = mended(rule, text)
    assert outcome.files == {"a.yaml": text}
    assert outcome.refused == ["an alias repeats the value elsewhere"] * len(outcome.refused)
    assert outcome.refused


def test_a_value_whose_aliases_all_want_the_same_is_mended_at_its_anchor() -> None:
    text = manifests(
        service("a", ports='[{port: 80, targetPort: "8080"}]'),
        "apiVersion: v1\nkind: List\nitems:\n"
        "  - {apiVersion: v1, kind: Service, metadata: {name: b}, spec: &spec {selector: {app: b}, "
        "ports: [{port: 80, protocol: tcp}]}}\n"
        "  - {apiVersion: v1, kind: Service, metadata: {name: c}, spec: *spec}\n",
    )
    assert mended("invalid-protocol", text).files == {"a.yaml": text.replace("tcp", "TCP")}


def test_mending_twice_changes_nothing_the_second_time() -> None:
    once = mended("nodeport-out-of-range", {"a.yaml": manifests(node_port("a", 1), node_port("b", 2))}).files
    assert mended("nodeport-out-of-range", once).files == once

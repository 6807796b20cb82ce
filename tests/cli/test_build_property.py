"""Any valid spec: what is built reads back as it was written, and building again changes nothing."""

import json
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.kubernetes.pod_template import pod_template
from kgen.kubernetes.service import service
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source
from tests.running import run_kgen

Entry = tuple[int | str | None, int, int]

NAMES = st.from_regex(r"\A[a-z]([-a-z0-9]{0,8}[a-z0-9])?\Z")
ENTRIES = st.tuples(
    st.none() | st.just("auto") | st.integers(30100, 32767), st.integers(1, 65535), st.integers(1, 65535)
)
TEXTS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2000, exclude_characters="\x7f", exclude_categories=["Cc", "Cs"])
)
APPS = st.fixed_dictionaries(
    {"image": st.sampled_from(["nginx", "ghcr.io/a/b:1.10", "x@sha256:00"])},
    optional={
        "env": st.dictionaries(st.from_regex(r"\A[A-Z_]{1,8}\Z"), TEXTS, max_size=3),
        "args": st.lists(TEXTS, max_size=3),
        "labels": st.dictionaries(NAMES.map("example.com/{}".format), NAMES, max_size=2),
        "replicas": st.integers(0, 9),
    },
)


@st.composite
def specs(draw: st.DrawFn) -> tuple[dict[str, object], dict[str, list[Entry]]]:
    """A spec, and the ports of each of its apps; no nodePort is written twice."""
    apps, ports = {}, {}
    entries = iter(draw(st.lists(ENTRIES, max_size=6, unique_by=(lambda entry: entry[1], unique_node_port))))
    for name in draw(st.lists(NAMES, max_size=3, unique=True)):
        own = [entry for entry, _ in zip(entries, range(draw(st.integers(0, 3))), strict=False)]
        apps[name] = draw(APPS) | ({"ports": [written(entry) for entry in own]} if own else {})
        ports[name] = own
    return {"output": "out", "apps": apps}, ports


def unique_node_port(entry: Entry) -> object:
    return entry[0] if isinstance(entry[0], int) else entry


def written(entry: Entry) -> str:
    return ":".join(str(part) for part in entry if part is not None)


def repository(folder: Path) -> Repository:
    paths = sorted(folder.glob("*.yaml"))
    return from_sources(Source(path.name, path.read_bytes()) for path in paths)


@settings(max_examples=60, deadline=None)
@given(specs())
def test_what_is_built_reads_back(drawn: tuple[dict[str, object], dict[str, list[Entry]]]) -> None:
    spec, ports = drawn
    with TemporaryDirectory() as folder, chdir(folder):
        Path("kgen.yaml").write_text(json.dumps(spec), encoding="utf-8")
        first = run_kgen(["build"])
        assert first.code == 0, first.err
        built = repository(Path("out"))
        again = run_kgen(["build"])
        assert (again.code, again.out) == (0, "")
        assert run_kgen(["build", "--check"]).code == 0
    check_services(built, ports)
    check_workloads(built, spec["apps"])


def check_services(built: Repository, ports: dict[str, list[Entry]]) -> None:
    found = {each.resource.name: each for each in map(service, built.resources) if each is not None}
    assert set(found) == {name for name, own in ports.items() if own}
    automatic = []
    for name, each in found.items():
        for entry, port in zip(ports[name], each.ports, strict=True):
            number = port.node.get("nodePort")
            node_port = None if number is None else number.integer()
            if entry[0] == "auto":
                automatic.append(node_port)
            else:
                assert node_port == entry[0]
            assert (port.number, port.target) == entry[1:]
    assert sorted(each for each in automatic if each) == list(range(30000, 30000 + len(automatic)))


def check_workloads(built: Repository, apps: object) -> None:
    assert isinstance(apps, dict)
    found = {each.resource.name: each for each in map(pod_template, built.resources) if each is not None}
    assert set(found) == set(apps)
    for name, template in found.items():
        (container,) = template.containers
        args, env = container.node.get("args"), container.node.get("env")
        assert container.image == apps[name]["image"]
        assert template.labels == {"app": name} | apps[name].get("labels", {})
        assert ([] if args is None else args.value) == apps[name].get("args", [])
        variables = {item.text_at("name"): item.text_at("value") for item in env or ()}
        assert variables == apps[name].get("env", {})

"""`kgen expose` beyond kubectl's own answers, which tests/goldens compares."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.running import run_kgen

POD = """\
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, ports: [{containerPort: 80}]}]}
"""
RC_WITHOUT_TEMPLATE = """\
apiVersion: v1
kind: ReplicationController
metadata: {name: old}
spec: {selector: {app: old}}
"""
PIECES = st.sampled_from(
    [*POD.splitlines(keepends=True), *RC_WITHOUT_TEMPLATE.splitlines(keepends=True), "---\n", "{", "}", '"a": 1', "\t"]
)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(
            ["deployment", "web"],
            "kgen: `expose deployment web` looks in a cluster, and kgen never contacts one\n"
            "  hint: give the manifest: kgen expose -f FILE\n",
            id="a resource in a cluster",
        ),
        pytest.param(
            ["deploy/web", "--port=80"],
            "kgen: `expose deploy/web` looks in a cluster, and kgen never contacts one\n"
            "  hint: give the manifest: kgen expose -f FILE\n",
            id="a resource in a cluster by kind and name",
        ),
        pytest.param(
            ["-f", "https://example.com/pod.yaml"],
            "kgen: `https://example.com/pod.yaml` is a URL, and kgen never contacts the network\n"
            "  hint: download the manifest first\n",
            id="a URL",
        ),
        pytest.param(
            ["-k", "overlays/prod"],
            "kgen: `expose -k` is not supported\n  hint: render the kustomization and pipe it to `kgen expose -f -`\n",
            id="a kustomization",
        ),
        pytest.param(
            ["-f", "-", "--dry-run=server"],
            "kgen: `--dry-run=server` needs a cluster, and kgen never contacts one\n"
            "  hint: leave the flag out or use --dry-run=client\n",
            id="a server's dry run",
        ),
    ],
)
def test_what_needs_more_than_files(argv: list[str], message: str) -> None:
    result = run_kgen(["expose", *argv], POD)
    assert (result.code, result.out, result.err) == (2, "", message)


@pytest.mark.parametrize("flags", [[], ["--port=80", "--selector=a=b"]], ids=["introspected", "by flags"])
def test_a_replication_controller_without_template(flags: list[str]) -> None:
    result = run_kgen(["expose", "-f", "-", *flags], RC_WITHOUT_TEMPLATE)
    message = "error: the replication controller has no pod template and cannot be exposed\n"
    assert (result.code, result.out, result.err) == (1, "", message)


def test_a_template_is_named_as_no_yaml(tmp_path: Path) -> None:
    file = tmp_path / "pod.yaml"
    file.write_text("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n", encoding="utf-8")
    result = run_kgen(["expose", "-f", str(file)])
    start = f"error: error parsing {file}: error converting YAML to JSON: yaml: invalid map key: "
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(start)


def test_utf16_is_read_by_its_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "pod.yaml"
    file.write_bytes(POD.encode("utf-16"))
    assert run_kgen(["expose", "-f", str(file)]) == run_kgen(["expose", "-f", "-"], POD)


def test_a_link_to_a_folder_is_not_walked(tmp_path: Path) -> None:
    inside = tmp_path / "manifests" / "linked"
    outside = tmp_path / "outside"
    inside.parent.mkdir()
    outside.mkdir()
    (outside / "pod.yaml").write_text(POD, encoding="utf-8")
    try:
        inside.symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no links on this system")
    result = run_kgen(["expose", "-R", "-f", str(inside.parent)])
    missing = "recognized file extensions are [.json .yaml .yml]"
    assert (result.code, result.err) == (1, f"error: error reading [{inside.parent}]: {missing}\n")


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40))
def test_any_input_is_exposed_or_refused(text: str) -> None:
    result = run_kgen(["expose", "-f", "-"], text.encode("utf-8", "ignore").decode())
    assert (result.code, bool(result.err)) in ((0, False), (1, True))

"""kgen describes a Service with kubectl's bytes.

The rows beside this file are a sample; KGEN_GOLDENS (default ../shared/goldens) names the folder of the full sets, 200
pages of kubectl 1.32 and 100 of 1.37. A row holds the Service and its EndpointSlices, as a cluster would.
"""

import json
from collections import Counter
from pathlib import Path
from typing import TypedDict

import pytest

from kgen.kubernetes.version import parse_version
from kgen.show.describe_service import Layout, describe
from kgen.show.service_data import service_data
from kgen.syntax.value import Data
from tests.goldens.endpoint_slices import slice_endpoints
from tests.goldens.test_kubectl_goldens import FULL, HERE
from tests.running import Result, run_kgen

NAMES = ("describe-1.32", "describe-1.37")


class Row(TypedDict):
    """One line of a golden file; `argv` is what stood after `kubectl`."""

    argv: list[str]
    service: Data
    endpointSlices: list[Data]
    stdout: str


def rows(path: Path) -> list[Row]:
    """The rows of a golden file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def page(row: Row, version: str) -> str:
    """kgen's page for the Service and the EndpointSlices of a row."""
    service = service_data(row["service"])
    endpoints = [slice_endpoints(row["endpointSlices"], port.name) for port in service.ports]
    layout = Layout(parse_version(version), "--show-events=false" not in row["argv"])
    return describe(service, endpoints, layout)


@pytest.mark.parametrize("name", NAMES)
def test_sample(name: str, golden_counts: dict[str, Counter[str]]) -> None:
    check(HERE / f"{name}.jsonl", name, golden_counts)


@pytest.mark.parametrize("name", NAMES)
def test_full_set(name: str, golden_counts: dict[str, Counter[str]]) -> None:
    path = FULL / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"no {path.name} in KGEN_GOLDENS; the committed sample is compared all the same")
    check(path, f"{name} (full)", golden_counts)


@pytest.mark.parametrize("name", NAMES)
def test_from_a_repository(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same command lines, where each Service stands in a manifest that selects no pod."""
    monkeypatch.chdir(tmp_path)
    without_pods = [row for row in rows(HERE / f"{name}.jsonl") if not row["endpointSlices"]]
    assert without_pods
    for row in without_pods:
        (tmp_path / "service.yaml").write_text(json.dumps(row["service"]), encoding="utf-8")
        first, *rest = row["argv"]
        got = run_kgen([first, f"--kubernetes-version={name.removeprefix('describe-')}", *rest])
        assert Result(got.code, got.out, "") == Result(0, row["stdout"], "")


def check(path: Path, label: str, golden_counts: dict[str, Counter[str]]) -> None:
    """Fail with the first page of a golden file that differs."""
    version = path.stem.split("-")[1]
    counts = golden_counts[label] = Counter()
    for row in rows(path):
        assert page(row, version) == row["stdout"]
        counts["describe"] += 1
    assert counts.total() > 0

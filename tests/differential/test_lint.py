"""Every way to the same findings tells them byte for byte: from memory, and with the work shared among processes.

KGEN_CORPUS (default ../shared/corpus) names a folder of public repositories, of which a sample is linted; all of them
with KGEN_DIFFERENTIAL=all.
"""

import re
from pathlib import Path

import pytest

from kgen.cache.store import Store
from tests.differential.corpus import repositories
from tests.running import Result, run_kgen

_SECONDS = re.compile(r"in \d+\.\d\d s")
_LINT = ["lint", "--select", "ALL", "--show-unverified"]
_PLAIN = {"KGEN_NO_CACHE": "1", "KGEN_JOBS": "1"}
# What each way has in the environment besides; in this order, so that the first to remember fills the cache.
_WAYS = {
    "two processes": {"KGEN_NO_CACHE": "1", "KGEN_JOBS": "2"},
    "an empty cache": {"KGEN_NO_CACHE": "", "KGEN_JOBS": "1"},
    "what is remembered": {"KGEN_NO_CACHE": "", "KGEN_JOBS": "1"},
}


@pytest.mark.parametrize("repository", repositories(every=4))
def test_every_way_tells_the_same(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(environment: dict[str, str]) -> Result:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        result = run_kgen([*_LINT, str(repository)])
        return Result(result.code, _SECONDS.sub("in ? s", result.out), _SECONDS.sub("in ? s", result.err))

    monkeypatch.setenv("KGEN_CACHE_DIR", str(tmp_path / "cache"))
    expected = told(_PLAIN)
    assert expected.code in {0, 1}
    assert {way: told(environment) for way, environment in _WAYS.items()} == dict.fromkeys(_WAYS, expected)
    assert Store(tmp_path / "cache").size()[0] == 1  # or nothing was remembered

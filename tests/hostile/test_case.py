"""Where the file system finds `Service.yaml` for `service.yaml`, kgen tells what a cluster will find: it will not.

macOS and Windows have such file systems; elsewhere KGEN_CASELESS may name a folder on one.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, found, lay
from tests.running import run_kgen

_FINDING = "apps/service.yaml:12 nodeport-out-of-range"
_PLACE = os.environ.get("KGEN_CASELESS")


def _ignores_case() -> bool:
    with TemporaryDirectory(prefix="kgen-", dir=_PLACE) as name:
        return Path(name).with_name(Path(name).name.upper()).exists()


if not _ignores_case():
    reason = "the file system knows case: set KGEN_CASELESS to a folder on one that does not"
    pytest.skip(reason, allow_module_level=True)


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository with one finding, stood in, on a file system that ignores case."""
    with TemporaryDirectory(dir=_PLACE, ignore_cleanup_errors=True) as name:
        folder = Path(os.path.realpath(name))
        lay(folder, apps__service=OUT_OF_RANGE, apps__deployment=DEPLOYMENT)
        monkeypatch.chdir(folder)
        yield folder
        monkeypatch.undo()  # Windows does not remove the folder that is stood in


@pytest.mark.parametrize("path", ["APPS", "Apps/SERVICE.yaml", "apps/Service.YAML", "apps", "."])
@pytest.mark.parametrize("has_git", [False, True])
def test_paths_given_in_another_case(path: str, has_git: bool, repository: Path) -> None:
    if has_git:
        (repository / ".git").mkdir()
    assert found("--isolated", path) == [_FINDING]


def test_standard_input_takes_the_place_of_a_file_in_another_case(repository: Path) -> None:
    told = found("--isolated", "--stdin-filename", "Apps/Service.yaml", "-", stdin="\n" + OUT_OF_RANGE)
    assert told == [_FINDING.replace("12", "13")]


def test_what_is_listed_in_another_case_is_missing(repository: Path) -> None:
    lay(repository, apps__kustomization="resources: [Deployment.yaml, service.yaml, ../APPS/../base]\n")
    lay(repository, base__x="kind: X\n")
    assert "`Deployment.yaml` does not exist" in run_kgen(["render", "apps"]).err
    assert found("--isolated", "--select", "missing-resource-file") == [
        "apps/kustomization.yaml:1 missing-resource-file",
    ]


def test_a_kustomization_in_capitals_is_none(repository: Path) -> None:
    (repository / "apps" / "KUSTOMIZATION.YAML").write_text("resources: [service.yaml]\n", encoding="utf-8")
    assert "holds no kustomization file" in run_kgen(["render", "apps"]).err


def test_what_was_built_stays_though_its_name_has_another_case(repository: Path) -> None:
    (repository / "kgen.yaml").write_text("apps: {web: {image: nginx}}\n", encoding="utf-8")
    run_kgen(["build"])
    (repository / "web-deployment.yaml").rename(repository / "Web-Deployment.yaml")
    again = run_kgen(["build"])
    assert (again.out, again.err) == ("", "1 manifest up to date\n")
    assert (repository / "web-deployment.yaml").exists()

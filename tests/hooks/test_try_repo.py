"""The pre-commit hooks, as pre-commit itself runs them: cloned, installed by pip, given file names."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SHIPPED = (
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "kgen",
    "pyproject.toml",
    "schemas",
    "templates",
)
DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: web
          image: nginx
          ports:
            - containerPort: 80
"""
SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
    tier: front
  ports:
    - port: 80
"""


def _environment(folder: Path) -> dict[str, str]:
    """This process's environment with everything personal replaced."""
    who = {f"GIT_{role}_{key}": "kgen@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return {
        **os.environ,
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(folder / "pre-commit-home"),
        "PRE_COMMIT_COLOR": "never",
        "SKIP": "kgen-build",
    }


def _run(folder: Path, home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=_environment(home), capture_output=True, text=True, check=False)


def _commit(folder: Path, home: Path) -> None:
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "all"]):
        done = _run(folder, home, "git", *arguments)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """This checkout as a committed git repository; whether the original is one does not matter."""
    copy = tmp_path / "kgen-checkout"
    copy.mkdir()
    for name in SHIPPED:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(CHECKOUT / name, copy / name)
    _commit(copy, tmp_path)
    return copy


@pytest.fixture
def manifests(tmp_path: Path) -> Path:
    """A git repository of a Deployment and its Service."""
    folder = tmp_path / "manifests"
    (folder / "web").mkdir(parents=True)
    (folder / "web" / "deployment.yaml").write_text(DEPLOYMENT, encoding="utf-8")
    (folder / "web" / "service.yaml").write_text(SERVICE, encoding="utf-8")
    _commit(folder, tmp_path)
    return folder


@pytest.fixture
def _index(tmp_path: Path) -> None:
    """Skip where pip has nowhere to install from."""
    if os.environ.get("KGEN_OFFLINE"):
        pytest.skip("KGEN_OFFLINE is set, and the hooks are installed by pip")
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(tmp_path / "pip"))
    reached = _run(tmp_path, tmp_path, *pip, "hatchling")
    if reached.returncode:
        pytest.skip(f"pip reaches no index: {reached.stderr.strip()[-200:]}")


@pytest.mark.usefixtures("_index")
def test_a_label_deleted_in_the_deployment_is_reported_though_only_that_is_passed(
    checkout: Path, manifests: Path, tmp_path: Path
) -> None:
    changed = DEPLOYMENT.replace("        tier: front\n", "")
    (manifests / "web" / "deployment.yaml").write_text(changed, encoding="utf-8")
    try_repo = (sys.executable, "-m", "pre_commit", "try-repo", str(checkout), "--verbose")
    tried = _run(manifests, tmp_path, *try_repo, "--files", "web/deployment.yaml")
    reported = [line.strip() for line in tried.stdout.splitlines() if line.strip().startswith("--> ")]
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert reported == ["--> web/service.yaml:8:11"] * 3, tried.stdout
    assert tried.stdout.count("[orphan-selector]") == 3

"""`kgen graph`."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.repositories import deployment, manifests, service
from tests.running import run_kgen


@pytest.fixture
def shop(repository: Path) -> Path:
    """A repository with two Services in folders of their own, all committed."""
    for name in ("web", "cart"):
        (repository / name).mkdir()
        written = manifests(service(name, f"app: {name}"), deployment(name, f"app: {name}"))
        (repository / name / "all.yaml").write_text(written)
    git(repository, "add", "--all")
    git(repository, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "shop")
    return repository


def git(repository: Path, *words: str) -> None:
    """Run git in a repository."""
    subprocess.run(["git", "-C", str(repository), *words], check=True)


def services(argv: list[str]) -> list[str]:
    """The Services in the picture that a command line draws."""
    result = run_kgen(["graph", *argv, "--output-format", "json"])
    assert result.code == 0
    nodes = (node for frame in json.loads(result.out)["frames"] for net in frame["nets"] for node in net["nodes"])
    return [node["name"] for node in nodes if node["column"] == "service"]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        pytest.param([], ["cart", "web"], id="the whole repository"),
        pytest.param(["."], ["cart", "web"], id="a folder"),
        pytest.param(["web", "cart"], ["cart", "web"], id="several folders"),
        pytest.param(["cart/all.yaml"], ["cart"], id="a file"),
        pytest.param(["svc/web"], ["web"], id="a target"),
        pytest.param(["deploy/web:http", "web"], ["web"], id="a target in a folder"),
        pytest.param(["-n", "other"], [], id="a namespace with nothing in it"),
        pytest.param(["--changed", "HEAD"], [], id="no change"),
    ],
)
def test_what_is_drawn(argv: list[str], expected: list[str]) -> None:
    assert services(argv) == expected


def test_a_change_draws_what_it_touches(shop: Path) -> None:
    (shop / "web" / "all.yaml").write_text((shop / "web" / "all.yaml").read_text() + "# more\n")
    assert services(["--changed", "HEAD"]) == ["web"]
    git(shop, "add", "--all")
    assert services(["--changed", "HEAD", "cart"]) == []


def test_a_new_file_is_a_change(shop: Path) -> None:
    (shop / "new.yaml").write_text(service("new", "app: web"))
    assert services(["--changed", "HEAD"]) == ["new"]


def test_what_base_gained_since_is_no_change(shop: Path) -> None:
    git(shop, "checkout", "--quiet", "-b", "mine")
    (shop / "web" / "all.yaml").write_text((shop / "web" / "all.yaml").read_text() + "# mine\n")
    commit = ("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--all", "--message", "x")
    git(shop, *commit)
    git(shop, "checkout", "--quiet", "-b", "theirs", "HEAD~")
    (shop / "cart" / "all.yaml").write_text((shop / "cart" / "all.yaml").read_text() + "# theirs\n")
    git(shop, *commit)
    git(shop, "checkout", "--quiet", "mine")
    assert services(["--changed", "theirs"]) == ["web"]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("name", "start"),
    [
        pytest.param("wiring.html", "<!doctype html>", id="a page"),
        pytest.param("wiring.svg", "<svg ", id="SVG"),
        pytest.param("wiring.mmd", "flowchart LR", id="Mermaid"),
        pytest.param("wiring.gv", "digraph ", id="DOT"),
        pytest.param("WIRING.JSON", '{\n  "version": 1', id="JSON, however it is spelled"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(name: str, start: str) -> None:
    result = run_kgen(["graph", "-o", name])
    assert (result.code, result.out, result.err) == (0, "", "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.usefixtures("shop")
def test_mermaid_goes_to_standard_output() -> None:
    assert run_kgen(["graph"]).out.startswith("flowchart LR\n")


def test_an_empty_picture_is_said(repository: Path) -> None:
    (repository / "empty.yaml").write_text("a: 1\n")
    result = run_kgen(["graph"])
    assert (result.code, result.out) == (0, "flowchart LR\n")
    assert "the picture is empty" in result.err


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["svc/nothing"], "`svc/nothing` is not in the picture", id="a Service that is not there"),
        pytest.param(["web", "missing"], "no such file or directory: missing", id="a path that does not exist"),
        pytest.param(["-o", "wiring.png"], "`wiring.png` does not tell its format", id="an unknown ending"),
        pytest.param(["--changed", "nowhere"], "git does not compare with `nowhere`", id="an unknown commit"),
        pytest.param(["--changed=--output=x"], "git does not compare with `--output=x`", id="a flag of git's"),
        pytest.param(["--output-format", "png"], "invalid choice: 'png'", id="an unknown format"),
    ],
)
def test_wrong_usage(argv: list[str], message: str) -> None:
    result = run_kgen(["graph", *argv])
    assert result.code == 2
    assert message in result.err
    assert not Path("x").exists()


def test_changes_are_asked_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "all.yaml").write_text(service())
    monkeypatch.chdir(tmp_path)
    result = run_kgen(["graph", "--changed", "HEAD"])
    assert (result.code, "needs a Git repository" in result.err) == (2, True)

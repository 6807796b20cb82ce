"""`kgen init` and `kgen config`."""

from pathlib import Path

import pytest

from kgen.config.load import load
from kgen.config.model import Config
from kgen.config.show import as_written
from kgen.data import root
from tests.running import run_kgen

pytestmark = pytest.mark.usefixtures("repository")


def test_init_writes_settings_that_change_nothing() -> None:
    result = run_kgen(["init"])
    assert result.code == 0
    assert result.out.startswith("wrote .kgen.yaml\n")
    assert "- id: kgen-lint\n" in result.out
    assert as_written(load(".kgen.yaml")) == as_written(Config())


def test_says_how_editors_get_the_schema() -> None:
    run_kgen(["init"])
    written = Path(".kgen.yaml").read_text(encoding="utf-8")
    assert "`kgen config --schema > .kgen.schema.json`" in written
    assert "# yaml-language-server: $schema=.kgen.schema.json\n" in written


@pytest.mark.parametrize(
    ("present", "text"),
    [
        pytest.param(".kgen.yaml", "fail-on: info\n", id="the file itself"),
        pytest.param(".kgen.yml", "fail-on: info\n", id="the other ending"),
        pytest.param("pyproject.toml", "[tool.kgen]\nfail-on = 'info'\n", id="pyproject.toml"),
    ],
)
def test_init_does_not_overwrite(present: str, text: str) -> None:
    Path(present).write_text(text)
    result = run_kgen(["init"])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kgen: settings are in `{present}` already\n")
    assert Path(present).read_text() == text
    assert [path.name for path in Path().iterdir() if path.name != ".git"] == [present]


def test_init_does_not_shadow_settings_further_up(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".kgen.yaml").write_text("fail-on: info\n")
    (repository / "apps").mkdir()
    monkeypatch.chdir("apps")
    assert run_kgen(["init"]).err.startswith(f"kgen: settings are in `{Path('..', '.kgen.yaml')}` already\n")


def test_force_overwrites() -> None:
    Path(".kgen.yaml").write_text("fail-on: info\n")
    assert run_kgen(["init", "--force"]).code == 0
    assert load(".kgen.yaml").fail_on == "warning"


def test_config_prints_what_is_in_force() -> None:
    Path(".kgen.yaml").write_text("fail-on: error\nkubernetes-version: 1.32\n")
    result = run_kgen(["config"])
    assert result.code == 0
    assert result.out.startswith("# .kgen.yaml\n")
    Path(".kgen.yaml").write_text(result.out, encoding="utf-8")
    again = load(".kgen.yaml")
    assert (again.fail_on, again.kubernetes_version) == ("error", "1.32")


def test_config_without_a_file() -> None:
    assert run_kgen(["config"]).out.startswith("# no configuration file\nexclude: []\n")


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".kgen.yaml").write_text("kubernetes-version: 1.32\n")
    monkeypatch.setenv("KGEN_KUBERNETES_VERSION", "1.33")
    assert 'kubernetes-version: "1.33"\n' in run_kgen(["config"]).out


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(["--schema"], "config", id="of the configuration by default"),
        pytest.param(["--schema", "config"], "config", id="of the configuration"),
        pytest.param(["--schema", "spec"], "spec", id="of the compact spec"),
    ],
)
def test_schemas(arguments: list[str], name: str) -> None:
    printed = run_kgen(["config", *arguments]).out
    assert printed == (root() / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")


def test_a_mistake_in_the_settings() -> None:
    Path(".kgen.yaml").write_text("fail_on: error\n")
    result = run_kgen(["config"])
    assert (result.code, result.err) == (2, "kgen: .kgen.yaml:1:1: unknown key `fail_on`; did you mean `fail-on`?\n")

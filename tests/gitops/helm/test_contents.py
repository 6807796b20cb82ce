"""Charts as they lie in a repository: which there are, what belongs to them, and what does not."""

from pathlib import Path

import pytest

from kgen.gitops.helm.chart import charts
from kgen.gitops.helm.contents import Contents, contents
from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.syntax.source import Source
from tests.gitops.kustomize.rendering import sections, write


def _names(files: str) -> list[str]:
    sources = [Source(path, text.encode()) for path, text in sections(files).items()]
    return [f"{each}: {each.name}" for each in charts(sources)]


def _contents(root: Path, files: str, folder: str = "web") -> Contents:
    write(root, sections(files))
    source = Source(f"{folder}/Chart.yaml", (root / folder / "Chart.yaml").read_bytes())
    return contents(next(charts([source])), Files(root))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param("=== Chart.yaml\nname: web", [".: web"], id="at the root"),
        pytest.param("=== a/Chart.yaml\nname: a\n=== b/Chart.yaml\nname: b", ["a: a", "b: b"], id="beside each other"),
        pytest.param("=== charts/a/Chart.yaml\nname: a", ["charts/a: a"], id="in a folder called `charts`"),
        pytest.param(
            "=== a/Chart.yaml\nname: a\n=== a/charts/db/Chart.yaml\nname: db", ["a: a"], id="inside of another one"
        ),
        pytest.param("=== a/Chart.yaml\nname: {{ name }}", [], id="a template of a chart"),
        pytest.param("=== a/Chart.yaml\nversion: 1.0.0", [], id="without a name"),
        pytest.param("=== a/chart.yaml\nname: a", [], id="by another name"),
    ],
)
def test_finds_the_charts_that_are_no_parts_of_others(files: str, expected: list[str]) -> None:
    assert _names(files) == expected


def test_a_chart_is_all_below_its_folder_but_schemas(tmp_path: Path) -> None:
    found = _contents(
        tmp_path,
        """\
=== web/Chart.yaml
name: web
=== web/templates/_helpers.tpl
{{/* names */}}
=== web/files/nginx.conf
server {}
=== web/values.schema.json
{"$ref": "https://example.com/schema.json"}
=== web/node_modules/yaml/package.yaml
a: 1
=== other/values.yaml
a: 1
""",
    )
    assert sorted(found.files) == ["Chart.yaml", "files/nginx.conf", "templates/_helpers.tpl"]


_UMBRELLA = """\
=== web/Chart.yaml
name: web
dependencies:
- {name: db, alias: store, version: 1.x.x, repository: "%s"}
"""
_DATABASE = "=== %s/Chart.yaml\nname: db\n=== %s/templates/service.yaml\nkind: Service\n"


@pytest.mark.parametrize(
    ("files", "path"),
    [
        pytest.param(
            _UMBRELLA % "https://charts.example.com" + _DATABASE.replace("%s", "web/charts/db"),
            "web/charts/db/templates/service.yaml",
            id="in `charts/`",
        ),
        pytest.param(
            _UMBRELLA % "file://../db" + _DATABASE.replace("%s", "db"),
            "db/templates/service.yaml",
            id="elsewhere in the repository",
        ),
    ],
)
def test_templates_of_included_charts_are_known_by_name_and_alias(tmp_path: Path, files: str, path: str) -> None:
    found = _contents(tmp_path, files)
    for name in ("db", "store"):
        template = found.template(f"web/charts/{name}/templates/service.yaml")
        assert template is not None
        assert template.path == path
    assert found.rendered == {"web/Chart.yaml", path, f"{path.partition('/templates')[0]}/Chart.yaml"}


def test_a_packed_chart_is_there_but_its_templates_are_not_known(tmp_path: Path) -> None:
    found = _contents(tmp_path, _UMBRELLA % "https://charts.example.com" + "=== web/charts/db-1.2.3.tgz\n")
    assert "charts/db-1.2.3.tgz" in found.files
    assert found.template("web/charts/db/templates/service.yaml") is None


@pytest.mark.parametrize(
    ("files", "message", "cause"),
    [
        pytest.param(
            _UMBRELLA % "https://charts.example.com",
            "chart `db` is not in `charts/`, and kgen reads nothing from the network",
            Cause.REMOTE,
            id="not in `charts/`",
        ),
        pytest.param(_UMBRELLA % "file://../db", "`../db` does not exist", Cause.MISSING, id="a folder that is gone"),
        pytest.param(
            _UMBRELLA % "file://../../db",
            "`../../db` leads out of the repository",
            Cause.REFUSED,
            id="a folder outside",
        ),
    ],
)
def test_says_which_included_chart_is_missing(tmp_path: Path, files: str, message: str, cause: Cause) -> None:
    with pytest.raises(BuildError) as caught:
        _contents(tmp_path, files)
    problem = caught.value.problem
    assert (problem.message, problem.cause) == (message, cause)
    assert problem.node is not None
    assert (problem.node.source.path, problem.node.span.line) == ("web/Chart.yaml", 3)


def test_requirements_of_older_charts_count_too(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="chart `db` is not in `charts/`"):
        _contents(tmp_path, "=== web/Chart.yaml\nname: web\n=== web/requirements.yaml\ndependencies: [{name: db}]\n")


def test_charts_that_include_each_other_come_to_an_end(tmp_path: Path) -> None:
    files = """\
=== web/Chart.yaml
name: web
dependencies: [{name: db, repository: "file://../db"}]
=== db/Chart.yaml
name: db
dependencies: [{name: web, repository: "file://../web"}]
"""
    with pytest.raises(BuildError, match="is a cycle"):
        _contents(tmp_path, files)


def _link(path: Path, target: Path | str) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("no links can be made here")


def test_links_inside_the_repository_are_followed(tmp_path: Path) -> None:
    write(tmp_path, sections("=== common/labels.yaml\na: 1\n=== web/Chart.yaml\nname: web\n"))
    _link(tmp_path / "web" / "templates", "../common")
    assert "templates/labels.yaml" in _contents(tmp_path, "").files


def test_a_link_out_of_the_repository_is_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "secret.txt", tmp_path / "repository"
    outside.write_text("secret")
    write(root, sections("=== web/Chart.yaml\nname: web\n"))
    _link(root / "web" / "secret.txt", outside)
    with pytest.raises(BuildError, match="leads out of the repository"):
        _contents(root, "")


def test_a_link_back_up_is_followed_once(tmp_path: Path) -> None:
    write(tmp_path, sections("=== web/Chart.yaml\nname: web\n=== web/templates/a.yaml\na: 1\n"))
    _link(tmp_path / "web" / "templates" / "again", "../templates")
    assert sorted(_contents(tmp_path, "").files) == ["Chart.yaml", "templates/a.yaml"]

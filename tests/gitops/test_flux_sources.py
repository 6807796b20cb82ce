"""Which Flux Kustomizations apply a folder of the repository, and which something else."""

from pathlib import Path

import pytest

from kgen.config.model import Config
from kgen.gitops.units import units
from kgen.repository import read
from tests.gitops.applying import SERVICE, applied, flux

WEB = {"apps/web.yaml": SERVICE}
OTHER = "kind: GitRepository, name: other"


def source(name: str, url: str, kind: str = "GitRepository") -> str:
    """A source of Flux."""
    head = f"apiVersion: source.toolkit.fluxcd.io/v1\nkind: {kind}\n"
    return f"{head}metadata: {{name: {name}, namespace: flux-system}}\nspec: {{url: '{url}'}}\n"


BOOTSTRAPPED = {
    **WEB,
    "flux/sync.yaml": flux("flux-system", "./flux"),
    "flux/repository.yaml": source("flux-system", "ssh://git@example.com/team/repo"),
}
GENERATOR = """\
apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: {name: flux-system, namespace: flux-system}
spec:
  sources: [{alias: repo, kind: GitRepository, name: flux-system}]
  artifacts:
    - name: made
      copy: [{from: "@repo/apps/**", to: "@artifact/copied/"}]
"""


@pytest.mark.parametrize(
    ("files", "folder"),
    [
        pytest.param({**WEB, "flux/a.yaml": flux("a", "./apps")}, "apps", id="a source that is not there"),
        pytest.param({**WEB, "flux/a.yaml": flux("a", "/apps/")}, "apps", id="slashes around"),
        pytest.param(
            {**WEB, "flux/a.yaml": flux("a", "./apps", source=OTHER), "flux/r.yaml": source("other", "https://x.io/y")},
            "apps",
            id="a source that may be the repository",
        ),
        pytest.param({**BOOTSTRAPPED, "flux/a.yaml": flux("a", "./apps")}, "apps", id="the source of the bootstrap"),
        pytest.param(
            {
                **WEB,
                "flux-system/sync.yaml": flux("flux-system", "./"),
                "flux-system/repository.yaml": source("flux-system", "https://example.com/team/repo"),
                "flux-system/kustomization.yaml": "resources: [sync.yaml, repository.yaml]",
                "a.yaml": flux("a", "./apps"),
            },
            "apps",
            id="that of the root's bootstrap",
        ),
        pytest.param(
            {
                **BOOTSTRAPPED,
                "flux/a.yaml": flux("a", "./apps", source=OTHER),
                "flux/r.yaml": source("other", "https://example.com/Team/repo.git"),
            },
            "apps",
            id="the same address otherwise spelt",
        ),
        pytest.param(
            {
                "cluster/apps/web.yaml": SERVICE,
                "cluster/a.yaml": flux("a", "./apps", source="kind: OCIRepository, name: o"),
            },
            "cluster/apps",
            id="an artifact of the folder that it is written in",
        ),
        pytest.param(
            {
                **BOOTSTRAPPED,
                "flux/generator.yaml": GENERATOR,
                "flux/a.yaml": flux("a", "./copied", source="kind: ExternalArtifact, name: made"),
            },
            "apps",
            id="a folder copied into an artifact",
        ),
    ],
)
def test_in_the_repository(files: dict[str, str], folder: str) -> None:
    unit = next(each for each in applied(files) if each.name == "a")
    assert (unit.folder, [each.name for each in unit.resources], unit.problems) == (folder, ["web"], ())


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param(
            {
                **BOOTSTRAPPED,
                "flux/a.yaml": flux("a", "./apps", source=OTHER),
                "flux/r.yaml": source("other", "https://example.com/team/other"),
            },
            "flux/a.yaml:5:9: it applies another repository, "
            "GitRepository `flux-system/other`, `https://example.com/team/other`",
            id="another address than that of the bootstrap",
        ),
        pytest.param(
            {**WEB, "flux/a.yaml": flux("a", "./", source=OTHER), "flux/r.yaml": source("other", "https://x.io/y")},
            "flux/a.yaml:5:9: it applies another repository, GitRepository `flux-system/other`, `https://x.io/y`",
            id="the whole of a source that may be any",
        ),
        pytest.param(
            {"flux/a.yaml": flux("a", "./apps")},
            "flux/a.yaml:5:9: the folder `./apps` of GitRepository `flux-system/flux-system` is not in this repository",
            id="no such folder",
        ),
        pytest.param(
            {"flux/sync.yaml": flux("flux-system", "./flux"), "flux/a.yaml": flux("a", "./apps")},
            "flux/a.yaml:5:9: the folder `./apps` does not exist",
            id="no such folder of the repository itself",
        ),
        pytest.param(
            {**WEB, "flux/a.yaml": flux("a", "./apps/${ZONE}")},
            "flux/a.yaml:5:9: the path `./apps/${ZONE}` holds a variable without a known value",
            id="a variable in the path",
        ),
        pytest.param(
            {**WEB, "flux/a.yaml": flux("a", "./apps", source="kind: ExternalArtifact, name: made")},
            "flux/a.yaml:5:9: the folder `./apps` of ExternalArtifact `flux-system/made` "
            "cannot be traced to one of this repository",
            id="an artifact that nothing here makes",
        ),
    ],
)
def test_elsewhere(files: dict[str, str], reason: str) -> None:
    unit = next(each for each in applied(files) if each.name == "a")
    assert (unit.is_opaque, [str(each) for each in unit.problems]) == (True, [reason])


def test_a_link_out_of_the_repository(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "repository"
    outside.mkdir()
    root.mkdir()
    (outside / "kustomization.yaml").write_text("resources: [web.yaml]")
    (outside / "web.yaml").write_text(SERVICE)
    (root / "apps").symlink_to(outside, target_is_directory=True)
    (root / "a.yaml").write_text(flux("a", "./apps"))
    seen = read(root, Config())
    found = list(units(seen, Config()))
    assert [(unit.name, unit.is_opaque, unit.resources) for unit in found] == [("a", True, ())]


def test_a_kustomization_that_makes_another_of_itself_each_time() -> None:
    again = flux("a", "./apps", "postBuild: {substitute: {MORE: 'x${MORE}'}}").replace("name: a,", "name: 'a${MORE}',")
    names = [unit.name for unit in applied({"apps/a.yaml": again})]
    assert names[:3] == ["a${MORE}", "ax${MORE}", "axx${MORE}"]
    assert len(names) < 10


def test_a_patch_of_a_kustomization_asks_for_nothing() -> None:
    patch = flux("a", "./apps").replace("sourceRef: {kind: GitRepository, name: flux-system}", "prune: true")
    assert applied({**WEB, "flux/patch.yaml": patch}) == []

"""`kgen build`: the numbers that `auto` ports get."""

from pathlib import Path

import pytest

from tests.cli.building import SERVICE, SPEC, build, service, write

pytestmark = pytest.mark.usefixtures("repository")


def test_auto_takes_what_the_repository_leaves_free() -> None:
    taken = SERVICE.split("\n", 1)[1].replace("name: web", "name: taken")
    write({"kgen.yaml": SPEC, "taken.yaml": taken})
    assert "nodePort: 30001" in build("-o", "-").out


def test_auto_is_kept() -> None:
    write({"kgen.yaml": SPEC, "web-service.yaml": SERVICE.replace("30000", "30042")})
    build()
    assert "nodePort: 30042" in Path("web-service.yaml").read_text()


@pytest.mark.parametrize(
    ("spec", "number"),
    [
        pytest.param(SPEC.replace("auto:80", "auto:81"), 30000, id="another port of the Service"),
        pytest.param(SPEC + service("db", "30042:80:80"), 30000, id="written out elsewhere in the spec"),
        pytest.param("namespace: shop\n" + SPEC, 30000, id="another namespace"),
    ],
)
def test_auto_is_not_kept(spec: str, number: int) -> None:
    write({"kgen.yaml": spec, "web-service.yaml": SERVICE.replace("30000", "30042")})
    build()
    assert f"nodePort: {number}" in Path("web-service.yaml").read_text()


def test_a_number_that_is_given_up_is_free_again() -> None:
    write({"kgen.yaml": SPEC.replace("auto:80", "auto:81"), "web-service.yaml": SERVICE})
    assert "nodePort: 30000" in build("-o", "-").out


def test_auto_outside_of_the_range_is_not_kept() -> None:
    write({"kgen.yaml": SPEC, "web-service.yaml": SERVICE})
    assert "nodePort: 31000" in build("-o", "-", "--node-port-range", "31000-31999").out
    write({".kgen.yaml": "node-port-range: 31500-31999\n"})
    assert "nodePort: 31500" in build("-o", "-").out


def test_two_specs_of_one_run_share_the_numbers() -> None:
    write({"a/kgen.yaml": SPEC, "b/kgen.yaml": SPEC.replace("web", "shop"), "c.yaml": service("c", "30001:80:80")})
    assert build("a", "b", "c.yaml").code == 0
    numbers = [line for line in build("-o", "-", "a", "b", "c.yaml").out.splitlines() if "nodePort" in line]
    assert [line.split()[-1] for line in numbers] == ["30000", "30002", "30001"]


def test_anchored_ports_get_numbers_of_their_own() -> None:
    write({"kgen.yaml": "apps:\n  a: {image: x, ports: &p ['auto:80:80']}\n  b: {image: x, ports: *p}\n"})
    numbers = [line.split()[-1] for line in build("-o", "-").out.splitlines() if "nodePort" in line]
    assert numbers == ["30000", "30001"]

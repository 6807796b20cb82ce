"""Files whose content is made to hang, flood or mislead a reader: what is told, and what is still found beside them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest

from kgen.repository import from_sources
from kgen.syntax.source import Source
from kgen.wiring.missing_file import missing_files
from tests.cli.manifests import OUT_OF_RANGE, SERVICE, lay
from tests.hostile.bounded import SECONDS, bounded
from tests.libyaml import with_libyaml
from tests.running import run_kgen

_KIND = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n"
_MEGABYTE = 2**20


def _bomb(line: str, names: str = "abcdefghi") -> str:
    """Each line names the one before ten times: 10**9 values in the end."""
    lines = [line.format(name=name, before=before) for before, name in pairwise(names)]
    return f"{_KIND}  {names[0]}: &{names[0]} {{k: [x]}}\n" + "".join(f"  {each}\n" for each in lines)


def _utf16(text: str, encoding: str, mark: bytes) -> bytes:
    return mark + text.encode(encoding)


_UNREAD = "(1 document could not be read)"

# Not read, and no finding hides that: the summary counts it, and what else lies there is checked.
_UNREADABLE: dict[str, bytes] = {
    "an alias bomb": _bomb("{name}: &{name} [" + ", ".join(["*{before}"] * 10) + "]").encode(),
    "a merge bomb": _bomb(
        "{name}: &{name} {{p: *{before}, q: *{before}, <<: *{before}}}", "abcdefghijklmnopqrstuvwxyz"
    ).encode(),
    "an anchor that holds itself": f"{_KIND}  a: &x [*x]\n".encode(),
    "a merge key that holds itself": f"{_KIND}  a: &x {{<<: *x}}\n".encode(),
    "an alias of nothing": f"{_KIND}  a: *x\n".encode(),
    "100,000 brackets": _KIND.encode() + b"  a: " + b"[" * 100_000,
    "100,000 braces": _KIND.encode() + b"  a: " + b"{b: " * 100_000,
    "NUL": f"{_KIND}  a: b\0c\n".encode(),
    "an escape sequence": f"{_KIND}  a: \x1b[31mred\n".encode(),
    "a lone surrogate": _KIND.encode() + b"  a: \xed\xa0\x80\n",
    "an escape of a lone surrogate": _KIND.encode() + b'  a: "\\ud800"\n',
    "bytes that are no UTF-8": _KIND.encode() + b"  a: \xff\xfe\n",
    "a tab as indentation": f"{_KIND}\ta: b\n".encode(),
    "a tag that calls Python": f"{_KIND}  a: !!python/object/apply:os.system [touch called]\n{{\n".encode(),
}

_READABLE: dict[str, bytes] = {
    "an anchor used again": f"{_KIND}  a: &x b\n  c: &x d\n  e: *x\n".encode(),
    "a tag that calls Python": f"{_KIND}  a: !!python/object/apply:os.system touch called\n".encode(),
    "nothing but separators": b"---\n" * 50_000,
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in _UNREADABLE.items()])
def test_unreadable(data: bytes, repository: Path) -> None:
    lay(repository, service=OUT_OF_RANGE)
    (repository / "hostile.yaml").write_bytes(data)
    result = run_kgen(["lint", "--output-format", "concise"])
    assert result.code == 1
    assert _UNREAD in result.err
    assert "service.yaml:12:17: error[nodeport-out-of-range]" in result.out


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in _READABLE.items()])
def test_harmless(data: bytes, repository: Path) -> None:
    lay(repository, service=SERVICE)
    (repository / "hostile.yaml").write_bytes(data)
    result = run_kgen(["lint", "--output-format", "concise"])
    assert (result.code, result.out) == (0, "")
    assert not (repository / "called").exists()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_utf16(OUT_OF_RANGE, "utf-16-le", b"\xff\xfe"), id="UTF-16, little end first"),
        pytest.param(_utf16(OUT_OF_RANGE, "utf-16-be", b"\xfe\xff"), id="UTF-16, big end first"),
        pytest.param(b"\xef\xbb\xbf" + OUT_OF_RANGE.encode(), id="UTF-8 with a byte order mark"),
        pytest.param(OUT_OF_RANGE.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(OUT_OF_RANGE.replace("\n", "\r").encode(), id="CR"),
    ],
)
def test_the_place_is_right(data: bytes, repository: Path) -> None:
    (repository / "service.yaml").write_bytes(data)
    printed = run_kgen(["lint", "--output-format", "concise"]).out
    assert printed.startswith("service.yaml:12:17: error[nodeport-out-of-range]")


def _long() -> Iterator[object]:
    text = "x" * (10 * _MEGABYTE)
    one_line = f"{{apiVersion: v1, kind: Service, metadata: {{name: a, annotations: {{b: {text}}}}}, "
    one_line += "spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 29999}]}}\n"
    yield pytest.param(one_line.encode(), id="a line of 10 MB that holds the fault")
    yield pytest.param(f"{OUT_OF_RANGE}---\n{_KIND}  a: {text}\n".encode(), id="a scalar of 10 MB")
    yield pytest.param(f"{OUT_OF_RANGE}---\n{_KIND}  a: |\n".encode() + b"    x\n" * _MEGABYTE, id="a million lines")
    yield pytest.param(f"{OUT_OF_RANGE}# {text}\n".encode(), id="a comment of 10 MB")
    yield pytest.param(f"{OUT_OF_RANGE}#{' kgen: ignore' * 100_000}\n".encode(), id="a comment of 100,000 directives")
    yield pytest.param(f"{OUT_OF_RANGE}{'#' * _MEGABYTE}x kgen: ignore[\n".encode(), id="a million number signs")
    ports = "".join(f"    - {{name: p{number}, port: {number}, nodePort: {number}}}\n" for number in range(1, 60))
    named = f"{OUT_OF_RANGE.replace('name: web', f'name: {text[:_MEGABYTE]}')}{ports}"
    yield pytest.param(named.encode(), id="a name of 1 MB in sixty findings")


@with_libyaml
@pytest.mark.parametrize("data", list(_long()))
def test_length(data: bytes, tmp_path: Path) -> None:
    """What is printed does not grow with what was read, and neither time nor memory run away."""
    (tmp_path / "long.yaml").write_bytes(data)
    formats = [f"--output-format={form}" for form in ("full", "sarif:found.sarif", "json:found.json")]
    result = bounded(["lint", "--isolated", *formats], tmp_path)
    assert (result.code, "nodeport-out-of-range" in result.out) == (1, True), result.err
    for text in (result.out, *(path.read_text(encoding="utf-8") for path in tmp_path.glob("found.*"))):
        assert len(text) < 500_000


def test_thousands_of_files_that_are_not_there() -> None:
    """A near name is looked for among as many others, but not for ever."""
    listed = "".join(f"- deployment-{number}x.yaml\n" for number in range(3000))
    files = [Source(f"deployment-{number}.yaml", b"") for number in range(3000)]
    kustomization = Source("kustomization.yaml", f"resources:\n{listed}".encode())
    started = perf_counter()
    assert len(list(missing_files(from_sources([kustomization, *files])))) == 3000
    assert perf_counter() - started < SECONDS

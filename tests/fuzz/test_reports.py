"""Reports of a repository whose files have any name and any text: each format can be read back, and says the same."""

import json
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kgen.cli.outputs import FORMATS
from tests.cli.manifests import OUT_OF_RANGE, TYPO
from tests.fuzz.mutation import YAML_PIECES, mutated
from tests.fuzz.oracle import checked_run, lay

_NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12).map(
    "n{}".format
)
_FILES = st.dictionaries(
    _NAMES.map("{}.yaml".format), mutated([OUT_OF_RANGE.encode(), TYPO.encode()], YAML_PIECES), min_size=1, max_size=3
)


def _count_json(text: str) -> int:
    return sum(finding["suppressed"] is None for finding in json.loads(text)["findings"])


def _count_jsonl(text: str) -> int:
    return sum(json.loads(line)["suppressed"] is None for line in text.split("\n")[:-1])


def _count_sarif(text: str) -> int:
    (run,) = json.loads(text)["runs"]
    return sum("suppressions" not in result for result in run["results"])


def _count_junit(text: str) -> int:
    suites = ET.fromstring(text)
    return len(suites.findall(".//failure")) + len(suites.findall(".//skipped"))


def _count_lines(text: str) -> int:
    return len(text.split("\n")) - 1


COUNTS: dict[str, Callable[[str], int]] = {
    "full": lambda text: sum(line.lstrip().startswith("--> ") for line in text.split("\n")),
    "concise": _count_lines,
    "json": _count_json,
    "jsonl": _count_jsonl,
    "sarif": _count_sarif,
    "github": _count_lines,
    "gitlab": lambda text: len(json.loads(text)),
    "junit": _count_junit,
    "checkstyle": lambda text: len(ET.fromstring(text).findall("file/error")),
}
"""How many findings stand in a report of each format."""


def test_every_format_is_counted() -> None:
    assert list(COUNTS) == list(FORMATS)


@settings(max_examples=25)
@given(_FILES)
def test_formats_agree(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder, chdir(folder):
        try:
            lay(Path(folder), files)
        except OSError:
            assume(False)  # a name that this file system does not take
        formats = [flag for form in FORMATS for flag in ("--output-format", f"{form}:{form}.out")]
        checked_run(["lint", *formats])
        texts = {form: Path(f"{form}.out").read_text(encoding="utf-8") for form in FORMATS}
    counts = {form: COUNTS[form](text) for form, text in texts.items()}
    assert len(set(counts.values())) == 1, counts

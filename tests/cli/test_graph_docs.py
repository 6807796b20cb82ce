"""docs/graph.md shows what `kgen graph` prints."""

import json
import re
from pathlib import Path

from tests.running import run_kgen

_PAGE = Path(__file__).parents[2] / "docs" / "graph.md"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", _PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_example(repository: Path) -> None:
    (repository / "shop.yaml").write_text(_blocks("yaml")[0])
    assert run_kgen(["graph"]).out == _blocks("mermaid")[0]


def test_the_edge(repository: Path) -> None:
    (repository / "shop.yaml").write_text(_blocks("yaml")[0])
    shown = json.loads(_blocks("json")[0])
    whole = json.loads(run_kgen(["graph", "--output-format", "json"]).out)
    assert shown in whole["frames"][0]["nets"][0]["edges"]

"""The page: what it is made of, what it allows, and that no name becomes markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from kgen.show.graph.html import as_html
from kgen.show.graph.model import Graph
from kgen.syntax.display import visible
from tests.show.pictures import HOSTILE, named

_NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=30))


class _Page(HTMLParser):
    """The tags of a page with their attributes, and the texts of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.inner: dict[str, str] = {}
        self._within = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        self._within = dict(attrs).get("id") or tag if tag in ("script", "style") else tag

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        self.inner[self._within] = self.inner.get(self._within, "") + data


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_the_two_inline_parts_and_nothing_else() -> None:
    page = _Page(as_html(named("web"), "web"))
    (policy,) = (
        dict(attrs)["content"] for tag, attrs in page.tags if ("http-equiv", "Content-Security-Policy") in attrs
    )
    style, script = page.inner["style"], page.inner["script"]
    assert policy == (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = _Page(as_html(named("web"), "web"))
    assert {key for _, attrs in page.tags for key, _ in attrs} & {"src", "srcset", "style", "action", "data"} == set()
    assert [value for _, attrs in page.tags for key, value in attrs if key == "href"] == ["#main"]
    assert [key for _, attrs in page.tags for key, _ in attrs if key.startswith("on")] == []
    assert re.findall(r"url\(|@import|https?:", page.inner["style"]) == []
    assert (
        re.findall(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(", page.inner["script"]
        )
        == []
    )


@given(_NAMES)
@example("\udc80")
def test_names_are_data_and_nothing_else(name: str) -> None:
    text = as_html(named(name), name)
    page, benign = _Page(text), _Page(as_html(named("web"), "web"))
    assert page.tags == benign.tags
    assert {key: page.inner[key] for key in ("style", "script")} == {
        key: benign.inner[key] for key in ("style", "script")
    }
    assert re.findall("[<>&\u2028\u2029]|[^\x00-\x7f]", page.inner["data"]) == []
    node = json.loads(page.inner["data"])["frames"][0]["nets"][0]["nodes"][0]
    assert node["name"] == visible(name)


def test_an_empty_picture_is_a_page_too() -> None:
    assert json.loads(_Page(as_html(Graph(()), "nothing")).inner["data"])["frames"] == []

"""The page of `kgen graph` in a real browser."""

import os
from pathlib import Path

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.common.by import By

from kgen.syntax.display import visible
from tests.browser.page import Page
from tests.browser.pictures import hostile, many, shop
from tests.running import run_kgen
from tests.show.pictures import HOSTILE

_WHOLE = "3 Services, 1 broken connection, 1 unverifiable"
_ADMIN_WAY = [
    ":30004 nodePort",
    "Deployment web admin (undeclared)",
    "Service web admin :9090",
    "client outside",
    "web Deployment · shop",
    "web Service · shop",
]


def test_shows_frames_nodes_and_counts(page: Page) -> None:
    page.open(shop())
    assert page.status() == _WHOLE
    assert page.shown(".toggle") == ["folder search", "folder shop"]
    page.until(lambda: page.shown(".node .name")[:3] == ["search", "app=search", "client"])
    assert (page.count("g.broken"), page.count("g.unverifiable")) == (1, 1)


def test_a_click_shows_the_whole_way_and_its_details(page: Page) -> None:
    page.open(shop())
    page.item("Service web admin").click()
    assert page.lit() == _ADMIN_WAY
    details = page.shown("#details")[0]
    assert "shop/web.yaml:10" in details
    assert "target-port-name-missing target port `admin` of Service `web` is no port" in details
    page.item("Service web admin").click()
    assert (page.lit(), page.shown("#details")) == ([], [])


def test_details_lead_to_the_other_end(page: Page) -> None:
    page.open(shop())
    page.item(":30003 nodePort").click()
    page.browser.find_element(By.CSS_SELECTOR, "#details ul:last-of-type .link").click()
    assert page.focused().startswith("Service web http :8181, namespace shop")
    assert page.shown("#details h2") == ["Service web http :8181"]


@pytest.mark.parametrize(
    ("words", "status", "hits"),
    [
        pytest.param("30004", "2 of 3 Services, 1 broken connection, 0 unverifiable", 1, id="a number"),
        pytest.param(
            "SEARCH service", "1 of 3 Services, 0 broken connections, 1 unverifiable", 4, id="words in any case"
        ),
        pytest.param("name-missing", "2 of 3 Services, 1 broken connection, 0 unverifiable", 0, id="a rule"),
        pytest.param("nothing", "0 of 3 Services, 0 broken connections, 0 unverifiable", 0, id="what is not there"),
    ],
)
def test_search(page: Page, words: str, status: str, hits: int) -> None:
    page.open(shop())
    page.search(words)
    page.until_status(status)
    page.until(lambda: page.count(".item.hit") == hits)
    assert bool(page.shown("#nothing")) is status.startswith("0")


@pytest.mark.parametrize(
    ("name", "choice", "services"),
    [
        pytest.param("namespace", "search", 1, id="namespace"),
        pytest.param("unit", "folder shop", 2, id="unit"),
        pytest.param("kind", "Ingress", 2, id="kind"),
        pytest.param("state", "unverifiable", 1, id="state"),
    ],
)
def test_filters(page: Page, name: str, choice: str, services: int) -> None:
    page.open(shop())
    page.choose(name, choice)
    assert page.status().startswith(f"{services} of 3 Services")
    page.browser.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    page.until_status(_WHOLE)


def test_a_filter_without_a_choice_is_not_offered(page: Page) -> None:
    page.open(shop())
    assert page.shown("#cluster") == []


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.open(shop())
    page.until(lambda: page.count('.item[tabindex="0"]') == 1)
    page.item(":30004 nodePort").send_keys(Keys.ARROW_RIGHT)
    assert page.focused().startswith("Service web admin :9090, namespace shop, 1 in, 1 out, broken")
    page.press(Keys.ENTER)
    assert page.lit() == _ADMIN_WAY
    page.press(Keys.ARROW_LEFT, Keys.ARROW_UP)
    assert page.focused().startswith(":30003 nodePort")
    page.press(Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ARROW_UP)
    assert page.focused().startswith("Service search :80")
    assert page.count('.item[tabindex="0"]') == 1
    page.press(Keys.ESCAPE)
    assert (page.lit(), page.shown("#details")) == ([], [])
    page.press("/")
    assert page.focused() == "Search"


def test_tab_finds_the_picture_again_after_scrolling_away(page: Page) -> None:
    page.open(many(200, 1))
    page.item("app-0 Service").click()
    page.browser.execute_script("document.getElementById('main').scrollTo(0, 1e6)")
    page.until(lambda: page.count('.item[aria-label^="app-199"]') > 0)
    assert page.count(".node") < 100
    assert page.count('.item[tabindex="0"][aria-label^="app-0 Service"]') == 1


def test_the_focus_can_be_seen(page: Page) -> None:
    page.open(shop())
    page.item(":30004 nodePort").send_keys(Keys.ARROW_RIGHT)
    assert page.style(".item:focus", "outline-style") == "solid"


def test_the_table_says_the_same(page: Page) -> None:
    page.open(shop())
    page.browser.find_element(By.CSS_SELECTOR, "[value=table]").click()
    assert page.shown("#frames") == []
    assert page.shown("tbody th") == [
        "Service search :80, namespace search",
        "Service cart :80, namespace shop",
        "Service web http :8181, namespace shop",
        "Service web admin :9090, namespace shop",
    ]
    assert page.shown("tbody tr:last-child td")[0] == "node :30004"
    assert page.shown("tbody tr:last-child td.broken")[0].startswith("broken\ntarget-port-name-missing: ")
    page.search("cart.yaml")
    page.until(lambda: len(page.shown("tbody th")) == 3)


def test_what_a_screen_reader_says(page: Page) -> None:
    page.open(shop())
    row = page.item("Service web http")
    assert (row.aria_role, row.accessible_name) == ("button", "Service web http :8181, namespace shop, 2 in, 1 out")
    roles = {
        name: page.browser.find_element(By.CSS_SELECTOR, name).aria_role for name in ("#filters", "#counts", "main")
    }
    assert roles == {"#filters": "search", "#counts": "status", "main": "main"}
    assert page.browser.find_element(By.ID, "picture").accessible_name == "Picture of the wiring"


def test_hostile_names_are_text(page: Page) -> None:
    page.open(hostile())
    assert page.count("#frames .frame") == len(HOSTILE)
    page.item("<img src=x").click()
    names = {" ".join(visible(name).split()) for name in HOSTILE}
    assert {" ".join(text.split()) for text in page.shown(".node .name")} <= names
    assert "<img src=x onerror=alert(1)>" in page.shown("#details h2")[0]
    page.browser.find_element(By.CSS_SELECTOR, "[value=table]").click()
    assert page.count("img, iframe, a[href]:not(.skip)") == 0
    assert page.count("script") == 2


def test_the_policy_is_in_force(page: Page) -> None:
    page.open(shop())
    injected = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
    asked = "const done = arguments[0]; fetch('https://example.com').then(() => done('sent'), () => done('refused'))"
    page.browser.execute_script(injected)
    assert page.browser.execute_script("return window.ran ?? null") is None
    assert page.browser.execute_async_script(asked) == "refused"
    refusals = page.log()
    assert len(refusals) >= 2
    assert all("Content Security Policy" in each or "Fetch API" in each for each in refusals)


@pytest.mark.parametrize(
    ("preference", "background"),
    [
        pytest.param("light", "rgba(255, 255, 255, 1)", id="light"),
        pytest.param("dark", "rgba(17, 22, 29, 1)", id="dark"),
    ],
)
def test_the_page_is_light_or_dark(page: Page, preference: str, background: str) -> None:
    page.prefer("prefers-color-scheme", preference)
    page.open(shop())
    page.item("Service web admin").click()
    assert page.style("body", "background-color") == background
    keep_screenshot(page, f"shop-{preference}")


def test_nothing_moves_for_those_who_do_not_like_it(page: Page) -> None:
    page.open(shop())
    page.prefer("prefers-reduced-motion", "no-preference")
    assert page.style(".item", "transition-duration") != "0s"
    page.prefer("prefers-reduced-motion", "reduce")
    assert page.style(".item", "transition-duration") == "0s"


def test_all_is_drawn_for_print(page: Page) -> None:
    page.open(many(100, 4))
    assert page.count(".node") < 200
    page.browser.execute_cdp_cmd("Page.printToPDF", {})
    page.until(lambda: page.count(".node") == 200)


def test_five_thousand_services(page: Page, figures: list[str]) -> None:
    page.open(many(5000, 40))
    figures.append(f"page of 5000 Services: first paint after {page.first_paint():.0f} ms")
    assert page.status() == "5000 Services, 100 broken connections, 0 unverifiable"
    assert (page.count(".frame"), page.count(".node")) == (40, 0)
    page.browser.find_element(By.CSS_SELECTOR, ".toggle").click()
    page.until(lambda: page.count(".node") > 10)
    assert page.count(".node") < 100
    page.search("app-4999")
    page.until_status("1 of 5000 Services, 1 broken connection, 0 unverifiable")
    page.until(lambda: page.shown(".node .name") == ["app-4999", "web-4999"])


def test_the_page_of_a_large_repository(page: Page, tmp_path: Path, figures: list[str]) -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS", "../shared/corpus")) / "kubeflow+manifests"
    if not corpus.is_dir():
        pytest.skip("KGEN_CORPUS names no folder with kubeflow+manifests in it")
    file = tmp_path / "kubeflow.html"
    assert run_kgen(["graph", str(corpus), "-o", str(file)]).code == 0
    size = file.stat().st_size
    page.open_text(file.read_text(encoding="utf-8"))
    figures.append(f"page of kubeflow+manifests: {size} bytes, first paint after {page.first_paint():.0f} ms")
    assert size < 2_000_000
    page.until(lambda: page.count(".node") > 10)
    keep_screenshot(page, "kubeflow")


def keep_screenshot(page: Page, name: str) -> None:
    """Save what is seen to the folder that KGEN_SCREENSHOTS names, for people to look at."""
    folder = os.environ.get("KGEN_SCREENSHOTS")
    if folder:
        page.browser.save_screenshot(str(Path(folder) / f"{name}.png"))

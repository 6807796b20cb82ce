"""The page of a picture as somebody uses it."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from kgen.show.graph.html import as_html
from kgen.show.graph.model import Graph

_PATIENCE = 5  # seconds
# In one go, lest the page changes between one element and the next.
_SHOWN = """
const found = [...document.querySelectorAll(arguments[0])];
return found.filter((each) => each.checkVisibility()).map((each) => each.innerText);
"""


class Page:
    """An opened page; texts are as they are seen."""

    def __init__(self, browser: Chrome, file: Path) -> None:
        self.browser = browser
        self._file = file

    def open(self, drawn: Graph) -> None:
        """Write the page of a picture and go there."""
        self.open_text(as_html(drawn, "shop"))

    def open_text(self, text: str) -> None:
        """Write a page and go there."""
        self._file.write_text(text, encoding="utf-8")
        self.browser.get(self._file.as_uri())

    def first_paint(self) -> float:
        """Milliseconds from the start to the first content."""
        script = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
        self.until(lambda: self._number(script) >= 0)
        return self._number(script)

    def shown(self, selector: str) -> list[str]:
        """The texts of what is in sight."""
        found: object = self.browser.execute_script(_SHOWN, selector)
        assert isinstance(found, list)
        return found

    def count(self, selector: str) -> int:
        """How many elements there are, in sight or not."""
        return len(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def log(self) -> list[str]:
        """What the browser has logged since it was last asked, refusals of the page's policy among that."""
        entries: list[dict[str, str]] = self.browser.execute("getLog", {"type": "browser"})["value"]
        return [entry["message"] for entry in entries]

    def item(self, name: str) -> WebElement:
        """The part of the picture whose spoken name begins so, once it is drawn."""
        selector = f'.item[aria-label^="{name}"]'
        self.until(lambda: self.count(selector) > 0)
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def lit(self) -> list[str]:
        """The names of all nodes and rows that the way of what is selected passes."""
        found = self.browser.find_elements(By.CSS_SELECTOR, ".item.on")
        return sorted((each.get_attribute("aria-label") or "").partition(",")[0] for each in found)

    def focused(self) -> str:
        """The name that a screen reader says of what has the focus."""
        return self.browser.switch_to.active_element.accessible_name

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)

    def search(self, words: str) -> None:
        """Type into the search field, in place of what is there."""
        field = self.browser.find_element(By.ID, "search")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(words)

    def choose(self, filter_name: str, text: str) -> None:
        """Take a choice of a filter."""
        Select(self.browser.find_element(By.ID, filter_name)).select_by_visible_text(text)

    def status(self) -> str:
        """What the line of counts says."""
        return self.browser.find_element(By.ID, "counts").text

    def until_status(self, text: str) -> None:
        """Wait until the counts say so."""
        self.until(lambda: self.status() == text)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that the page does in its own time."""
        end = monotonic() + _PATIENCE
        while not holds():
            assert monotonic() < end, self.status()
            sleep(0.02)

    def style(self, selector: str, name: str) -> str:
        """What a property of the first such element comes to."""
        return self.browser.find_element(By.CSS_SELECTOR, selector).value_of_css_property(name)

    def prefer(self, feature: str, value: str) -> None:
        """Have the browser tell the page what its reader prefers."""
        told = {"features": [{"name": feature, "value": value}]}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", told)

    def prefer_nothing(self) -> None:
        """Have the browser forget what it was told to tell."""
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    def _number(self, script: str) -> float:
        found: object = self.browser.execute_script(script)
        assert isinstance(found, int | float)
        return found

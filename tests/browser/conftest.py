"""A headless Chromium, where there is one, and pages to open in it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser.page import Page

_FIGURES = pytest.StashKey[list[str]]()
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """One browser for all tests."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("neither Chromium nor Chrome is installed together with its chromedriver")
    options = ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in ("--headless=new", "--disable-gpu", "--window-size=1400,900", *_sandbox()):
        options.add_argument(flag)
    browser = Chrome(options=options, service=Service(driver))
    yield browser
    browser.quit()


@pytest.fixture
def page(chromium: Chrome, tmp_path: Path) -> Iterator[Page]:
    """Opens pages; none of them may have logged anything."""
    opened = Page(chromium, tmp_path / "wiring.html")
    opened.log()
    yield opened
    opened.prefer_nothing()
    assert opened.log() == []


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> list[str]:
    """Lines for the end of the run."""
    return pytestconfig.stash.setdefault(_FIGURES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how large pages were, and how soon they were there."""
    for line in config.stash.get(_FIGURES, []):
        terminalreporter.write_line(line)


def _sandbox() -> tuple[str, ...]:
    """Chromium's sandbox does not work for root, which tests in containers are."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()

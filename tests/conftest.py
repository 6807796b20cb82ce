"""Options of the test run."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.helm import HELM

# How long an example takes says more of the machine than of kgen.
settings.register_profile("kgen", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is printed now into the expected files; read the difference before committing."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/cases/*/expected.txt")


def pytest_configure() -> None:
    """Tests ask for helm and for the cache where they are about them, so that the others depend on neither."""
    os.environ["KGEN_HELM"] = ""
    os.environ["KGEN_NO_CACHE"] = "1"


def pytest_report_header() -> str:
    """Which helm renders the charts of this run."""
    return f"helm: {HELM or 'none'}"

"""Options of the test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is printed now into the expected files; read the difference before committing."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/cases/*/expected.txt")

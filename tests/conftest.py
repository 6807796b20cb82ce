"""Options of the test run."""

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of kgen.
settings.register_profile("kgen", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is printed now into the expected files; read the difference before committing."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/cases/*/expected.txt")

"""Where schemas/ and templates/ are: inside the package in a wheel, beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds schemas/ and templates/."""
    package = Path(__file__).resolve().parent
    return package if (package / "schemas").is_dir() else package.parent

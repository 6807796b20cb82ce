"""Quantities in canonical form; each answer is that of k8s.io/apimachinery's resource.Quantity."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.kubernetes.quantity import QuantityError, canonical_quantity


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("0", "0"), ("0.5", "500m"), ("100m", "100m"), ("1000m", "1"), ("1024Mi", "1Gi"), ("1536Mi", "1536Mi"),
        ("1.5Gi", "1536Mi"), ("0.1Ki", "102400m"), ("2e3", "2e3"), ("2000", "2k"), ("1000000", "1M"),
        ("1E", "1E"), ("+2k", "+2k"), ("-1", "-1"), ("-0.5", "-500m"), ("007", "007"), ("3.0", "3"),
        (".5", "500m"), ("1.", "1."), ("Ki", "0"), ("Pi", None), ("10n", "10n"), ("0.0000000001", "1n"),
        ("1e-3", "1e-3"), ("12e", None), ("1ki", None), ("abc", None), ("", None),
        ("8Ei", "9223372036854775807"), ("1e9999", None), ("1 ", None),
    ],
)  # fmt: skip
def test_canonical(text: str, canonical: str | None) -> None:
    if canonical is None:
        with pytest.raises(QuantityError):
            canonical_quantity(text)
    else:
        assert canonical_quantity(text) == canonical


POWERS: dict[str, int | Fraction] = {
    "": 1,
    "m": Fraction(1, 1000),
    "k": 10**3,
    "M": 10**6,
    "G": 10**9,
    "T": 10**12,
    "P": 10**15,
}
POWERS |= {"u": Fraction(1, 10**6), "n": Fraction(1, 10**9), "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40}


def value_of(text: str) -> Fraction:
    """What a quantity is worth."""
    digits = text.rstrip("unmkMGTPKi")
    return Fraction(digits) * Fraction(POWERS[text[len(digits) :]])


@given(st.decimals(0, 10**6, places=3), st.sampled_from(["", "m", "k", "M", "Ki", "Mi", "Gi"]))
def test_value_is_kept_and_stays(number: object, suffix: str) -> None:
    text = f"{number}{suffix}"
    canonical = canonical_quantity(text)
    assert canonical_quantity(canonical) == canonical
    assert value_of(canonical) == value_of(text)

"""Words that kubectl's describe pages and its tables share."""

from collections.abc import Iterable, Mapping

NONE = "<none>"


def joined(values: Iterable[str]) -> str:
    """The values between commas; `<none>` where there are none."""
    return ",".join(values) or NONE


def equalities(labels: Mapping[str, str]) -> str:
    """`key=value` between commas, in the order of the keys' bytes."""
    return joined(f"{key}={labels[key]}" for key in bytewise(labels))


def bytewise(keys: Iterable[str]) -> list[str]:
    """Keys as Go sorts them."""
    return sorted(keys, key=lambda key: key.encode("utf-8", "surrogatepass"))

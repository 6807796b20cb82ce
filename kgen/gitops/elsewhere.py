"""Which repository an address means, as far as its text tells."""

from __future__ import annotations

from kgen.pattern import lazy_pattern

_SCHEME = lazy_pattern(r"^(?:[\w+.-]+://)?(?:[^@/]*@)?")


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are of one repository, whatever the protocol, the user and the case."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    """`example.com/team/repo` of `https://example.com/team/repo.git` and of `git@example.com:team/repo`."""
    bare = _SCHEME.sub("", address.strip()).replace(":", "/").rstrip("/").lower()
    return bare.removesuffix(".git")

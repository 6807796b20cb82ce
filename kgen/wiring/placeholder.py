"""Values that something else will fill in."""

from functools import lru_cache

from kgen.pattern import lazy_pattern

# Go and Jinja templates, shell and Flux variables, kustomize vars, printf, and what people write by hand.
_PLACEHOLDER = lazy_pattern(r"\{\{|\}\}|\{%|\$\{|\$\(|<[^>]*>|%[sdv(]|@@|__\w+__|\bREPLACE|\bCHANGE_?ME|\bTODO")

# Characters; the longest name, host or path that Kubernetes takes is far shorter, and each is asked about many times.
_LONGEST = 4096
_MOST_REMEMBERED = 4096  # texts; the same names, labels and hosts are asked about for every object that speaks of them

# `PORT`, `SERVICE_NAME`: words that are filled in by hand where Kubernetes takes lower case only.
_SHOUTED = lazy_pattern(r"[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*")
_ACRONYMS = frozenset(
    {"DNS", "FTP", "GRPC", "H2C", "HTTP", "HTTP2", "HTTPS", "ICMP", "SCTP", "TCP", "TLS", "UDP", "WS"}
)


@lru_cache(_MOST_REMEMBERED)
def is_placeholder(text: str) -> bool:
    """Whether a text is meant to be replaced before it is applied."""
    return _PLACEHOLDER.search(text, 0, _LONGEST) is not None or (text.startswith("$") and len(text) > 1)


def is_name_to_fill_in(text: str) -> bool:
    """Whether a text is meant to be replaced where no capitals are allowed: a protocol's name in capitals is not."""
    return is_placeholder(text) or (_SHOUTED.fullmatch(text) is not None and text not in _ACRONYMS)

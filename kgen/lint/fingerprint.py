"""A finding's identity, the same after edits elsewhere in the repository."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256

from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.lint.finding import Finding

_HEX_DIGITS = 16


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with its fingerprint; an ordinal tells apart those alike in all else."""
    seen: Counter[str] = Counter()
    for finding in findings:
        identity = _identity(finding)
        seen[identity] += 1
        digest = sha256(f"{identity}{seen[identity]}".encode("utf-8", "surrogateescape")).hexdigest()
        yield replace(finding, fingerprint=digest[:_HEX_DIGITS])


def _identity(finding: Finding) -> str:
    resource = finding.resource
    parts = (resource.api_version, resource.kind, resource.namespace, resource.name) if resource else ()
    return json.dumps([finding.rule, finding.place.path, parts, finding.field])

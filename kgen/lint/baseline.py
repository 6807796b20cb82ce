"""Findings known and accepted for now: a list that only shrinks."""

from __future__ import annotations

import json

from kgen.errors import KgenError
from kgen.lint.finding import Suppression, SuppressionKind
from kgen.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kgen.lint.finding import Finding

_VERSION = 1
_ACCEPTED = Suppression(SuppressionKind.BASELINE)


@record
class Entry:
    """What a fingerprint stands for, for those who read the file; `resource` is empty outside of any."""

    rule: str
    path: str
    resource: str


@record
class Baseline:
    """Entries by the fingerprint of their finding."""

    entries: Mapping[str, Entry]

    def mark(self, finding: Finding) -> Finding:
        """The finding, suppressed where it stands and is listed."""
        listed = finding.suppressed is None and finding.fingerprint in self.entries
        return replace(finding, suppressed=_ACCEPTED) if listed else finding

    def stale(self, findings: Iterable[Finding], ran: Collection[str]) -> dict[str, Entry]:
        """The entries, of rules that ran, that no finding matches any more."""
        found = {finding.fingerprint for finding in findings}
        return {key: entry for key, entry in self.entries.items() if entry.rule in ran and key not in found}

    def without(self, stale: Collection[str]) -> Baseline:
        """What is left when some entries are taken out."""
        return Baseline({key: entry for key, entry in self.entries.items() if key not in stale})

    def to_json(self) -> str:
        """The file's text: sorted by fingerprint, so that two branches seldom touch the same lines."""
        entries = {
            key: {"rule": entry.rule, "path": entry.path, "resource": entry.resource}
            for key, entry in sorted(self.entries.items())
        }
        return json.dumps({"version": _VERSION, "findings": entries}, indent=2) + "\n"


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """A baseline of all findings that stand."""
    return Baseline({one.fingerprint: _entry(one) for one in findings if one.suppressed is None})


def read_baseline(text: str, path: str) -> Baseline:
    """Read a file's text; raise KgenError, naming `path`, for what `to_json` does not write."""
    try:
        whole = json.loads(text)
        version, findings = whole["version"], whole["findings"]
        entries = {
            str(key): Entry(str(entry["rule"]), str(entry["path"]), str(entry["resource"]))
            for key, entry in findings.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KgenError(f"`{path}` is no baseline", "`--update-baseline` writes one where there is no file") from None
    if version != _VERSION:
        raise KgenError(f"baseline `{path}` has version {version}, and this kgen reads {_VERSION}")
    return Baseline(entries)


def _entry(finding: Finding) -> Entry:
    return Entry(finding.rule, finding.place.path, str(finding.resource or ""))

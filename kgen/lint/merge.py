"""Findings of several units: one for each place, with the units that show it."""

from __future__ import annotations

from collections import Counter

from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from kgen.lint.finding import Finding

    class Shown(Protocol):
        """What is to be known of a unit: its name and the files that it is made from."""

        @property
        def name(self) -> str: ...

        @property
        def sources(self) -> frozenset[str]: ...


class Merged:
    """Findings by rule and place; what several units show there is told once, in the words of the first."""

    def __init__(self) -> None:
        self._found: dict[object, Finding] = {}
        self._units: dict[object, list[str]] = {}
        self._every: list[Shown] = []

    def add(self, findings: Iterable[Finding], unit: Shown | None) -> None:
        """Take in the findings of a unit, or of what is applied as it is written."""
        if unit is not None:
            self._every.append(unit)
        nth: Counter[object] = Counter()
        for finding in findings:
            place = finding.rule, finding.place.path, finding.place.span
            nth[place] += 1
            key = place, nth[place]
            self._found.setdefault(key, finding)
            if unit is not None:
                self._units.setdefault(key, []).append(unit.name)

    def findings(self) -> Iterator[Finding]:
        """Each once, with the units that show it, and those that are made from its file and do not."""
        for key, finding in self._found.items():
            shown = self._units.get(key, ())
            path = finding.place.path
            others = (each.name for each in self._every if path in each.sources and each.name not in shown)
            yield replace(finding, units=tuple(shown), other_units=tuple(others) if shown else ())

"""Which line of a template wrote which line of what it came to.

Template lines are written in their order, over again where a loop goes round; actions write any number of lines. Of
all ways to account for the rendered text so, the one that takes up most of it counts. A line that equally good ways
put in different places stays without one.
"""

from __future__ import annotations

from itertools import accumulate

from kgen.gitops.helm.template_lines import lines_of, template_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgen.gitops.helm.template_lines import TemplateLine

MOST_PAIRS = 500_000
"""Pairs of a template line and a rendered one that are looked at; beyond it no line is told."""

_SAME_TEXT = 20
_SAME_AROUND = 2  # of a line that an action writes a part of, and 1 for each character up to _MOST_AROUND
_MOST_AROUND = 10
_SAME_INDENT = 25  # only `-}}` at the end of the line before takes it away
_CONTINUED = 5  # a line that an action may have written by itself
_MOST_LEFT_OUT = 6  # template lines with words of their own that a condition leaves out cost 1 each, up to this
_ROUND = 12  # a loop goes round
_NEVER = -(10**9)

_Option = tuple[int, int]
"""A score, and the place it comes from, negative where earlier ones are preferred."""


def aligned(template: str, rendered: str) -> list[int | None]:
    """For each line of the rendered text the 0-based line of the template that wrote it, None where that is unclear."""
    lines, wanted = template_lines(template), lines_of(rendered)
    if len(lines) * len(wanted) > MOST_PAIRS:
        return [None] * len(wanted)
    early, late = (_Ways(lines, preference).best(wanted) for preference in (-1, 1))
    return [one if one == other else None for one, other in zip(early, late, strict=True)]


class _Ways:
    """All ways through a template. A place is the number of the line last written, from 1, and 0 before the first."""

    def __init__(self, lines: Sequence[TemplateLine | None], preference: int) -> None:
        """Of equally good ways the one through later lines is taken where `preference` is 1, earlier ones for -1."""
        self._preference = preference
        self._lines = {place: line for place, line in enumerate(lines, start=1) if line is not None}
        self._with_actions = {place: line for place, line in self._lines.items() if not line.is_literal}
        self._literal: dict[str, list[int]] = {}
        for place, line in self._lines.items():
            if line.is_literal:
                self._literal.setdefault(line.parts[0], []).append(place)
        self._passed = list(accumulate((line is not None and line.weight > 0 for line in lines), initial=0))

    def best(self, rendered: Sequence[str]) -> list[int | None]:
        """The 0-based template line that wrote each rendered one, None for those that none did."""
        scores = [0, *[_NEVER] * (len(self._passed) - 1)]
        steps: list[Mapping[int, int]] = []
        for text in rendered:
            scores, arrivals = self._after(text, scores) if text.strip() else (scores, {})
            steps.append(arrivals)
        _, place = max((score, self._preference * place) for place, score in enumerate(scores))
        return self._traced(rendered, steps, abs(place))

    def _after(self, text: str, scores: Sequence[int]) -> tuple[list[int], Mapping[int, int]]:
        """The scores of all places behind one more line, and where those that wrote it were reached from."""
        after, arrivals = list(scores), dict[int, int]()
        for place, line in self._with_actions.items():
            after[place] += _CONTINUED * line.may_continue(text)
        gains = self._gains(text)
        if gains:
            reached = self._reached(scores, gains)
            for place, gain in gains.items():
                score, origin = reached[place]
                if score + gain > after[place]:
                    after[place], arrivals[place] = score + gain, abs(origin)
        return after, arrivals

    def _gains(self, text: str) -> dict[int, int]:
        """What the lines that may have written a text are worth, by place."""
        stripped, indent = text.strip(), len(text) - len(text.lstrip())
        gains = dict.fromkeys(self._literal.get(stripped, ()), _SAME_TEXT)
        for place, line in self._with_actions.items():
            if line.writes(stripped):
                gains[place] = _SAME_AROUND + min(_MOST_AROUND, line.weight)
        gains = {place: gain + _SAME_INDENT * (self._lines[place].indent == indent) for place, gain in gains.items()}
        for place, line in self._with_actions.items():
            if not line.weight and line.may_continue(text):
                gains[place] = _CONTINUED
        return gains

    def _reached(self, scores: Sequence[int], places: Iterable[int]) -> dict[int, _Option]:
        """The best way to come to each of some places."""
        marked = [(score, self._preference * place) for place, score in enumerate(scores)]
        near = list(accumulate(((s + passed, p) for (s, p), passed in zip(marked, self._passed, strict=True)), max))
        far = list(accumulate(marked, max))
        later = list(accumulate(reversed(marked), max))[::-1]
        found: dict[int, _Option] = {}
        for place in places:
            before, line = place - 1, self._lines[place]
            if not line.weight:
                found[place] = max((scores[0], 0), *self._directly_before(place, marked))
                continue
            options = [
                (scores[0], 0),
                _less(near[before], self._passed[before]),
                _less(far[before], _MOST_LEFT_OUT),
                _less(marked[place], _ROUND if line.is_literal else 0),
                *[_less(option, _ROUND) for option in later[place + 1 : place + 2]],
            ]
            found[place] = max(options)
        return found

    def _directly_before(self, place: int, marked: Sequence[_Option]) -> Iterator[_Option]:
        """The places from which no line with words of its own leads up to a place: an action follows on its key."""
        for origin in range(place - 1, -1, -1):
            yield marked[origin]
            if origin in self._lines and self._lines[origin].weight:
                return

    def _traced(self, rendered: Sequence[str], steps: Sequence[Mapping[int, int]], place: int) -> list[int | None]:
        found: list[int | None] = []
        for text, arrivals in zip(reversed(rendered), reversed(steps), strict=True):
            line = self._with_actions.get(place)
            is_written = place in arrivals or (line is not None and bool(text.strip()) and line.may_continue(text))
            found.append(place - 1 if is_written else None)
            place = arrivals.get(place, place)
        return found[::-1]


def _less(option: _Option, cost: int) -> _Option:
    return option[0] - cost, option[1]

"""A trace for people: each passage as a line, then hop by hop with what leads from one to the next."""

from __future__ import annotations

from kgen.record import record
from kgen.show.port_table import owner
from kgen.show.state import State
from kgen.show.trace.passage import Stop
from kgen.show.trace.summary import summaries
from kgen.syntax.display import cells, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kgen.lint.finding import Finding
    from kgen.lint.finding import Place as FindingPlace
    from kgen.show.port_ledger import Place
    from kgen.show.trace.passage import Entrance, Hop, Passage
    from kgen.show.trace.shown import Trace

    # Text in the colour of a role: kgen.report's, which is beside this room.
    Paint = Callable[[str, str], str]

_MOST_SIDE_BY_SIDE = 12
_WIDEST = 72  # cells of a column; longer cells stand out of it
_MOST_UNITS = 4
_GAP = "  "
_ROLES = {State.BROKEN: "error", State.UNVERIFIABLE: "warning", State.VERIFIED: "frame"}
_MARKS = {State.BROKEN: "x", State.UNVERIFIABLE: "?", State.VERIFIED: "|"}


def as_text(trace: Trace, paint: Paint) -> str:
    """Every passage with an empty line after it, and what it comes to where there are several."""
    blocks = ["".join(f"{line}\n" for line in _passage(passage, paint)) for passage in trace.passages]
    tally = [f"{_tally(trace)}\n"] if trace.total > 1 else []
    return "\n".join((*blocks, *tally))


def _passage(passage: Passage, paint: Paint) -> Iterator[str]:
    if passage.units:
        yield paint("title", f"in {_named(passage.units)}")
    lines = summaries(passage)
    for line in lines[:_MOST_SIDE_BY_SIDE]:
        yield paint("title", visible(line))
    if len(lines) > _MOST_SIDE_BY_SIDE:
        yield f"and {len(lines) - _MOST_SIDE_BY_SIDE} more"
    yield ""
    yield from _Table(passage, paint).lines()


def _named(units: Sequence[str]) -> str:
    more = len(units) - _MOST_UNITS
    return visible(", ".join(units[:_MOST_UNITS])) + (f" and {more} more" if more > 0 else "")


@record
class _Row:
    hop: Hop
    is_last: bool = False

    @property
    def cells(self) -> tuple[str, str]:
        """What it is, and of which object."""
        return visible(str(self.hop)), visible(_object(self.hop))


class _Table:
    """The hops of a passage in aligned columns."""

    def __init__(self, passage: Passage, paint: Paint) -> None:
        self._paint = paint
        self._entrances = list(_rows_before(passage.entrances))
        self._service = [] if passage.service is None else [_Row(passage.service, not passage.ends)]
        self._ends = [_Row(hop, is_last=True) for hop in passage.ends]
        rows = (*self._entrances, *self._service, *self._ends)
        self._widths = [_width([row.cells[column] for row in rows]) for column in (0, 1)]

    def lines(self) -> Iterator[str]:
        """The rows, below each what leads on from it."""
        for rows in (self._entrances, self._service, self._ends):
            for row in rows[:_MOST_SIDE_BY_SIDE]:
                yield self._line(row)
                yield from self._below(row)
            if len(rows) > _MOST_SIDE_BY_SIDE:
                yield f"  and {len(rows) - _MOST_SIDE_BY_SIDE} more, which `--output-format json` lists"

    def _line(self, row: _Row) -> str:
        first, second = (_padded(text, width) for text, width in zip(row.cells, self._widths, strict=True))
        return f"  {self._paint('title', first)}{_GAP}{second}{_GAP}{_where(row.hop)}".rstrip()

    def _below(self, row: _Row) -> Iterator[str]:
        hop = row.hop
        bar = " " if row.is_last else self._paint("frame", "|")
        if hop.why:
            yield f"    {bar}  {visible('; '.join(hop.why))}"
        if hop.reason:
            yield f"    {self._mark(hop.state)}  not sure: {visible(hop.reason)}"
        for finding in hop.findings:
            yield from self._finding(finding, hop)

    def _finding(self, finding: Finding, hop: Hop) -> Iterator[str]:
        kind = self._paint(finding.severity, f"{finding.severity}[{finding.rule}]")
        mark = self._mark(hop.state if hop.state is State.BROKEN else State.UNVERIFIABLE)
        yield f"    {mark}  {kind}: {visible(finding.message)}"
        yield f"       {self._paint('frame', '-->')} {_at(finding.place)}"
        for place in finding.related:
            yield f"       {self._paint('frame', ':::')} {_at(place)}  {visible(place.message)}"
        if finding.help:
            yield f"       {self._paint('frame', '=')} {self._paint('title', 'help')}: {visible(finding.help)}"

    def _mark(self, state: State) -> str:
        return self._paint(_ROLES[state], _MARKS[state])


def _rows_before(entrances: Sequence[Entrance]) -> Iterator[_Row]:
    """The rows of entrances; routes that share their Gateways stand below these."""
    shown: tuple[Hop, ...] = ()
    for entrance in entrances:
        if entrance.gateways != shown:
            shown = entrance.gateways
            yield from map(_Row, shown)
        yield _Row(entrance.hop)


def _object(hop: Hop) -> str:
    if hop.owner is None:
        return "none found" if hop.stop is Stop.POD else ""
    container = f", container {hop.container}" if hop.container else ""
    word = "listener" if hop.stop is Stop.GATEWAY else "port"
    port = f", {word} {hop.name}" if hop.name else ""
    return f"{owner(hop.owner)}{container}{port}"


def _where(hop: Hop) -> str:
    if hop.place is not None:
        return _at_line(hop.place)
    return "" if hop.owner is None else "not found"


def _at_line(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}"


def _at(place: FindingPlace) -> str:
    return f"{visible(place.path)}:{place.span.line}:{place.span.column}"


def _width(texts: Sequence[str]) -> int:
    return max((cells(text) for text in texts if cells(text) <= _WIDEST), default=0)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _tally(trace: Trace) -> str:
    shown = trace.passages
    broken = sum(each.state is State.BROKEN for each in shown)
    unsure = sum(each.state is State.UNVERIFIABLE for each in shown)
    paths = "1 path" if len(shown) == 1 else f"{len(shown)} paths"
    counts = f"{paths}: {len(shown) - broken - unsure} whole, {broken} broken, {unsure} not sure."
    left = trace.total - len(shown)
    are = "is" if left == 1 else "are"
    return (
        f"{counts} {left} more {are} not shown: narrow with PATH, -n or --unit, or raise --limit." if left else counts
    )

"""What was seen of a repository's charts."""

from __future__ import annotations

from kgen.gitops.helm.chart import charts
from kgen.gitops.helm.rendition import Rendition
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgen.gitops.unit import Unit
    from kgen.kubernetes.resource import Resource
    from kgen.syntax.source import Source


@record
class ChartsSeen:
    """`resources` are the objects that templates came to, in each unit; `unrendered` are the files of other charts."""

    resources: tuple[Resource, ...] = ()
    unrendered: tuple[str, ...] = ()


def charts_seen(sources: Sequence[Source], units: Iterable[Unit]) -> ChartsSeen:
    """What the units of a repository show of its charts."""
    whole = [unit for unit in units if not unit.problems]
    shown = {path for unit in whole for path in unit.sources}
    files = (chart.node.source.path for chart in charts(sources) if not chart.is_library)
    return ChartsSeen(
        resources=tuple(each for unit in whole for each in unit.resources if isinstance(each.node.source, Rendition)),
        unrendered=tuple(path for path in files if path not in shown),
    )

"""The frames of one cluster, or of one unit."""

from collections.abc import Iterable

from kgen.errors import KgenError
from kgen.show.graph.frames import FOLDER
from kgen.show.graph.model import Graph
from kgen.spelling import close_matches
from kgen.syntax.display import visible

_MOST = 5


def of_cluster(graph: Graph, name: str) -> Graph:
    """What is rendered for a cluster; raise KgenError where nothing is."""
    found = tuple(frame for frame in graph.frames if frame.cluster == name)
    if not found:
        raise _unknown(name, "cluster that the repository names", {frame.cluster for frame in graph.frames} - {""})
    return Graph(found)


def of_unit(graph: Graph, name: str) -> Graph:
    """What a unit renders, given by its name or by the last parts of that; raise KgenError where there is none."""
    units = [frame for frame in graph.frames if frame.kind != FOLDER]
    wanted = name.strip("/") or name
    found = [frame for frame in units if frame.name == wanted]
    found = found or [frame for frame in units if frame.name.endswith(f"/{wanted}")]
    if not found:
        raise _unknown(name, "unit with something to draw", {frame.name for frame in units})
    return Graph(tuple(found))


def _unknown(name: str, what: str, known: Iterable[str]) -> KgenError:
    names = sorted(known)
    near = close_matches(name, names, n=1)
    listed = f"there are {', '.join(names[:_MOST])}" if names else "there is none"
    hint = f"did you mean `{near[0]}`?" if near else listed
    return KgenError(visible(f"`{name}` is no {what}"), visible(hint))

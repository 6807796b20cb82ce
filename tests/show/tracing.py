"""Traces of repositories that are made of a few lines."""

from pathlib import Path

from kgen.cli.trace_findings import Rulebook
from kgen.config.model import Config
from kgen.show.trace.find import trace
from kgen.show.trace.kinds import is_kind_in
from kgen.show.trace.passage import Hop, Passage
from kgen.show.trace.sight import Sight
from kgen.show.trace.summary import summaries
from kgen.show.trace.target import parse_target
from kgen.show.trace.wires import wires
from kgen.wiring.wirings import wirings
from tests.repositories import repository


def passages(target: str, files: dict[str, str], namespace: str | None = None) -> list[Passage]:
    """What a target leads through in these texts by path."""
    every = wires(tuple(wirings(repository(files), Config())))
    rulebook = Rulebook(Config(), Path())
    sights = [Sight(each, rulebook.findings, str) for each in every]
    return trace(parse_target(target, is_kind_in(every)), sights, namespace)


def lines(target: str, files: dict[str, str], namespace: str | None = None) -> list[str]:
    """The lines in which it is summed up."""
    return [line for passage in passages(target, files, namespace) for line in summaries(passage)]


def hops(target: str, files: dict[str, str]) -> list[str]:
    """Each hop of the first passage as `stop label owner place state`, without what there is not."""
    return [_told(hop) for hop in passages(target, files)[0].hops]


def told(target: str, files: dict[str, str]) -> list[str]:
    """What is said of the hops of the first passage: why each leads on, what is not sure, and which rules speak."""
    found = passages(target, files)[0].hops
    return [text for hop in found for text in (*hop.why, hop.reason, *(each.rule for each in hop.findings)) if text]


def _told(hop: Hop) -> str:
    owner = "" if hop.owner is None else f"{hop.owner.kind}/{hop.owner.name}"
    place = "" if hop.place is None else f"{hop.place.path}:{hop.place.line}"
    return " ".join(text for text in (str(hop), owner, place, hop.state) if text)

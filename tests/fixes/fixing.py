"""Fixing what one rule finds in files of a few lines."""

from dataclasses import dataclass
from functools import partial
from textwrap import dedent

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.lint.finding import Finding
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.mend import Mended, mend
from kgen.lint.fix.trial import State
from kgen.lint.select import selected
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source

Files = dict[str, str] | str


@dataclass(frozen=True)
class Outcome:
    """The files once they are mended, the safety of each fix made, and why others were not."""

    files: dict[str, str]
    safety: set[Safety]
    refused: list[str]


def mended(rule: str, files: Files, config: Config | None = None) -> Outcome:
    """Fix what one rule finds, unsafely too, among all rules that are on by default."""
    result = mended_state(rule, _sources(files), config)
    found = result.state.repository.sources
    return Outcome(
        {source.path: source.data.decode() for source in found},
        {each.fix.safety for each in result.fixed if each.fix is not None},
        [each.reason for each in result.refused],
    )


def mended_state(rule: str, sources: list[Source], config: Config | None = None) -> Mended:
    """The same with all that is known of the outcome."""
    settings = config or Config(extend_select=(rule,))
    lint = partial(check, selected(rules(), settings), config=settings)
    repository = from_sources(sources)
    return mend(State(repository, lint(repository)), lambda finding: finding.rule == rule, lint)


def found(rule: str, files: Files) -> list[Finding]:
    """What one rule finds."""
    config = Config(extend_select=(rule,))
    repository: Repository = from_sources(_sources(files))
    checked = check(selected(rules(), config), repository, config)
    return [finding for finding in checked.findings if finding.rule == rule]


def changed(files: Files, old: str, new: str) -> dict[str, str]:
    """The files with a piece of text, which stands there once, replaced by another."""
    texts = {source.path: source.data.decode() for source in _sources(files)}
    assert sum(text.count(old) for text in texts.values()) == 1
    return {path: text.replace(old, new) for path, text in texts.items()}


def _sources(files: Files) -> list[Source]:
    texts = {"a.yaml": files} if isinstance(files, str) else files
    return [Source(path, dedent(text).encode()) for path, text in texts.items()]

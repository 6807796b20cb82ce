"""`per-file-ignores`: rules left out on the files of a pattern."""

from __future__ import annotations

from pathlib import Path

from kgen.discovery.relative import relative
from kgen.lint.select import specificity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.config.model import Config
    from kgen.lint.finding import Finding


def without_ignored(findings: Iterable[Finding], config: Config, root: Path) -> list[Finding]:
    """The findings that no pattern takes away.

    Patterns are relative to the configuration file's folder, without such a file to the working directory.
    """
    if not config.per_file_ignores:
        return list(findings)
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 # 12 ms, for those who configure it

    folder = Path(config.path).resolve().parent if config.path else Path().resolve()
    ignores = [(GitIgnoreSpec.from_lines([p]), words) for p, words in config.per_file_ignores.items()]

    def ignored(finding: Finding) -> bool:
        path = relative(str(root / finding.place.path), str(folder))
        words = [word for spec, listed in ignores if spec.match_file(path) for word in listed]
        return specificity(finding.rule, finding.group, words) > 0

    return [finding for finding in findings if not ignored(finding)]

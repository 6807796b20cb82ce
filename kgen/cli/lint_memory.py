"""Remembering what `kgen lint` printed."""

from __future__ import annotations

import os

from kgen.cache.run import KeptRun, without_time
from kgen.cache.tree import tree_digest
from kgen.config.find import config_file
from kgen.discovery.witness import looked_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.cli.cache_place import Slot
    from kgen.cli.lint_arguments import LintArguments
    from kgen.cli.lint_inputs import LintInput
    from kgen.config.model import Config
    from kgen.discovery.witness import Witness


class Memory:
    """One run, from its command line to what it printed; made before anything is read."""

    def __init__(self, slot: Slot | None, arguments: LintArguments, witness: Witness) -> None:
        """`slot` is where it goes, None where nothing is remembered."""
        self._witness = witness
        self._slot = None if _acts(arguments) else slot
        settings = arguments.config or config_file(".", os.environ.get("KGEN_CONFIG"))
        for path in (*arguments.paths, settings, arguments.baseline):
            if path is not None:
                looked_at(path)

    def rest_on(self, config: Config) -> None:
        """Take note of what the settings name, which is yet to be read."""
        if config.baseline is not None:
            looked_at(config.baseline)

    def keep(
        self, inputs: Sequence[LintInput], config: Config, printed: tuple[str, str], seconds: float, code: int
    ) -> None:
        """Remember what was printed to standard output and error, if that can be told to hold still."""
        if self._slot is None or not self._witness.is_repeatable:
            return
        output, error = (without_time(text, seconds) for text in printed)
        trees = [self._tree(one, config) for one in inputs]
        run = KeptRun(output, error, code, trees, self._witness.looked_at)
        self._slot.write(run.to_text())

    def _tree(self, one: LintInput, config: Config) -> tuple[str, bool, str]:
        """What was listed and read, whatever is there by now."""
        start = str(one.scope.start)
        known = {source.path: source.data for source in one.repository.sources}
        return start, config.respect_gitignore, tree_digest(self._witness.listings[start], known)


def _acts(arguments: LintArguments) -> bool:
    """Whether a run does more than to print, or reads what is gone afterwards."""
    return bool(
        arguments.mends
        or arguments.update_baseline
        or arguments.is_stdin
        or arguments.output_file is not None
        or any(":" in output for output in arguments.output_format)
    )

"""Where findings go: one rendering for each `--output-format FORMAT[:FILE]`."""

from __future__ import annotations

import os
from importlib import import_module

from kgen.cli.rebase import rebased
from kgen.cli.stdio import out
from kgen.errors import KgenError
from kgen.generate.atomic import write_atomically
from kgen.record import record
from kgen.report.style import PLAIN
from kgen.spelling import close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kgen.report.report import Report
    from kgen.report.style import Style

# format -> its module in kgen.report, imported only when it is asked for
FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "findings_json",
    "jsonl": "findings_jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
}


@record
class Output:
    """A format and the file it is written to, None for standard output."""

    format: str
    file: str | None

    def write(self, report: Report, style: Style, root: str | None, screen: Callable[[str], None] = out) -> None:
        """Render the report and write it to its file or to the screen; files are never coloured.

        `root` is the repository's, if it is one.
        """
        render: Callable[[Report, Style], str] = import_module(f"kgen.report.{FORMATS[self.format]}").render
        shown = rebased(report, self.format, root)
        if self.file is None:
            screen(render(shown, style))
        else:
            _write_file(self.file, render(shown, PLAIN))


def outputs(formats: Sequence[str], file: str | None) -> list[Output]:
    """What `--output-format`, else KGEN_OUTPUT_FORMAT, and `--output-file` ask for.

    Raise KgenError where they contradict each other.
    """
    default = os.environ.get("KGEN_OUTPUT_FORMAT") or "full"
    wanted = [_output(text) for text in formats or [default]]
    if file is not None:
        if len(wanted) > 1 or wanted[0].file is not None:
            raise KgenError("`--output-file` takes one format", "write `--output-format FORMAT:FILE` for each")
        return [Output(wanted[0].format, file)]
    on_screen = [output.format for output in wanted if output.file is None]
    if len(on_screen) > 1:
        raise KgenError(
            f"`{on_screen[0]}` and `{on_screen[1]}` would mix on standard output",
            f"name a file for one of them, such as `--output-format {on_screen[1]}:FILE`",
        )
    return wanted


def _write_file(path: str, text: str) -> None:
    # /dev/stderr and the like lead to whatever the shell connected: added to, never replaced.
    if path.startswith("/dev/") or (os.path.exists(path) and not os.path.isfile(path)):
        with open(path, "ab") as stream:
            stream.write(text.encode("utf-8", "surrogateescape"))
    else:
        write_atomically(os.path.realpath(path), text)


def _output(text: str) -> Output:
    name, _, file = text.partition(":")
    if name not in FORMATS:
        near = close_matches(name, FORMATS, n=1)
        known = ", ".join(f"`{known}`" for known in FORMATS)
        raise KgenError(
            f"unknown output format `{name}`", f"did you mean `{near[0]}`?" if near else f"there are {known}"
        )
    return Output(name, file or None)

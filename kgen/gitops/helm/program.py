"""Running `helm template` where it can reach nothing but what it is given."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SECONDS = 20
MOST_OUTPUT = 16 * 1024 * 1024
"""Bytes that one chart may come to."""
MOST_MEMORY = 4 * 1024 * 1024 * 1024
"""Bytes of address space for one run."""

_REMEMBERED = 256
_MOST_MESSAGE = 64 * 1024
_MOST_SHOWN = 300
_TOO_LITTLE_MEMORY = "fatal error: out of memory"  # as Go puts it
_SKIPS_SCHEMA = "--skip-schema-validation"
_NOWHERE = "http://127.0.0.1:9"  # RFC 863: what is sent to the discard port is thrown away
_NEEDED = ("SYSTEMROOT",)  # Windows programs do not start without


@record
class Order:
    """One run: what is installed under which name with which values.

    `digest` stands for all of `files`, by their paths, which are those of the chart below `chart/` and of values
    files beside it. `arguments` are those behind `helm template`, where `chart` is the chart.
    """

    digest: str
    arguments: tuple[str, ...]
    files: Mapping[str, bytes]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Order) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, tuple[str, ...]]:
        return self.digest, self.arguments


@record
class Answer:
    """What helm printed, or why it printed nothing."""

    output: str = ""
    refusal: str = ""


@lru_cache(maxsize=_REMEMBERED)
def answer(program: str, order: Order) -> Answer:
    """Run helm, unless the very same was asked for before.

    It is given copies in a folder of its own.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 # with those below 6 ms, where helm is never run

    with TemporaryDirectory(prefix="kgen-helm-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        for path, data in order.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        try:
            return _run([program, "template", *order.arguments, _SKIPS_SCHEMA], folder)
        except OSError as error:
            return Answer(refusal=f"`{program}` cannot be run: {error.strerror}")


def _run(command: list[str], folder: Path) -> Answer:
    import subprocess  # noqa: PLC0415
    from threading import Timer  # noqa: PLC0415

    messages = folder / "messages"
    with (
        messages.open("wb") as sink,
        subprocess.Popen(  # noqa: S603 - no shell; what comes from outside is checked where orders are made
            command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=sink
        ) as process,
    ):
        _bound_memory(process.pid)
        end = Timer(MOST_SECONDS, process.kill)
        end.start()
        try:
            assert process.stdout is not None
            output = process.stdout.read(MOST_OUTPUT + 1)
            if len(output) > MOST_OUTPUT:
                return Answer(refusal=f"it comes to more than {MOST_OUTPUT >> 20} MiB")
            process.wait()
        finally:
            is_late = not end.is_alive()
            end.cancel()
            process.kill()
    if is_late:
        return Answer(refusal=f"helm takes longer than {MOST_SECONDS} seconds")
    if process.returncode:
        return Answer(refusal=_refusal(messages, folder))
    return Answer(output.decode("utf-8", "surrogateescape"))


def _bound_memory(process: int) -> None:
    """Elsewhere than on Linux a program that runs already cannot be limited; there the time has to do."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 # not on Windows

        with suppress(OSError):  # it may have come to its end
            resource.prlimit(process, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _environment(folder: Path) -> Mapping[str, str]:
    """Nothing of kgen's own; helm finds an empty home, no cluster, and no way to the network."""
    home = str(folder / "home")
    own = dict.fromkeys(("HOME", "USERPROFILE", "HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME"), home)
    nowhere = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), _NOWHERE)
    needed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {
        **needed,
        **own,
        **nowhere,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),
        "HELM_NO_PLUGINS": "1",
        "HELM_PLUGINS": str(folder / "plugins"),
        "KUBECONFIG": str(folder / "kubeconfig"),
    }


def _refusal(messages: Path, folder: Path) -> str:
    """What helm gave as its reason, on one line."""
    with messages.open("rb") as written:
        text = written.read(_MOST_MESSAGE).decode("utf-8", "replace")
    if _SKIPS_SCHEMA in text:
        return "helm 3.16 or newer is needed"
    if _TOO_LITTLE_MEMORY in text:
        return f"helm needs more than {MOST_MEMORY >> 30} GiB of memory"
    reason = text.rpartition("Error: ")[2].partition("\n\nUse --debug")[0].replace(f"{folder}{os.sep}", "")
    words = " ".join(reason.split())
    return words if len(words) <= _MOST_SHOWN else f"{words[: _MOST_SHOWN - 1]}…"

"""What a command costs: wall time, processor time of all its threads and children, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tools import Tool

# An installed package has its bytecode; a checkout gets it in the first turn, unless the environment forbids that.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("KGEN_")
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, seconds and mebibytes (of the largest process)."""

    wall: float
    cpu: float
    mebibytes: float


Measured = dict[str, Cost]


def measure(tools: Iterable[Tool], tree: Path, files: Sequence[Path], runs: int) -> Measured:
    """The medians of each tool over `runs` turns, after one turn that does not count; says what cannot be run."""
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for turn in range(runs + 1):
        for tool in tools:
            if tool.name not in costs:
                continue
            tool.prepare(tree, files, turn)
            try:
                cost = run(tool.command(files), tree)
            except OSError as error:
                print(f"| {tool.name:36} | cannot be run: {error.strerror} |")
                del costs[tool.name]
                continue
            if turn:
                costs[tool.name].append(cost)
    return {name: median(each) for name, each in costs.items()}


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command, whatever it prints and whatever it thinks of the manifests."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = 0  # it was waited for here, not by Popen
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 2**10)


def median(costs: Sequence[Cost]) -> Cost:
    """The medians of each kind of cost."""
    return Cost(
        statistics.median(each.wall for each in costs),
        statistics.median(each.cpu for each in costs),
        statistics.median(each.mebibytes for each in costs),
    )

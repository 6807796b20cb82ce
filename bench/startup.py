"""Wall time of printing one Service: kgen, kubectl and the bare interpreter side by side in one run.

    python bench/startup.py [--runs N] [--kubectl PATH] [--kgen PATH]

The three commands take turns, so that a change in the machine's speed meets all of them alike; ratios are taken of
medians. The bare interpreter is the floor that no Python program gets below. Exit status 0 also where kubectl is
missing: then it says so and prints what it has.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

KGEN_ARGUMENTS = ["service", "nginx", "--tcp", "8181:80", "--node-port", "30003"]
KUBECTL_ARGUMENTS = [
    "create", "service", "nodeport", "nginx", "--tcp=8181:80", "--node-port=30003", "--dry-run=client", "-o", "yaml",
]  # fmt: skip
GOAL = 0.4
# An installed package has its bytecode; a checkout gets it in the first turn, unless the environment forbids that.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """Wall time of one run of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def medians(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """The median wall time in seconds of each command over `runs` turns, after one turn that does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            elapsed = seconds(command)
            if turn:
                times[name].append(elapsed)
    return {name: statistics.median(measured) for name, measured in times.items()}


def commands(kgen: str, kubectl: str | None) -> dict[str, list[str]]:
    """What takes turns; kubectl only where there is one."""
    listed = {"python -c pass": [sys.executable, "-c", "pass"], "kgen service": [kgen, *KGEN_ARGUMENTS]}
    return listed if kubectl is None else listed | {"kubectl create service": [kubectl, *KUBECTL_ARGUMENTS]}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--kubectl", default=shutil.which("kubectl"))
    parser.add_argument("--kgen", default=str(Path(sys.executable).with_name("kgen")))
    options = parser.parse_args()
    found = medians(commands(options.kgen, options.kubectl), options.runs)
    for name, median in found.items():
        print(f"{name:24}{median * 1000:8.1f} ms")
    if b"import re" in Path(options.kgen).read_bytes():
        print("note: the launcher that pip wrote imports `re`, some 5 ms; that of a newer pip does not")
    if options.kubectl is None:
        print("kgen : kubectl         skipped, there is no kubectl on PATH (--kubectl PATH names one)")
        return
    kubectl = found["kubectl create service"]
    print(f"kgen : kubectl          {found['kgen service'] / kubectl:8.2f}    goal at most {GOAL}")
    print(f"python -c pass : kubectl{found['python -c pass'] / kubectl:8.2f}    the floor")


if __name__ == "__main__":
    main()

"""Wall time, processor time and peak memory of linting: kgen and its peers on the same trees in one run.

    python bench/lint.py [--files 1000,10000,50000] [--runs N] [--corpus FOLDER] [--work FOLDER]

The tools take turns, so that a change in the machine's speed meets all of them alike; ratios are taken of medians.
kubeconform, the one that ratios are of, reads the same schemas as kgen, as local files, with two workers. A tool that
is not there is skipped, with a word on how to get it.
"""

import argparse
import math
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import generate
import json_schemas
from measure import Cost, Measured, measure, median
from tools import Tool, kustomize, tools

REPOSITORIES = (
    "redhat-cop+gitops-catalog",
    "kubeflow+manifests",
    "bjw-s-labs+home-ops",
    "istio+istio",
    "wardviaene+kubernetes-course",
)
REFERENCE = "kubeconform"
SAMPLE = 20
MANIFESTS = ("*.yaml", "*.yml")


def main() -> None:
    """Read the command line, measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kgen-bench-", dir=options.work) as work:
        schemas = Path(work, "schemas")
        json_schemas.write(schemas)
        found = tools(Path(options.kgen), schemas, Path(work, "cache"))
        colds: dict[int, float] = {}
        for count in options.files:
            tree = Path(work, f"generated-{count}")
            generate.write(tree, count)
            colds[count] = _compare(f"generated, {count} files", tree, found, options.runs)["kgen, cold"].wall
            shutil.rmtree(tree)
        _print_slope(colds)
        for name in REPOSITORIES if options.corpus else ():
            source = options.corpus / name
            if source.is_dir():
                tree = Path(work, name)
                shutil.copytree(source, tree, symlinks=True)
                _compare(name.replace("+", "/"), tree, found, options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=_numbers, default=[1000, 10_000, 50_000], help="sizes of generated monorepos")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kgen", default=str(Path(sys.executable).with_name("kgen")))
    parser.add_argument("--work", type=Path, help="where trees are made (default: the system's temporary folder)")
    corpus = os.environ.get("KGEN_CORPUS")
    parser.add_argument("--corpus", type=Path, default=Path(corpus) if corpus else None, help="public repositories")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",") if word]


def _compare(title: str, tree: Path, found: list[Tool], runs: int) -> Measured:
    """Let the tools take turns on a tree and print what it took."""
    files = sorted({path.relative_to(tree) for pattern in MANIFESTS for path in tree.rglob(pattern) if path.is_file()})
    print(
        f"\n## {title}: {len(files)} manifests, {sum((tree / path).stat().st_size for path in files) / 2**20:.1f} MiB\n"
    )
    print(f"| {'':36} | wall s | CPU s | MiB | wall : {REFERENCE} |\n|{'-' * 38}|--:|--:|--:|--:|")
    measured = measure(found, tree, files, runs)
    reference = measured.get(REFERENCE)
    for name, cost in measured.items():
        print(_row(name, cost, reference))
    _print_kustomize(tree, runs, reference)
    return measured


def _row(name: str, cost: Cost, reference: Cost | None) -> str:
    ratio = "" if reference is None else f"{cost.wall / reference.wall:.2f}"
    return f"| {name:36} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.mebibytes:.0f} | {ratio} |"


def _print_kustomize(tree: Path, runs: int, reference: Cost | None) -> None:
    """What rendering every root by itself would take, from the median of some of them."""
    roots = sorted(path.parent.relative_to(tree) for path in tree.rglob("kustomization.y*ml"))
    tool = kustomize()
    if not roots or tool is None:
        return
    sample = roots[:: math.ceil(len(roots) / SAMPLE)]
    one = median([cost for root in sample for cost in measure([tool], tree, [root], max(1, runs // 3)).values()])
    whole = Cost(one.wall * len(roots), one.cpu * len(roots), one.mebibytes)
    print(_row(f"kubectl kustomize, {len(roots)} x {one.wall:.3f} s", whole, reference))


def _print_slope(colds: dict[int, float]) -> None:
    """The exponent of the growth of cold time with files: 1 is linear."""
    if len(colds) < 2:
        return
    (xs, ys) = ([math.log(number) for number in numbers] for numbers in (colds.keys(), colds.values()))
    slope = statistics.linear_regression(list(xs), list(ys)).slope
    per_file = ", ".join(f"{seconds / count * 1000:.2f} ms at {count}" for count, seconds in colds.items())
    print(f"\ncold time grows with the number of files to the power of {slope:.2f}; per file: {per_file}")


if __name__ == "__main__":
    main()

"""Write a made-up monorepo of N manifests, the same bytes for the same seed on every machine.

    python bench/generate.py FOLDER [--files N] [--seed SEED]

Applications have a Deployment, a Service, an Ingress and a ConfigMap: three of four in a kustomize base with two
overlays on it, the fourth in a plain folder. About one file in a hundred is a large CustomResourceDefinition (with one
object of its kind), one in a hundred has a fault of the sort that a linter is for. FOLDER must not exist yet.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from manifests import (
    BASE,
    CONFIG_MAP,
    CUSTOM_RESOURCE,
    DEFINITION_FIELD,
    DEFINITION_HEAD,
    DEPLOYMENT,
    FAULTS,
    INGRESS,
    OVERLAY,
    PATCH,
    SERVICE,
)

SEED = 2026
APPS_PER_TEAM = 20
APPS_PER_DEFINITION = 12  # some eight files each: about one file in a hundred
PLAIN = 4  # every fourth application is without kustomize
FAULTY = 0.01
DEFINITION_FIELDS = (60, 600)  # 15 to 150 kB
NOUNS = ("cart", "catalog", "checkout", "invoice", "ledger", "mail", "order", "price", "profile", "search", "stock")
ROLES = ("api", "gateway", "indexer", "proxy", "store", "web", "worker")
OVERLAYS = ("staging", "production")
WORDS = ("after", "batch", "bounded", "cache", "client", "deadline", "for", "keep", "limit", "retry", "the", "upstream")

File = tuple[str, str]
"""A path relative to the root, and the text."""


def tree(count: int, seed: int) -> Iterator[File]:
    """The first `count` files of the monorepo of a seed; what is left by whole applications are ConfigMaps."""
    chance = random.Random(seed)
    left = count
    for number in range(count):
        files = [*application(number, chance)]
        if number % APPS_PER_DEFINITION == APPS_PER_DEFINITION // 2:
            files += definition(number, chance)
        if len(files) > left:
            break
        yield from ((path, with_fault(text, chance)) for path, text in files)
        left -= len(files)
    for number in range(left):
        yield f"settings/settings-{number}.yaml", config_map(f"settings-{number}", _placed("settings"), chance)


def application(number: int, chance: random.Random) -> Iterator[File]:
    """The files of one application: its objects, then what kustomize needs."""
    name = f"{chance.choice(NOUNS)}-{chance.choice(ROLES)}-{number}"
    team = f"team-{number // APPS_PER_TEAM}"
    values: dict[str, object] = {"name": name, "namespace": team, "number": number, "port": 8000 + number % 1000}
    is_plain = number % PLAIN == 0
    values["placed"] = _placed(team) if is_plain else ""
    folder = f"apps/{team}/{name}"
    objects = folder if is_plain else f"{folder}/base"
    for kind, template in (("deployment", DEPLOYMENT), ("service", SERVICE), ("ingress", INGRESS)):
        yield f"{objects}/{kind}.yaml", template.format_map(values | {"note": sentence(chance)})
    yield f"{objects}/configmap.yaml", config_map(name, str(values["placed"]), chance)
    if not is_plain:
        yield f"{objects}/kustomization.yaml", BASE
        yield from overlays(folder, values, chance)


def overlays(folder: str, values: dict[str, object], chance: random.Random) -> Iterator[File]:
    """Two overlays on an application's base."""
    for overlay in OVERLAYS:
        variant = values | {"overlay": overlay, "replicas": chance.randint(2, 9), "note": sentence(chance)}
        yield f"{folder}/overlays/{overlay}/kustomization.yaml", OVERLAY.format_map(variant)
        yield f"{folder}/overlays/{overlay}/replicas.yaml", PATCH.format_map(variant)


def _placed(namespace: str) -> str:
    """The line that says so; what overlays put in a namespace does without."""
    return f"  namespace: {namespace}\n"


def config_map(name: str, placed: str, chance: random.Random) -> str:
    """A ConfigMap with some settings and a file in it."""
    settings = "".join(f"  SETTING_{index}: {sentence(chance)}\n" for index in range(chance.randint(4, 24)))
    lines = "".join(f"    {word} = {chance.randint(1, 9999)}\n" for word in chance.choices(WORDS, k=20))
    return CONFIG_MAP.format(name=name, placed=placed, settings=settings, lines=lines, note=sentence(chance))


def definition(number: int, chance: random.Random) -> Iterator[File]:
    """A large CustomResourceDefinition and an object of its kind."""
    values: dict[str, object] = {"name": f"widget{number}", "kind": f"Widget{number}", "note": sentence(chance)}
    count = chance.randint(*DEFINITION_FIELDS)
    fields = "".join(DEFINITION_FIELD.format(index=index, note=sentence(chance)) for index in range(count))
    yield f"definitions/{values['name']}.yaml", DEFINITION_HEAD.format_map(values) + fields
    yield f"widgets/{values['name']}.yaml", CUSTOM_RESOURCE.format_map(values)


def with_fault(text: str, chance: random.Random) -> str:
    """The text, now and then with the first of the faults that fits it."""
    if chance.random() >= FAULTY:
        return text
    fitting = [fault for fault in FAULTS if fault[0] in text]
    return text.replace(*chance.choice(fitting), 1) if fitting else text


def sentence(chance: random.Random) -> str:
    """Some words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(4, 12)))


def write(folder: Path, count: int, seed: int = SEED) -> None:
    """Write the tree into a new folder."""
    folder.mkdir(parents=True)
    for path, text in tree(count, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    write(options.folder, options.files, options.seed)


if __name__ == "__main__":
    main()

"""Reading a configuration file."""

from collections.abc import Mapping
from pathlib import Path

from kgen.config.model import Config, Option
from kgen.config.schema import check, read_schema
from kgen.config.setting import Mistake, Setting, refusal
from kgen.config.yaml_file import read_yaml
from kgen.data import root
from kgen.errors import KgenError
from kgen.syntax.source import Source

SCHEMA = "config.schema.json"


def load(path: str | None) -> Config:
    """The settings in the file at `path`, the defaults for None.

    Raise KgenError with one `FILE:LINE:COLUMN: message` a line for everything that is wrong in it.
    """
    return Config() if path is None else _config(path, _read(path))


def schema_path() -> Path:
    """Where the configuration's JSON Schema is."""
    return root() / "schemas" / SCHEMA


def _read(path: str) -> Setting:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise KgenError(f"configuration file `{path}` cannot be read: {error.strerror}") from None
    source = Source(Path(path).as_posix(), data)
    setting = _read_toml(source) if path.endswith(".toml") else read_yaml(source)
    mistakes = list(check(setting, read_schema(schema_path())))
    if mistakes:
        raise refusal(mistakes)
    return setting


def _read_toml(source: Source) -> Setting:
    from kgen.config.toml_file import read_toml  # noqa: PLC0415 # few have their settings in a pyproject.toml

    return read_toml(source)


def _config(path: str, setting: Setting) -> Config:
    default = Config()
    return Config(
        path=path,
        select=_texts(setting, "select"),
        extend_select=_texts(setting, "extend-select"),
        ignore=_texts(setting, "ignore"),
        per_file_ignores={pattern: rules.texts() for pattern, rules in _entries(setting, "per-file-ignores")},
        severity={rule: level.raw for rule, level in _entries(setting, "severity")},
        fail_on=_text(setting, "fail-on") or default.fail_on,
        exclude=_texts(setting, "exclude"),
        kubernetes_version=_text(setting, "kubernetes-version"),
        node_port_range=_port_range(setting) or default.node_port_range,
        rules={rule: _options(options) for rule, options in _entries(setting, "rules")},
        templates=_beside(path, _text(setting, "templates")),
        baseline=_beside(path, _text(setting, "baseline")),
        respect_gitignore=_truth(setting, "respect-gitignore", default.respect_gitignore),
        load_restrictor=_text(setting, "load-restrictor") or default.load_restrictor,
        helm=_truth(setting, "helm", default.helm),
        places=dict(_places(setting)),
    )


def _texts(setting: Setting, key: str) -> tuple[str, ...]:
    value = setting.get(key)
    return () if value is None else value.texts()


def _text(setting: Setting, key: str) -> str | None:
    value = setting.get(key)
    return None if value is None else value.raw


def _truth(setting: Setting, key: str, default: bool) -> bool:
    value = setting.get(key)
    return default if value is None else value.scalar is True


def _entries(setting: Setting, key: str) -> list[tuple[str, Setting]]:
    value = setting.get(key)
    return list(value.entries.items()) if value is not None and value.entries is not None else []


def _options(options: Setting) -> Mapping[str, Option]:
    return {name: _option(value) for name, value in (options.entries or {}).items()}


def _option(value: Setting) -> Option:
    if value.items is not None:
        return value.texts()
    return value.scalar if isinstance(value.scalar, bool | int) else value.raw


def _port_range(setting: Setting) -> tuple[int, int] | None:
    value = setting.get("node-port-range")
    if value is None:
        return None
    low, high = (int(number) for number in value.raw.split("-"))
    if not 1 <= low <= high <= 65535:
        message = f"`node-port-range` goes from a lower to a higher port between 1 and 65535, not `{value.raw}`"
        raise KgenError(str(Mistake(value.place, message)))
    return low, high


def _beside(path: str, name: str | None) -> str | None:
    return None if name is None else str(Path(path).parent / name)


def _places(setting: Setting) -> list[tuple[str, str]]:
    below = [pair for child in setting.children() for pair in _places(child)]
    return [(setting.path, str(setting.place)), *below] if setting.path else below

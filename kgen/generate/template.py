"""Templates: YAML whose `$(name)` scalars are replaced by data, never by YAML text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kgen.config.schema import suggestion
from kgen.config.setting import Mistake, Setting
from kgen.config.yaml_file import read_yaml
from kgen.data import root
from kgen.errors import KgenError
from kgen.pattern import lazy_pattern
from kgen.syntax.source import Source
from kgen.syntax.value import Data

NAMES = ("deployment", "pod", "service")

# `$(POD_IP)` in capitals is Kubernetes' own, for command, args and env; so is the escape `$$(name)`.
_REFERENCE = lazy_pattern(r"(?<!\$)\$\(([a-z][A-Za-z0-9]*)\)")


class _Absent:
    """Stands for a value that the spec does not give: what holds it is left out."""


_ABSENT: Final = _Absent()


def read_template(name: str, folder: Path | None) -> Setting:
    """The template `name`, from the user's folder if it is there, else the one that comes with kgen.

    Raise KgenError where the folder holds a YAML file that no template is named by.
    """
    own = root() / "templates" / f"{name}.yaml"
    theirs = _templates_in(folder) if folder is not None else {}
    path = theirs.get(name, own)
    shown = f"templates/{own.name}" if path == own else path.as_posix()
    return read_yaml(Source(shown, path.read_bytes()))


def fill(template: Setting, values: Mapping[str, Data]) -> dict[str, Data]:
    """The template with every `$(name)` replaced by its value.

    A scalar that is `$(name)` becomes the value, of whatever type; inside a longer text a scalar value is
    put in as text. What holds a value of None is left out, and so is a mapping or list that this leaves
    empty. Raise KgenError for an unknown name, and for a mapping or list inside a text.
    """
    filled = _fill(template, values)
    if not isinstance(filled, dict) or not isinstance(filled.get("kind"), str):
        raise KgenError(str(Mistake(template.place, "a template is one Kubernetes object, with a `kind`")))
    return filled


def _templates_in(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise KgenError(f"templates folder `{folder.as_posix()}` does not exist")
    files = (path for path in sorted(folder.iterdir()) if path.suffix in {".yaml", ".yml"} and path.is_file())
    paths = {path.stem: path for path in files}
    for name, path in paths.items():
        if name not in NAMES:
            raise KgenError(f"`{path.as_posix()}` is no template's name{suggestion(name, NAMES)}")
        if path.resolve().parent != folder.resolve():
            raise KgenError(f"template `{path.as_posix()}` is a link out of its folder")
    return paths


def _fill(setting: Setting, values: Mapping[str, Data]) -> Data | _Absent:
    if setting.entries is not None:
        return _fill_mapping(setting.entries, values)
    if setting.items is not None:
        return _fill_list(setting.items, values)
    return _fill_scalar(setting, values)


def _fill_mapping(entries: Mapping[str, Setting], values: Mapping[str, Data]) -> Data | _Absent:
    filled = {key: _fill(value, values) for key, value in entries.items()}
    kept: dict[str, Data] = {key: value for key, value in filled.items() if not isinstance(value, _Absent)}
    return kept if kept or not entries else _ABSENT


def _fill_list(items: tuple[Setting, ...], values: Mapping[str, Data]) -> Data | _Absent:
    filled = [_fill(item, values) for item in items]
    kept: list[Data] = [value for value in filled if not isinstance(value, _Absent)]
    return kept if kept or not items else _ABSENT


def _fill_scalar(setting: Setting, values: Mapping[str, Data]) -> Data | _Absent:
    text = setting.scalar
    if not isinstance(text, str):
        return text
    whole = _REFERENCE.fullmatch(text)
    if whole is not None:
        value = _value(whole[1], setting, values)
        return _ABSENT if value is None else value
    return _REFERENCE.sub(lambda found: _as_text(found[1], setting, values), text)


def _value(name: str, setting: Setting, values: Mapping[str, Data]) -> Data:
    if name not in values:
        raise KgenError(str(Mistake(setting.place, f"unknown value `$({name})`{suggestion(name, values)}")))
    return values[name]


def _as_text(name: str, setting: Setting, values: Mapping[str, Data]) -> str:
    value = _value(name, setting, values)
    if isinstance(value, dict | list):
        message = f"`$({name})` is no text: let it be the whole value of its key"
        raise KgenError(str(Mistake(setting.place, message)))
    return "" if value is None else str(value)

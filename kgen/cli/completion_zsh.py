"""The completion script for zsh."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.cli.completion_tree import CommandWords

_SCRIPT = """\
#compdef kgen
# Completion of kgen for zsh: save this file as _kgen in a folder of $fpath, or source it
_kgen() {{
    local at= word
    local -a flags found
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        case "${{at:+$at }}$word" in
            {paths}) at="${{at:+$at }}$word" ;;
        esac
    done
    case "$at ${{words[CURRENT-1]}}" in
{values}
    esac
    case "$at" in
{words}
    esac
    _describe -o flag flags
    if (( $#found )); then
        _describe word found
    else
        _files
    fi
}}
if [ "$funcstack[1]" = _kgen ]; then
    _kgen "$@"
else
    compdef _kgen kgen
fi
"""


def script(tree: Mapping[str, CommandWords]) -> str:
    """A function that looks at the words before the cursor, and offers file names where a command has no words."""
    return _SCRIPT.format(
        paths="|".join(f"'{path}'" for path in tree if path),
        values="\n".join(_values(tree)),
        words="\n".join(_words(tree)),
    )


def _values(tree: Mapping[str, CommandWords]) -> Iterator[str]:
    for path, command in tree.items():
        for flag in command.flags:
            if flag.takes_value:
                patterns = "|".join(f"'{path} {name}'" for name in flag.names)
                found = f"compadd -- {' '.join(flag.values)}" if flag.values else "_files"
                yield f"        {patterns}) {found}; return ;;"


def _words(tree: Mapping[str, CommandWords]) -> Iterator[str]:
    for path, command in tree.items():
        purposes = {name: flag.purpose for flag in command.flags for name in flag.names}
        yield f"        '{path}') flags=({_described(purposes)}) found=({_described(command.words or {})}) ;;"


def _described(purposes: Mapping[str, str]) -> str:
    return " ".join(_quoted(f"{word}:{purpose}" if purpose else word) for word, purpose in purposes.items())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"

"""The completion script for bash."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.cli.completion_tree import CommandWords

_SCRIPT = """\
# Completion of kgen for bash: source this file, or save it as ~/.local/share/bash-completion/completions/kgen
_kgen() {{
    local at= word words
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "${{at:+$at }}$word" in
            {paths}) at="${{at:+$at }}$word" ;;
        esac
    done
    case "$at ${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}
        *)
            case "$at" in
{words}
            esac
            ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o bashdefault -o default -F _kgen kgen
"""


def script(tree: Mapping[str, CommandWords]) -> str:
    """A function that looks at the words before the cursor; where it has no words, bash completes file names."""
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
                yield f"        {patterns}) words='{' '.join(flag.values)}' ;;"


def _words(tree: Mapping[str, CommandWords]) -> Iterator[str]:
    for path, command in tree.items():
        flags = [name for flag in command.flags for name in flag.names]
        yield f"                '{path}') words='{' '.join([*(command.words or ()), *flags])}' ;;"

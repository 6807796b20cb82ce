"""Near misses: texts that one slip of the hand turns into each other."""

from kgen.pattern import lazy_pattern

_SEPARATORS = lazy_pattern(r"[-_.\s]+")
_DIGITS = lazy_pattern(r"\d+")


def is_near(text: str, other: str, shortest: int) -> bool:
    """Whether two different texts differ by case, space, a separator or a typing error in one word.

    Numbers count as names, so `web-1` and `web-2` are not near, and neither are words of fewer than `shortest`
    characters: `api` and `app`, `prod` and `prom` are often two names.
    """
    if text == other:
        return False
    folded, other_folded = text.strip().casefold(), other.strip().casefold()
    if _SEPARATORS.sub("", folded) == _SEPARATORS.sub("", other_folded):
        return True
    if _DIGITS.findall(folded) != _DIGITS.findall(other_folded):
        return False
    differing = _differing_words(_SEPARATORS.split(folded), _SEPARATORS.split(other_folded))
    if len(differing) != 1:
        return False
    word, other_word = differing[0]
    return max(len(word), len(other_word)) >= shortest and is_one_edit_apart(word, other_word)


def is_near_key(key: str, other: str) -> bool:
    """Whether two label keys are near, given that they have the same value: one edit is enough then."""
    folded, other_folded = key.casefold(), other.casefold()
    return key != other and (folded == other_folded or is_one_edit_apart(folded, other_folded))


def is_one_edit_apart(word: str, other: str) -> bool:
    """Whether one character added, dropped, replaced, or swapped with its neighbour makes the words equal."""
    if len(word) > len(other):
        word, other = other, word
    start = _shared_start(word, other)
    rest, other_rest = word[start:], other[start:]
    if len(word) != len(other):
        return rest == other_rest[1:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return rest[1:] == other_rest[1:] or swapped == other_rest


def _differing_words(words: list[str], others: list[str]) -> list[tuple[str, str]]:
    """The pairs that differ; all of them when the texts have different numbers of words."""
    pairs = list(zip(words, others, strict=False))
    return [pair for pair in pairs if pair[0] != pair[1]] if len(words) == len(others) else pairs * 2


def _shared_start(word: str, other: str) -> int:
    for index, (character, other_character) in enumerate(zip(word, other, strict=False)):
        if character != other_character:
            return index
    return min(len(word), len(other))

"""Bounds on what a document may ask of those who read it and walk its data."""

MAX_DEPTH = 250
"""Nesting levels. go-yaml stops at 10,000, but no object comes near this, and walkers may recurse."""

_RATIO_RANGE_LOW = 400_000
_RATIO_RANGE_HIGH = 4_000_000


def excessive_aliasing(nodes: int, aliased: int) -> bool:
    """Say whether go-yaml would refuse a document of so many nodes, `aliased` of them there through aliases.

    Aliases may make up 99 % of 400,000 nodes, 10 % from four million on (`allowedAliasRatio` in decode.go).
    """
    return aliased > 100 and nodes > 1000 and aliased > nodes * _allowed_ratio(nodes)


def _allowed_ratio(nodes: int) -> float:
    if nodes <= _RATIO_RANGE_LOW:
        return 0.99
    if nodes >= _RATIO_RANGE_HIGH:
        return 0.10
    return 0.99 - 0.89 * (nodes - _RATIO_RANGE_LOW) / (_RATIO_RANGE_HIGH - _RATIO_RANGE_LOW)

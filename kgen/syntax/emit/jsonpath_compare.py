"""The comparisons of a JSONPath filter, which like Go's templates compare only values of one kind."""

_KINDS = {bool: "bool", int: "int", float: "float", str: "string"}


def compare(left: object, operator: str, right: object) -> bool:
    """Compare two plain values; raise ValueError with client-go's words where Go would not compare them."""
    if operator == "==":
        return _equal(left, right)
    if operator == "!=":
        return not _equal(left, right)
    if operator == "<":
        return _less(left, right)
    if operator == "<=":
        return _less(left, right) or _equal(left, right)
    if operator == ">":
        return not (_less(left, right) or _equal(left, right))
    if operator == ">=":
        return not _less(left, right)
    raise ValueError(f"unrecognized filter operator {operator}")


def _equal(left: object, right: object) -> bool:
    _kind(left, right)
    return left == right


def _less(left: object, right: object) -> bool:
    kind = _kind(left, right)
    if isinstance(left, str) and isinstance(right, str):
        return left.encode("utf-8", "surrogateescape") < right.encode("utf-8", "surrogateescape")
    if kind == "bool" or not isinstance(left, int | float) or not isinstance(right, int | float):
        raise ValueError("invalid type for comparison")
    return left < right


def _kind(left: object, right: object) -> str:
    kinds = [_KINDS.get(type(side)) for side in (left, right)]
    if kinds[0] is None or kinds[1] is None:
        raise ValueError("invalid type for comparison")
    if kinds[0] != kinds[1]:
        raise ValueError("incompatible types for comparison")
    return kinds[0]

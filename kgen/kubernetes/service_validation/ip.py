"""IP addresses as k8s.io/utils/net ParseIPSloppy reads them: unlike net/netip it takes leading zeros."""

from __future__ import annotations

_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")


class Address:
    """An address written in 32 or 128 `bits`; with `has_leading_zeros` Go's net/netip would refuse it."""

    __slots__ = ("_plain", "bits", "has_leading_zeros", "is_mapped", "number")

    def __init__(self, bits: int, number: int, has_leading_zeros: bool) -> None:
        self.bits = bits
        self.number = number
        self.has_leading_zeros = has_leading_zeros
        self.is_mapped = bits == 128 and number >> 32 == 0xFFFF
        self._plain = number & 0xFFFFFFFF if self.is_mapped else number

    @property
    def family(self) -> str:
        """`IPv4`, also where it is mapped into IPv6, or `IPv6`."""
        return "IPv4" if self.bits == 32 or self.is_mapped else "IPv6"

    @property
    def is_unspecified(self) -> bool:
        """0.0.0.0 or ::."""
        return self._plain == 0

    @property
    def is_loopback(self) -> bool:
        """127.0.0.0/8 or ::1."""
        return self._plain >> 24 == 127 if self.family == "IPv4" else self._plain == 1

    @property
    def is_link_local(self) -> bool:
        """169.254.0.0/16 or fe80::/10."""
        return self._plain >> 16 == 0xA9FE if self.family == "IPv4" else self._plain >> 118 == 0xFE80 >> 6

    @property
    def is_link_local_multicast(self) -> bool:
        """224.0.0.0/24 or ff02::/16 with any flags."""
        if self.family == "IPv4":
            return self._plain >> 8 == 0xE00000
        return self._plain >> 112 & 0xFF0F == 0xFF02

    def has_bits_beyond(self, prefix_length: int) -> bool:
        """Whether more than the first `prefix_length` bits are set."""
        return self.number & ((1 << (self.bits - prefix_length)) - 1) != 0


def parse_ip(text: str) -> Address | None:
    """Read an address, None if it is none; a zone such as `%eth0` is no part of one."""
    return _parse_ipv6(text) if ":" in text else _parse_ipv4(text)


def _parse_ipv4(text: str) -> Address | None:
    octets = text.split(".")
    if len(octets) != 4 or not all(map(_is_octet, octets)):
        return None
    number = 0
    for octet in octets:
        number = number << 8 | int(octet.lstrip("0") or "0")
    return Address(32, number, any(len(octet) > 1 and octet[0] == "0" for octet in octets))


def _parse_ipv6(text: str) -> Address | None:
    before, _, last = text.rpartition(":")
    has_leading_zeros = False
    if "." in last:
        tail = _parse_ipv4(last)
        if tail is None:
            return None
        has_leading_zeros = tail.has_leading_zeros
        text = f"{before}:{tail.number >> 16:x}:{tail.number & 0xFFFF:x}"
    groups = _expanded(text)
    if len(groups) != 8 or not all(map(_is_group, groups)):
        return None
    number = 0
    for group in groups:
        number = number << 16 | int(group, 16)
    return Address(128, number, has_leading_zeros or any(len(group) > 4 for group in groups))


def _expanded(text: str) -> list[str]:
    """The groups of an IPv6 address, those that `::` leaves out included."""
    head, ellipsis, tail = text.partition("::")
    left = head.split(":") if head else []
    if not ellipsis:
        return left
    right = tail.split(":") if tail else []
    return [*left, *["0"] * max(8 - len(left) - len(right), 1), *right]


def _is_octet(text: str) -> bool:
    digits = text.lstrip("0")
    return text.isascii() and text.isdigit() and len(digits) <= 3 and int(digits or "0") <= 255


def _is_group(text: str) -> bool:
    return bool(text) and _HEX_DIGITS.issuperset(text) and len(text.lstrip("0")) <= 4

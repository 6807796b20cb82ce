"""What a YAML document holds once it is read: plain Python data."""

from __future__ import annotations

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None
Mapping = dict[str, Data]

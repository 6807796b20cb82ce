"""An object in JSON made into what kubectl prints of it: decoded into Go's structs, encoded again.

Fields the structs do not have are dropped, zero values left out or written as `omitempty` says, fields come in Go's
order. Messages are those of sigs.k8s.io/json.
"""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.kubernetes.quantity import QuantityError, canonical_quantity
from kgen.kubernetes.time_format import TimeError, utc_micro_time, utc_time
from kgen.syntax.go_json import Json, JsonObject, Number, kind_of, plain
from kgen.syntax.golang import parse_int

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.struct_table import Field, StructTable
    from kgen.syntax.value import Data, Mapping

_ZEROS: dict[str, Data] = {
    "string": "",
    "bool": False,
    "int32": 0,
    "int64": 0,
    "resource.Quantity": "0",
    "intstr.IntOrString": 0,
}
_ZERO_TIME = "0001-01-01T00:00:00Z"
# Since 1.35 messages name the embedded structs on the way to a field.
_NAMES_EMBEDDED = 35


class TypedObject:
    """Reads one object by a table of structs; of several values of the wrong type the first is reported."""

    def __init__(self, table: StructTable, minor: int) -> None:
        self._table = table
        self._names_embedded = minor >= _NAMES_EMBEDDED
        self._struct = ""
        self._path: list[str] = []
        self._problem = ""

    def read(self, value: JsonObject, type_name: str) -> Mapping:
        """The object as Go prints it; raise KubectlError with Go's message."""
        try:
            read = self._struct_value(value, type_name)
        except (QuantityError, TimeError) as error:
            raise KubectlError(str(error)) from None
        if self._problem:
            raise KubectlError(self._problem)
        return read

    def _value(self, value: Json, go_type: str) -> Data:
        if go_type.startswith("*"):
            return None if value is None else self._value(value, go_type[1:])
        if value is None:
            return self._zero(go_type)
        if go_type in ("resource.Quantity", "intstr.IntOrString", "v1.Time", "v1.MicroTime", "v1.FieldsV1"):
            return self._closed(value, go_type)
        if self._table.is_struct(go_type):
            return self._struct_value(value, go_type) if isinstance(value, dict) else self._wrong(value, go_type)
        underlying = self._table.underlying(go_type)
        if underlying.startswith("[]"):
            return self._slice(value, go_type, underlying[2:])
        if underlying.startswith("map["):
            return self._map(value, go_type, underlying.partition("]")[2])
        return self._scalar(value, go_type, underlying)

    def _struct_value(self, value: JsonObject, name: str) -> Mapping:
        fields = self._table.fields(name)
        around, depth = self._struct, len(self._path)
        read: Mapping = {}
        for key, item in value.items():
            field = fields.get(key)
            if field is None or (item is None and field.type.startswith("*")):
                continue
            self._struct = name.rpartition(".")[2]
            self._path += [*(field.path if self._names_embedded else ()), key]
            read[key] = self._value(item, field.type)
            self._struct = around
            del self._path[depth:]
        return self._written(read, fields)

    def _written(self, read: Mapping, fields: dict[str, Field]) -> Mapping:
        written: Mapping = {}
        for field in fields.values():
            if field.name in read and field.type.startswith("*"):
                written[field.name] = read[field.name]
                continue
            value = read[field.name] if field.name in read else self._zero(field.type)
            if not self._is_left_out(value, field):
                written[field.name] = value
        return written

    def _is_left_out(self, value: Data, field: Field) -> bool:
        if field.omit_zero and value == self._zero(field.type):
            return True
        if not field.omit_empty:
            return False
        if field.type.startswith("*"):
            return value is None
        underlying = self._table.underlying(field.type)
        counted = underlying.startswith(("[]", "map[")) or underlying in ("string", "bool", "int32", "int64")
        return counted and not value

    def _zero(self, go_type: str) -> Data:
        if self._table.is_struct(go_type):
            return self._written({}, self._table.fields(go_type))
        return _ZEROS.get(self._table.underlying(go_type))

    def _slice(self, value: Json, go_type: str, element: str) -> Data:
        if not isinstance(value, list):
            return self._wrong(value, go_type)
        return [self._value(item, element) for item in value]

    def _map(self, value: Json, go_type: str, element: str) -> Data:
        if not isinstance(value, dict):
            return self._wrong(value, go_type)
        read = {key: self._value(item, element) for key, item in value.items()}
        return {key: read[key] for key in sorted(read, key=str.encode)}

    def _scalar(self, value: Json, go_type: str, underlying: str) -> Data:
        if underlying == "string" and isinstance(value, str):
            return value
        if underlying == "bool" and isinstance(value, bool):
            return value
        if underlying in ("int32", "int64") and isinstance(value, Number):
            return self._integer(value, go_type, int(underlying[3:]))
        return self._wrong(value, go_type)

    def _integer(self, value: Number, go_type: str, bits: int) -> Data:
        try:
            return parse_int(value.text, 10, bits)
        except ValueError:
            return self._refuse(f"number {value.text}", go_type)

    def _closed(self, value: Json, go_type: str) -> Data:
        """A type that reads itself; what it cannot read ends the matter at once."""
        if go_type == "resource.Quantity":
            text = value.text if isinstance(value, Number) else value
            return canonical_quantity(text.strip() if isinstance(text, str) else "{")
        if go_type == "intstr.IntOrString":
            if isinstance(value, str):
                return value
            read = self._scalar(value, "int32", "int32")
        elif go_type == "v1.FieldsV1":
            return plain(value)
        else:
            read = self._time(value, go_type)
        if self._problem:
            raise KubectlError(self._problem)
        return read

    def _time(self, value: Json, go_type: str) -> Data:
        if not isinstance(value, str):
            return self._wrong(value, "string")
        text = utc_time(value) if go_type == "v1.Time" else utc_micro_time(value)
        return None if text == _ZERO_TIME else text

    def _wrong(self, value: Json, go_type: str) -> Data:
        return self._refuse(kind_of(value), go_type)

    def _refuse(self, what: str, go_type: str) -> Data:
        if not self._problem:
            place = f"struct field {self._struct}.{'.'.join(self._path)}"
            self._problem = f"json: cannot unmarshal {what} into Go {place} of type {go_type}"
        return self._zero(go_type)

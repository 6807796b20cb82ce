"""Times in manifests; each answer is that of k8s.io/apimachinery's metav1.Time and MicroTime."""

import pytest

from kgen.kubernetes.time_format import TimeError, utc_micro_time, utc_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024-01-02T03:04:05Z", "2024-01-02T03:04:05Z", id="UTC"),
        pytest.param("2024-01-02T01:04:05+02:00", "2024-01-01T23:04:05Z", id="another zone"),
        pytest.param("2024-01-02T03:04:05.999Z", "2024-01-02T03:04:05Z", id="to the second"),
    ],
)
def test_utc_time(text: str, expected: str) -> None:
    assert utc_time(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("2001", 'as "2006-01-02T15:04:05Z07:00": cannot parse "" as "-"', id="cut short"),
        pytest.param("bad", 'as "2006-01-02T15:04:05Z07:00": cannot parse "bad" as "2006"', id="no time"),
        pytest.param(
            "2024-01-02T03:04:05", 'as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"', id="no zone"
        ),
    ],
)
def test_refuses(text: str, message: str) -> None:
    with pytest.raises(TimeError) as refusal:
        utc_time(text)
    assert str(refusal.value) == f'parsing time "{text}" {message}'


@pytest.mark.parametrize("text", ["2024-02-30T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z"])
def test_refuses_what_no_calendar_has(text: str) -> None:
    with pytest.raises(TimeError, match="out of range"):
        utc_time(text)


def test_micro_time_wants_six_decimals() -> None:
    assert utc_micro_time("2024-01-02T03:04:05.123456Z") == "2024-01-02T03:04:05.123456Z"
    with pytest.raises(TimeError):
        utc_micro_time("2024-01-02T03:04:05Z")

"""Ports written in one text."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.generate.spec.port_text import AUTO, PortSyntaxError, parse_port

PORTS = st.integers(1, 65535)


@pytest.mark.parametrize(
    ("text", "node_port", "port", "target", "protocols", "name"),
    [
        pytest.param("80", None, 80, 80, ("TCP",), "80", id="one part is both sides"),
        pytest.param("8181:80", None, 8181, 80, ("TCP",), "8181-80", id="two are port and targetPort"),
        pytest.param("30003:8181:80", 30003, 8181, 80, ("TCP",), "8181-80", id="three begin with a nodePort"),
        pytest.param("auto:443:8443", AUTO, 443, 8443, ("TCP",), "443-8443", id="auto"),
        pytest.param("80:http", None, 80, "http", ("TCP",), "80-http", id="a container port's name"),
        pytest.param("53/udp", None, 53, 53, ("UDP",), "53", id="protocol"),
        pytest.param("53/TCP+UDP", None, 53, 53, ("TCP", "UDP"), "53", id="two protocols"),
        pytest.param("30053:53:5353/sctp", 30053, 53, 5353, ("SCTP",), "53-5353", id="all parts"),
    ],
)
def test_ports(
    text: str, node_port: int | str | None, port: int, target: int | str, protocols: tuple[str, ...], name: str
) -> None:
    parsed = parse_port(text)
    assert (parsed.node_port, parsed.port, parsed.target) == (node_port, port, target)
    assert (parsed.protocols, parsed.name) == (protocols, name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "a port reads `[nodePort:]port[:targetPort][/protocol]`, not ``", id="empty"),
        pytest.param("80:", "a port reads `[nodePort:]port[:targetPort][/protocol]`, not `80:`", id="open end"),
        pytest.param(
            "1:2:3:4", "a port reads `[nodePort:]port[:targetPort][/protocol]`, not `1:2:3:4`", id="four parts"
        ),
        pytest.param("http", "a port is a number, not `http`", id="a name for the Service's port"),
        pytest.param("http:80", "a port is a number, not `http`", id="turned round"),
        pytest.param("0", "a port is a number, not `0`", id="zero"),
        pytest.param("70000", "a port is a number from 1 to 65535, not `70000`", id="too high"),
        pytest.param("080", "a port is a number, not `080`", id="leading zero"),
        pytest.param("+80", "a port is a number, not `+80`", id="sign"),
        pytest.param("8_0", "a port is a number, not `8_0`", id="underscore"),
        pytest.param("८०", "a port is a number, not `८०`", id="digits of another script"),
        pytest.param("80:0", "a port is a number, not `0`", id="target zero"),
        pytest.param(
            "80:my_app",
            "a targetPort is a number or a container port's name, not `my_app`: "
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            id="target no name",
        ),
        pytest.param("x:80:80", "a nodePort is a number or `auto`, not `x`", id="nodePort a word"),
        pytest.param("0:80:80", "a nodePort is a number or `auto`, not `0`", id="nodePort zero"),
        pytest.param("auto:443", "`auto` stands in front of both other ports, as in `auto:443:443`", id="auto and one"),
        pytest.param("auto", "`auto` stands in front of both other ports, as in `auto:80:80`", id="auto alone"),
        pytest.param(
            "80/http", "a protocol is `tcp`, `udp` or `sctp`, or `tcp+udp` for both, not `http`", id="protocol"
        ),
        pytest.param("80/", "a protocol is `tcp`, `udp` or `sctp`, or `tcp+udp` for both, not ``", id="no protocol"),
        pytest.param("80/tcp+tcp", "`tcp+tcp` names a protocol twice", id="protocol twice"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(PortSyntaxError) as error:
        parse_port(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "given", "names"),
    [
        pytest.param("8181:80", "", ["8181-80"], id="made as kubectl makes it"),
        pytest.param("53/udp", "", ["53-udp"], id="made, not TCP"),
        pytest.param("53/tcp+udp", "", ["53", "53-udp"], id="made, both"),
        pytest.param("53/udp", "dns", ["dns"], id="given"),
        pytest.param("443/tcp+udp", "https", ["https", "https-udp"], id="given, a second protocol renames nothing"),
    ],
)
def test_names(text: str, given: str, names: list[str]) -> None:
    parsed = parse_port(text)
    assert [parsed.name_of(protocol, given) for protocol in parsed.protocols] == names


@settings(deadline=None)
@given(node_port=st.none() | PORTS, port=PORTS, target=PORTS, protocol=st.sampled_from(["", "/tcp", "/udp", "/sctp"]))
def test_what_is_written_is_read(node_port: int | None, port: int, target: int, protocol: str) -> None:
    written = ":".join(str(part) for part in (node_port, port, target) if part is not None) + protocol
    parsed = parse_port(written)
    assert (parsed.node_port, parsed.port, parsed.target) == (node_port, port, target)


@settings(deadline=None)
@given(st.text(alphabet="0189:/+-ahuptcdo \n", max_size=12))
def test_any_text_is_a_port_or_a_mistake(text: str) -> None:
    with suppress(PortSyntaxError):
        parsed = parse_port(text)
        assert 1 <= parsed.port <= 65535
        assert parse_port(text.lower()).name == parsed.name

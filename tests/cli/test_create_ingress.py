"""`kgen create ingress` beyond kubectl's own answers, which tests/goldens compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.errors import KubectlError
from kgen.generate.ingress import parse_rule
from tests.running import run_kgen

RULE_PARTS = st.sampled_from(["a.com", "/", "*", "=", "s", ":", "80", ",", "tls", "\n", "é", " ", "http"])


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("a/b=c=d:80", id="equals sign in the path"),
        pytest.param("a/b,c=d:80", id="comma in the path"),
        pytest.param("a/b,tls=d:80", id="TLS part before the backend"),
    ],
)
def test_rules_on_which_kubectl_panics_are_refused(rule: str) -> None:
    result = run_kgen(["create", "ingress", "web", f"--rule={rule}"])
    wanted = "is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]"
    assert (result.code, result.out, result.err) == (1, "", f"error: rule {rule} {wanted}\n")


@given(st.lists(RULE_PARTS, max_size=12).map("".join) | st.text(max_size=20))
def test_a_rule_is_read_or_refused(text: str) -> None:
    try:
        rule = parse_rule(text)
    except KubectlError:
        return
    assert text.startswith(f"{rule.host}{rule.path}={rule.service}:{rule.port}")


def test_yaml_without_dry_run() -> None:
    result = run_kgen(["create", "ing", "web", "--default-backend=web:80"])
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("apiVersion: networking.k8s.io/v1\nkind: Ingress\n")


@pytest.mark.parametrize("strategy", ["server", "none"])
def test_needs_no_cluster_and_takes_none(strategy: str) -> None:
    result = run_kgen(["create", "ingress", "web", "--default-backend=web:80", f"--dry-run={strategy}"])
    assert result.code == 2
    assert "kgen never contacts one" in result.err

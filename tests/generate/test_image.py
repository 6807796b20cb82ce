"""Image references as github.com/distribution/reference v0.6.0 takes them."""

import pytest

from kgen.generate.image import is_image_reference

DIGEST = "0" * 32


@pytest.mark.parametrize(
    "text",
    [
        "nginx", "nginx:1.29", "a/b/c", "localhost:80/a/b__c:T_-.", "A.b/c", "A/c", "a.B:5/c", "a:5000", "a---b", "1/2",
        "[::1]:5000/x", "[::1]/y", f"a@sha256:{DIGEST}", f"a:b@sha+x.y_z-b:{DIGEST}", "a:" + "t" * 128, "x" * 300,
    ],
)  # fmt: skip
def test_valid(text: str) -> None:
    assert is_image_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "NGINX", "a b", "a:", ":a", "a/", "/a", "a//b", "a..b", "a._b", "a___b", "-a", "a-", "a:b:c", "a:b/c",
        "ns/UPPER", "-a/c", "a-/c", "[g]/y", "[::1]", "[::1]x/y", "[]/y", "x/[::1]/y", "a\n",
        "é", "a:é", "https://a", "a@", "a@b",
        "a@sha256:abc", f"a@:{DIGEST}", f"a@b:c:{DIGEST}", f"a@b--c:{DIGEST}", f"a@b-1:{DIGEST}",
        "a@sha256:" + "g" * 32, "a:" + "t" * 129,
    ],
)  # fmt: skip
def test_invalid(text: str) -> None:
    assert not is_image_reference(text)

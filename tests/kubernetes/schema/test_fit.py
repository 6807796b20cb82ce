"""Values held against shapes."""

import pytest

from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.kubernetes.schema.custom import custom_shape
from kgen.kubernetes.schema.fit import mismatches
from kgen.kubernetes.schema.hint import Hint, hint
from kgen.kubernetes.schema.mismatch import MissingField, UnknownField, WrongValue
from kgen.kubernetes.schema.shape import ANY_OBJECT, Shape
from kgen.syntax.value import Data
from tests.kubernetes.schema.objects import data

SCHEMA = """\
    type: object
    properties:
      spec:
        type: object
        required: [size, level]
        properties:
          size: {type: integer, minimum: 1, maximum: 5}
          level: {type: integer, default: 3}
          share: {type: number}
          mode: {type: string, enum: [fast, safe]}
          port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
          ready: {type: boolean}
          tags: {type: array, items: {type: string}}
          labels: {type: object, additionalProperties: {type: string}}
          loose: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: string}}}
          raw: {x-kubernetes-preserve-unknown-fields: true}
          pod: {type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: object}}}
          empty: {type: object}
"""


def shape() -> Shape:
    """The shape of SCHEMA."""
    return custom_shape(data(SCHEMA), ANY_OBJECT)


def found(spec: str) -> list[str]:
    """What does not fit in an object of this spec, as short words."""
    value = data(f"apiVersion: example.com/v1\nkind: Cron\nmetadata: {{name: a}}\nspec: {spec}\n")
    return sorted(_words(each) for each in mismatches(value, shape()))


def _words(each: MissingField | UnknownField | WrongValue) -> str:
    path = ".".join(str(step) for step in each.steps)
    match each:
        case MissingField():
            return f"{path} lacks {each.name}"
        case UnknownField():
            return f"{path} has {each.name}"
        case WrongValue():
            return f"{path} takes {each.shape.expectation}"


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param("{size: 1}", id="a required field with a default may be missing"),
        pytest.param("{size: 2.0}", id="a whole number with a point"),
        pytest.param("{size: null}", id="a required field left blank is a form to fill in"),
        pytest.param("null", id="null is absent"),
        pytest.param("{size: 1, mode: null, tags: null}", id="known null fields"),
        pytest.param("{size: 1, tags: [null]}", id="null in a list"),
        pytest.param("{size: 1, port: http}", id="text for either"),
        pytest.param("{size: 1, port: 80}", id="number for either"),
        pytest.param("{size: 1, loose: {a: b, c: {d: 1}}}", id="unknown fields are kept"),
        pytest.param("{size: 1, raw: [1, {a: 2}]}", id="anything"),
        pytest.param("{size: 1, pod: {apiVersion: v1, kind: Pod, metadata: {x: y}}}", id="an object inside"),
        pytest.param("{size: 1, share: 1}", id="a whole number is a number"),
    ],
)
def test_fits(spec: str) -> None:
    assert found(spec) == []


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param("{}", ["spec lacks size"], id="missing"),
        pytest.param("{siz: 1}", ["spec has siz"], id="unknown, which may be what is missing"),
        pytest.param("{size: 1, siz: null}", ["spec has siz"], id="unknown, null as well"),
        pytest.param("{size: 1, empty: {a: 1}}", ["spec.empty has a"], id="nothing is known of an empty object"),
        pytest.param("{size: 0}", ["spec.size takes a whole number from 1 up to 5"], id="too low"),
        pytest.param("{size: 6}", ["spec.size takes a whole number from 1 up to 5"], id="too high"),
        pytest.param("{size: 1.5}", ["spec.size takes a whole number from 1 up to 5"], id="not whole"),
        pytest.param("{size: true}", ["spec.size takes a whole number from 1 up to 5"], id="boolean for a number"),
        pytest.param("{size: 1, mode: slow}", ["spec.mode takes one of `fast`, `safe`"], id="no choice"),
        pytest.param("{size: 1, share: '1'}", ["spec.share takes a number"], id="text for a number"),
        pytest.param("{size: 1, ready: 'true'}", ["spec.ready takes true or false"], id="text for a boolean"),
        pytest.param("{size: 1, port: 1.5}", ["spec.port takes a whole number or a string"], id="neither"),
        pytest.param("{size: 1, tags: a}", ["spec.tags takes a list"], id="text for a list"),
        pytest.param("{size: 1, tags: [a, 1]}", ["spec.tags.1 takes a string"], id="number in a list of texts"),
        pytest.param("{size: 1, labels: {a: 1}}", ["spec.labels.a takes a string"], id="number in a map of texts"),
        pytest.param("{size: 1, labels: []}", ["spec.labels takes a mapping"], id="list for a mapping"),
        pytest.param("{size: 1, loose: {a: 1}}", ["spec.loose.a takes a string"], id="known field of an open object"),
        pytest.param("[]", ["spec takes a mapping"], id="list for an object"),
    ],
)
def test_does_not_fit(spec: str, expected: list[str]) -> None:
    assert found(spec) == expected


def doubled(times: int) -> Data:
    """A schema with a wrong field that both of two properties share, which two properties share, and so on."""
    schema: Data = {"typ": "string"}
    for _ in range(times):
        schema = {"properties": {"x": schema, "y": schema}}
    return schema


def test_what_aliases_share_is_looked_at_once() -> None:
    """Without that, this would take 2**200 steps."""
    definition = built_in_kinds(37).shape("apiextensions.k8s.io/v1", "CustomResourceDefinition")
    assert definition is not None
    shape = definition.fields["spec"].fields["versions"].items
    assert shape is not None
    (found,) = mismatches({"openAPIV3Schema": doubled(200)}, shape.fields["schema"])
    assert isinstance(found, UnknownField)
    assert (found.name, len(found.steps)) == ("typ", 401)


@pytest.mark.parametrize(
    ("steps", "name", "expected"),
    [
        pytest.param(("spec",), "replica", Hint(near="replicas"), id="near name beside it"),
        pytest.param(("spec",), "Replicas", Hint(near="replicas"), id="other case"),
        pytest.param(("spec", "selector"), "labels", Hint(longer="matchLabels"), id="end of a name"),
        pytest.param(
            ("spec", "template", "spec"), "imagePullPolicy", Hint(place="spec.template.spec.containers[]"), id="below"
        ),
        pytest.param(
            ("spec", "template", "spec", "containers", 0), "volumes", Hint(place="spec.template.spec"), id="above"
        ),
        pytest.param(("spec",), "containers", Hint(place="spec.template.spec"), id="far below"),
        pytest.param((), "replicas", Hint(place="spec"), id="of the spec"),
        pytest.param(("spec",), "kind", Hint(place="the object itself"), id="of the object"),
        pytest.param(("spec",), "frobnicate", Hint(), id="nowhere"),
    ],
)
def test_hints(steps: tuple[str | int, ...], name: str, expected: Hint) -> None:
    deployment = built_in_kinds(37).shape("apps/v1", "Deployment")
    assert deployment is not None
    assert hint(UnknownField(steps, name), deployment) == expected

"""Services to validate, made of what a test is about."""

from ruamel.yaml import YAML

from kgen.kubernetes.service_validation import ServiceRules
from kgen.kubernetes.version import NEWEST
from kgen.syntax.value import Mapping

RULES = ServiceRules(NEWEST, (30000, 32767))


def service(spec: str) -> Mapping:
    """The Service `web` with one port, 80, except for what the YAML mapping `spec` says."""
    return {"metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}], **mapping(spec)}}


def mapping(text: str) -> Mapping:
    """Read a YAML mapping."""
    loaded: Mapping = YAML(typ="safe", pure=True).load(text)
    return loaded

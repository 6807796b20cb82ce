"""What the API server would refuse about a Deployment or Pod, in its own words: names, labels and containers.

Rules and wording are those of pkg/apis/core/validation and pkg/apis/apps/validation of k8s.io/kubernetes.
"""

from collections.abc import Iterator

from kgen.kubernetes.names import dns1123_label, dns1123_subdomain, port_name
from kgen.kubernetes.service_validation.defaulted import mapping, sequence, text, text_map
from kgen.kubernetes.service_validation.field import duplicate, each_invalid, invalid, required
from kgen.kubernetes.service_validation.metadata import label_complaints
from kgen.syntax.value import Data, Mapping


def validate_workload(workload: Mapping) -> list[str]:
    """The complaints about an object in JSON shape, as `FIELD: KIND: DETAIL`.

    An object with `spec.template` is taken for a workload with a pod template, any other for a Pod.
    """
    spec = mapping(workload.get("spec"))
    complaints = [*_metadata(mapping(workload.get("metadata")))]
    if "template" not in spec:
        return [*complaints, *_pod_spec("spec", spec)]
    template = mapping(spec.get("template"))
    return [
        *complaints,
        *_selector(mapping(spec.get("selector")), mapping(template.get("metadata"))),
        *_pod_spec("spec.template.spec", mapping(template.get("spec"))),
    ]


def _metadata(metadata: Mapping) -> Iterator[str]:
    name, namespace = text(metadata.get("name")), text(metadata.get("namespace"))
    if name:
        yield from each_invalid("metadata.name", name, dns1123_subdomain(name))
    else:
        yield required("metadata.name", "name or generateName is required")
    if namespace:
        yield from each_invalid("metadata.namespace", namespace, dns1123_label(namespace))
    yield from label_complaints("metadata.labels", text_map(metadata.get("labels")))


def _selector(selector: Mapping, template_metadata: Mapping) -> Iterator[str]:
    labels = text_map(template_metadata.get("labels"))
    wanted = text_map(selector.get("matchLabels"))
    yield from label_complaints("spec.selector.matchLabels", wanted)
    if any(labels.get(key) != value for key, value in wanted.items()):
        shown = ",".join(f"{key}={value}" for key, value in sorted(labels.items()))
        yield invalid("spec.template.metadata.labels", shown, "`selector` does not match template `labels`")


def _pod_spec(path: str, spec: Mapping) -> Iterator[str]:
    containers = sequence(spec.get("containers"))
    if not containers:
        yield required(f"{path}.containers")
    for index, container in enumerate(containers):
        yield from _container(f"{path}.containers[{index}]", mapping(container))


def _container(path: str, container: Mapping) -> Iterator[str]:
    name = text(container.get("name"))
    if name:
        yield from each_invalid(f"{path}.name", name, dns1123_label(name))
    else:
        yield required(f"{path}.name")
    if not text(container.get("image")):
        yield required(f"{path}.image")
    names: set[str] = set()
    for index, port in enumerate(sequence(container.get("ports"))):
        yield from _port_number(f"{path}.ports[{index}].containerPort", mapping(port).get("containerPort"))
        port_path = f"{path}.ports[{index}].name"
        named = text(mapping(port).get("name"))
        if not named:
            continue
        yield from each_invalid(port_path, named, port_name(named))
        if named in names:
            yield duplicate(port_path, named)
        names.add(named)


def _port_number(path: str, number: Data) -> Iterator[str]:
    if not number:
        yield required(path)
    elif isinstance(number, int) and not 1 <= number <= 65535:
        yield invalid(path, number, "must be between 1 and 65535, inclusive")

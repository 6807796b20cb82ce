"""Reading a kgen.yaml."""

from collections.abc import Mapping
from pathlib import Path

from kgen.config.schema import check, read_schema
from kgen.config.setting import Mistake, Place, Setting, refusal
from kgen.config.yaml_file import read_yaml
from kgen.data import root
from kgen.generate.spec.contradictions import contradictions
from kgen.generate.spec.model import Port, ServiceSpec, Spec, Workload
from kgen.generate.spec.ports import read_ports
from kgen.syntax.source import Source


def schema_path() -> Path:
    """Where the compact spec's JSON Schema is."""
    return root() / "schemas" / "spec.schema.json"


def read_spec(source: Source) -> Spec:
    """The spec in `source`.

    Raise KgenError with one `FILE:LINE:COLUMN: message` a line for everything that is wrong in it.
    """
    setting = read_yaml(source)
    mistakes = list(check(setting, read_schema(schema_path())))
    spec = _spec(setting, source.path, mistakes)
    mistakes.extend(contradictions(setting))
    if mistakes:
        raise refusal(mistakes)
    return spec


def _spec(setting: Setting, path: str, mistakes: list[Mistake]) -> Spec:
    namespace = _text(setting, "namespace")
    apps = [(name, app, _app_ports(app, mistakes)) for name, app in _entries(setting, "apps").items()]
    services = [
        _service(name, service, namespace, read_ports(service.get("ports"), mistakes))
        for name, service in _entries(setting, "services").items()
    ]
    return Spec(
        path=path,
        output=_text(setting, "output"),
        output_place=_place(setting, "output"),
        templates=_text(setting, "templates"),
        templates_place=_place(setting, "templates"),
        workloads=tuple(_workload(name, app, namespace, ports) for name, app, ports in apps),
        services=(*(_front(name, app, namespace, ports) for name, app, ports in apps if ports), *services),
    )


def _app_ports(app: Setting, mistakes: list[Mistake]) -> tuple[Port, ...]:
    ports = read_ports(app.get("ports"), mistakes)
    for port in ports:
        if isinstance(port.target, str):
            message = f"an app's own port is a number, not `{port.target}`: the container port is declared by it"
            mistakes.append(Mistake(port.place, message))
    return ports


def _workload(name: str, app: Setting, namespace: str, ports: tuple[Port, ...]) -> Workload:
    replicas = app.get("replicas")
    number = replicas.scalar if replicas is not None else None
    return Workload(
        place=app.key_place,
        name=name,
        namespace=_text(app, "namespace") or namespace,
        pod=_is_true(app, "pod"),
        image=_text(app, "image"),
        replicas=number if isinstance(number, int) else None,
        labels=_selector(name, app) | _texts(app, "labels"),
        selector=_selector(name, app),
        env=_texts(app, "env"),
        command=_list(app, "command"),
        args=_list(app, "args"),
        ports=ports,
    )


def _selector(name: str, app: Setting) -> dict[str, str]:
    """As `kubectl run` labels a Pod and `kubectl create deployment` a Deployment."""
    return {"run" if _is_true(app, "pod") else "app": name}


def _front(name: str, app: Setting, namespace: str, ports: tuple[Port, ...]) -> ServiceSpec:
    """The Service in front of an app."""
    return ServiceSpec(
        place=app.key_place,
        name=name,
        namespace=_text(app, "namespace") or namespace,
        type=_text(app, "type"),
        labels=_selector(name, app) | _texts(app, "labels"),
        annotations={},
        selector=_selector(name, app),
        target="",
        target_place=app.key_place,
        external_name="",
        headless=False,
        ports=ports,
    )


def _service(name: str, service: Setting, namespace: str, ports: tuple[Port, ...]) -> ServiceSpec:
    external_name = _text(service, "externalName")
    return ServiceSpec(
        place=service.key_place,
        name=name,
        namespace=_text(service, "namespace") or namespace,
        type="ExternalName" if external_name else _text(service, "type"),
        labels={"app": name} | _texts(service, "labels"),
        annotations=_texts(service, "annotations"),
        selector=_texts(service, "selector"),
        target=_text(service, "for"),
        target_place=_place(service, "for"),
        external_name=external_name,
        headless=_is_true(service, "headless"),
        ports=ports,
    )


def _entries(setting: Setting, key: str) -> Mapping[str, Setting]:
    value = setting.get(key)
    return value.entries or {} if value is not None else {}


def _text(setting: Setting, key: str) -> str:
    value = setting.get(key)
    return "" if value is None else value.raw


def _place(setting: Setting, key: str) -> Place:
    value = setting.get(key)
    return setting.place if value is None else value.place


def _is_true(setting: Setting, key: str) -> bool:
    value = setting.get(key)
    return value is not None and value.scalar is True


def _texts(setting: Setting, key: str) -> dict[str, str]:
    return {name: value.raw for name, value in _entries(setting, key).items()}


def _list(setting: Setting, key: str) -> tuple[str, ...]:
    value = setting.get(key)
    return () if value is None else value.texts()

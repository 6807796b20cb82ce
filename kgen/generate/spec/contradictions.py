"""What a compact spec's schema cannot say: keys that need, or exclude, each other."""

from collections.abc import Iterator, Mapping

from kgen.config.setting import Mistake, Setting

_ENDPOINTS = ("for", "selector", "externalName")
_NOT_EXTERNAL = ("type", "headless")


def contradictions(spec: Setting) -> Iterator[Mistake]:
    """Every contradiction between keys that are well-formed one by one."""
    apps, services = _entries(spec, "apps"), _entries(spec, "services")
    for app in apps.values():
        yield from _in_app(app)
    for name, service in services.items():
        yield from _in_service(service)
        if name in apps and apps[name].get("ports") is not None:
            message = f"`{apps[name].path}` has ports and so makes the Service of this name; rename one"
            yield Mistake(service.key_place, message)


def _in_app(app: Setting) -> Iterator[Mistake]:
    pod, replicas, kind = app.get("pod"), app.get("replicas"), app.get("type")
    if pod is not None and pod.scalar is True and replicas is not None:
        yield Mistake(replicas.key_place, "a Pod has no `replicas`; drop it, or `pod: true`")
    if kind is not None and app.get("ports") is None:
        yield Mistake(kind.key_place, "`type` is that of a Service, and without `ports` there is none")


def _in_service(service: Setting) -> Iterator[Mistake]:
    if service.entries is None:
        return
    given = [found for found in map(service.get, _ENDPOINTS) if found is not None]
    if not given:
        message = f"`{service.path}` needs `for`, `selector` or `externalName` (`selector: {{}}` for none)"
        yield Mistake(service.key_place, message)
    for second in given[1:]:
        yield Mistake(second.key_place, f"`{_key(second)}` contradicts `{_key(given[0])}`: give one of them")
    if service.get("externalName") is None:
        return
    for other in filter(None, map(service.get, _NOT_EXTERNAL)):
        yield Mistake(other.key_place, f"`{_key(other)}` contradicts `externalName`, which makes the type ExternalName")


def _entries(spec: Setting, key: str) -> Mapping[str, Setting]:
    value = spec.get(key)
    return value.entries or {} if value is not None else {}


def _key(setting: Setting) -> str:
    return setting.path.rpartition(".")[2]

"""`replicas`: another number of pods."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit
from kgen.gitops.kustomize.field_specs import Fields
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value


def set_replicas(collection: Collection, replica: Value, fields: Fields) -> None:
    """Set the count of the workloads of the name; raise BuildError when there is none."""
    name, count = replica.text_at("name"), replica.get("count") or Value(0, replica.origin)
    found = False

    def change(value: Value) -> None:
        value.replace(count)

    for spec in fields.specs:
        for resource in collection.resources:
            if any(each.name == name and each.gvk.is_selected(spec.gvk) for each in resource.ids):
                found = True
                if resource.gvk.is_selected(spec.gvk):
                    visit(resource, spec, change, Creation("", count.origin))
    if not found:
        raise BuildError(f"no workload `{name}` has a number of replicas", replica.origin)

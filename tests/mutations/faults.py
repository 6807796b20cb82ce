"""Every fault that is planted, and the rules that may answer it."""

from tests.mutations import ingresses, node_ports, selectors, target_ports
from tests.mutations.fault import Fault
from tests.mutations.healthy import DEFAULT_RULES

FAULTS = (
    Fault("nodePort 29999", ("nodeport-out-of-range",), node_ports.below_range),
    Fault("nodePort 32768", ("nodeport-out-of-range",), node_ports.above_range),
    Fault("nodePort of another Service", ("nodeport-conflict",), node_ports.taken),
    Fault("selector value slip", ("orphan-selector",), selectors.value_slip),
    Fault("selector key case", ("orphan-selector",), selectors.key_case),
    Fault(
        "template label slip",
        ("workload-selector-mismatch",),
        selectors.template_label_slip,
        of_readers=(
            "orphan-selector",
            "monitor-selects-nothing",
            "netpol-selects-nothing",
            "pdb-selects-nothing",
            "statefulset-service-missing",
        ),
    ),
    Fault("targetPort name slip", ("target-port-name-missing",), target_ports.name_slip),
    Fault(
        "targetPort wrong number",
        ("target-port-number-unmatched", "swapped-port-and-target-port"),
        target_ports.wrong_number,
    ),
    Fault(
        "protocol swap",
        ("target-port-protocol-mismatch",),
        target_ports.swapped_protocol,
        of_readers=("route-protocol-mismatch",),
    ),
    Fault("containerPort without name", ("target-port-name-missing",), target_ports.dropped_name),
    Fault("Ingress port off by one", ("ingress-port-missing",), ingresses.port_off_by_one),
)


def planted_faults() -> list[Fault]:
    """The faults that a rule which exists may answer."""
    known = {rule.name for rule in DEFAULT_RULES}
    return [fault for fault in FAULTS if not known.isdisjoint(fault.rules)]

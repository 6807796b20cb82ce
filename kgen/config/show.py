"""Settings as the mapping they would be written as."""

from kgen.config.model import Config, Option
from kgen.syntax.value import Data


def as_written(config: Config) -> dict[str, Data]:
    """Every setting by its key in schemas/config.schema.json; None where nothing is set or default."""
    low, high = config.node_port_range
    return {
        "select": [*config.select],
        "extend-select": [*config.extend_select],
        "ignore": [*config.ignore],
        "per-file-ignores": {pattern: [*rules] for pattern, rules in config.per_file_ignores.items()},
        "severity": {**config.severity},
        "fail-on": config.fail_on,
        "exclude": [*config.exclude],
        "kubernetes-version": config.kubernetes_version,
        "node-port-range": f"{low}-{high}",
        "rules": {
            rule: {option: _option(value) for option, value in options.items()}
            for rule, options in config.rules.items()
        },
        "templates": config.templates,
        "baseline": config.baseline,
        "respect-gitignore": config.respect_gitignore,
        "load-restrictor": config.load_restrictor,
        "helm": config.helm,
    }


def _option(value: Option) -> Data:
    return [*value] if isinstance(value, tuple) else value

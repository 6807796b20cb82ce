"""Command lines of any words."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.manifests import DEPLOYMENT, SERVICE
from tests.fuzz.mutation import ODD_VALUES
from tests.fuzz.oracle import MANIFEST, TEMPLATE, run

_SEEDS = (
    "create service clusterip web --tcp=80:8080 --dry-run=client -o yaml",
    "create service nodeport web --tcp=8181:80 --node-port=30003 --save-config",
    "create service loadbalancer web --tcp=80,443 -n shop",
    "create service externalname web --external-name=example.com",
    "create deployment web --image=nginx --port=80 --replicas=2 -- sh -c true",
    "create ingress web --rule=example.com/*=svc:80,tls=secret --class=nginx --default-backend=svc:http",
    "run web --image=nginx --port=80 --env=A=b --labels=a=b,c=d --restart=Never --expose --command -- sleep 1",
    "run web --image=nginx --overrides={} --override-type=strategic --rm -it --attach --pod-running-timeout=1m",
    "expose -f service.yaml --port=80 --target-port=http --protocol=UDP --name=x --type=NodePort --selector=a=b",
    "expose deployment web -f deployment.yaml --load-balancer-ip=1.2.3.4 --session-affinity=ClientIP --cluster-ip=None",
    "service web --tcp 80:8080 --udp 53 -p http=30080:80:http --node-port auto --selector app=web --labels a=b --clean",
    "service web --for deployment/web --type loadbalancer --node-port-range 30000-30010 -o json",
    "pod web --image nginx --port 80,443 -l app=web --env A=b -- sleep 1d",
    "lint --select ALL --per-file-ignores *.yaml:schema --severity schema=info --exclude a deployment.yaml",
    "render . --explain", "ports --free 3 --used-by service.yaml", "describe svc/web -n shop", "get svc -A -o wide",
    "build --check", "rule orphan-selector", "config --schema spec", "completion bash", "init --force", "help run",
)  # fmt: skip
_WORDS = sorted({word for seed in _SEEDS for word in seed.split()})
_TEMPLATES = (
    *(
        "-o=jsonpath={.metadata.name}",
        "-o=jsonpath={range .items[*]}{@}{end}",
        "-o=go-template={{.kind}}",
        "--template={{",
    ),
    *(
        "-o=go-template={{range $k, $v := .metadata}}{{$k}}{{end}}",
        "-o=jsonpath={..[?(@.a==1)]}",
        "-o=name",
        "-o=kyaml",
    ),
    *('--overrides={"spec": null}', '--overrides=[{"op": "add", "path": "/a", "value": 1}]', "--override-type=json"),
)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
# No word of a command line holds NUL; and nothing is to be read or written outside of the folder.
_ODD = sorted({str(value).replace("\0", "").encode("utf-8", "replace").decode() for value in ODD_VALUES} - {"/", "//"})
_FILES = {"deployment.yaml": DEPLOYMENT.encode(), "service.yaml": SERVICE.encode()}


@st.composite
def _command_lines(draw: st.DrawFn) -> list[str]:
    """A command line of which some words are gone, changed, or joined by others."""
    words = draw(st.sampled_from(_SEEDS)).split()
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words)))
        word = draw(st.sampled_from(_WORDS) | st.sampled_from(_TEMPLATES) | st.sampled_from(_ODD) | _TEXTS)
        if at < len(words) and "=" in words[at] and draw(st.booleans()):
            word = f"{words[at].partition('=')[0]}={word}"
        words[at : at + draw(st.integers(0, 2))] = [word]
    return words


@settings(max_examples=120)
@given(_command_lines())
def test_words(argv: list[str]) -> None:
    run(argv, _FILES, TEMPLATE if re.search("jsonpath|template", " ".join(argv)) else MANIFEST)

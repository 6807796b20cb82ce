"""Small repositories to run commands in, and what lint finds in them."""

import re
from pathlib import Path

from tests.running import run_kgen

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx
          ports:
            - name: http
              containerPort: 8080
"""
SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
      nodePort: 30080
"""
OUT_OF_RANGE = SERVICE.replace("30080", "29999")
TYPO = SERVICE.replace("app: web", "app: wbe")

FINDING = re.compile(r"^(\S+:\d+):\d+: \w+\[(.*?)\]", re.MULTILINE)


def lay(folder: Path, **files: str) -> None:
    """Write files, `web__service=...` as web/service.yaml."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*argv: str, stdin: str = "") -> list[str]:
    """Each finding as `path:line rule`."""
    printed = run_kgen(["lint", "--output-format", "concise", *argv], stdin).out
    return [f"{place} {rule}" for place, rule in FINDING.findall(printed)]

"""The helm that charts are rendered with where there is one: KGEN_HELM may name it, else it is looked for on PATH."""

import os
import shutil

import pytest

HELM = shutil.which(os.environ.get("KGEN_HELM") or "helm") or ""
needs_helm = pytest.mark.skipif(not HELM, reason="no helm, neither on PATH nor named by KGEN_HELM")

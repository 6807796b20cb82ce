"""Network policies, and the pods and ports they are about."""

"""Autoscalers, and the workloads they scale."""

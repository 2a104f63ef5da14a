"""Why Paratoi could not be started. Each message is for a person: what is wrong, and what to do."""

from __future__ import annotations


class NotReady(RuntimeError):
    """Paratoi could not be started, or not in time."""


class PortTaken(NotReady):
    """Another program listens on a port that is needed."""


class InUse(NotReady):
    """Another run uses the same data directory."""


class NoModel(NotReady):
    """There is no model for the present data, and none was trained."""

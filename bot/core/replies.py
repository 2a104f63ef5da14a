"""What the assistant answered, ready to be queued."""

from __future__ import annotations

from dataclasses import dataclass


class AssistantUnreachable(Exception):
    """The assistant gave no answer; the message waits and is tried again."""


@dataclass(frozen=True)
class Reply:
    """One message in its final words. Fields as in the ``outbox`` table."""

    key: str
    text: str
    question: str | None = None
    buttons: tuple[dict[str, str], ...] = ()
    scale: dict[str, str] | None = None
    step: dict[str, int] | None = None

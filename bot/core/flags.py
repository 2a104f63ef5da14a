"""A flag: a message that may mean danger, until a named person has acknowledged it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ANSWERED_WHEN_IT_RECURS = frozenset({"low_mood"})


@dataclass(frozen=True)
class Flag:
    """One per inbound message. ``kind`` is a ``Finding``'s kind; ``words`` are the person's own."""

    id: str
    conversation_id: str
    appointment_id: str
    inbox_id: str
    kind: str
    rule: str
    words: str
    raised_at: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    note: str | None = None

"""A chat that belongs to a conversation, and a check-in that is due in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Bound:
    """The conversation a chat talks in, and what must be known before the next message is taken.

    Attributes:
        stopped: the person asked for no unasked messages.
        revoked: every invitation to this appointment was taken back, so nothing more is taken here.
    """

    conversation_id: str
    stopped: bool
    clinic_name: str
    clinic_phone: str
    revoked: bool = False


@dataclass(frozen=True)
class DueCheckIn:
    """A check-in whose time has come, and the channel its person used last."""

    id: str
    conversation_id: str
    channel: str
    due_at: datetime

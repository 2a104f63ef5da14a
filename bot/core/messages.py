"""A message on its way in and on its way out, as rows keep it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

COMES_BACK = "back"  # the value of a beginning that is none: it brings nobody back whom STOP took away


@dataclass(frozen=True)
class Incoming:
    """One inbound message. Fields as in the ``inbox`` table."""

    id: str
    conversation_id: str
    seq: int
    channel: str
    external_id: str
    kind: str
    text: str
    question: str | None
    value: str | None
    received_at: datetime
    state: str = "received"
    delay_told: bool = False


@dataclass(frozen=True)
class Outgoing:
    """One outbound message before it is queued.

    Args:
        once: what makes it this message and no other; queueing the same twice queues it once.
        kind: ``reply`` ``safety`` ``notice`` ``check_in`` ``nudge``.
        key, wording: the sentence and the version of the wording it was taken from.
        buttons: ``{"title", "value"}`` each. scale: ``{"low", "high"}``. step: ``{"number", "of"}``.
        not_before: nothing for at once.
    """

    once: str
    kind: str
    key: str
    wording: str
    text: str
    question: str | None = None
    buttons: tuple[dict[str, str], ...] = ()
    scale: dict[str, str] | None = None
    step: dict[str, int] | None = None
    not_before: datetime | None = None
    channel: str | None = None
    nudge_id: str | None = None


@dataclass(frozen=True)
class Shown:
    """One message of either side as the person sees it in the conversation."""

    seq: int
    mine: bool
    kind: str
    text: str
    at: datetime
    external_id: str | None = None
    question: str | None = None
    buttons: tuple[dict[str, str], ...] = ()
    scale: dict[str, str] | None = None
    step: dict[str, int] | None = None
    waiting: bool = False


@dataclass(frozen=True)
class Visit:
    """Whom a conversation is with and about which appointment.

    Args:
        kind, needs: the appointment's type, and what the team noted about it; they decide the path.
        topics: what the clinic offers to tick.
    """

    conversation_id: str
    patient_id: str
    appointment_id: str
    name: str
    clinic: str
    phone: str
    hours: str
    clinician: str
    starts_at: datetime
    timezone: str
    channel: str
    messages_stopped_at: datetime | None
    kind: str = "follow_up"
    needs: str = ""
    topics: tuple[str, ...] = ()

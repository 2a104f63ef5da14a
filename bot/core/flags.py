"""A flag: a message that may mean danger, until a named person has acknowledged it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ANSWERED_WHEN_IT_RECURS = frozenset({"low_mood"})
# What staff read for each kind.
KINDS = {
    "emergency": "May be an emergency",
    "self_harm": "May be at risk of self-harm or suicide",
    "harm_by_others": "May be being harmed by someone",
    "child_at_risk": "A child may be at risk",
    "overdose": "May have taken too much of something",
    "low_mood": "Low mood",
}
A_KIND = "A message that may mean danger"


LONGEST_SHOWN = 300  # letters of a message on the list of flags; the flag's own page has all of it


@dataclass(frozen=True)
class AlsoFound:
    """A further danger in the message of a flag: its kind, and the person's words."""

    kind: str
    words: str


@dataclass(frozen=True)
class Flag:
    """One per inbound message. ``kind`` is a ``Finding``'s kind; ``words`` are the person's own.

    ``also``: what else was found in the message when the flag was raised.

    ``alerting``: the clinic's safety contacts are told. Every kind is, except a low mood heard for the first time.
    """

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
    alerting: bool = True
    also: tuple[AlsoFound, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind found in the message, the one it was answered by first."""
        return (self.kind, *(one.kind for one in self.also))


@dataclass(frozen=True)
class Told:
    """One telling of a safety contact: who, in which round of the list, when, until when they had, and the e-mail.

    ``state`` and ``outcome`` as in the table ``alerts``; ``tries`` of sending the e-mail.
    """

    name: str
    round: int
    at: datetime
    due_at: datetime
    email: str
    state: str
    outcome: str | None
    sent_at: datetime | None
    tries: int

    @property
    def mail(self) -> str:
        """How the e-mail stands: ``sent`` ``waiting`` ``trouble`` (tried, to be tried again) ``none`` (no address, or no
        mail server is set up) ``refused`` ``not_needed`` (acknowledged or told anew before it went).
        """
        if self.state == "failed":
            return "none" if self.outcome in {"no_address", "not_set_up"} else "refused"
        if self.state in {"sent", "dropped"}:
            return {"sent": "sent", "dropped": "not_needed"}[self.state]
        return "trouble" if self.outcome else "waiting"


@dataclass(frozen=True)
class Remark:
    """What the person said about their message afterwards. ``how``: ``typed`` or ``tapped`` (then the button's words)."""

    words: str
    how: str
    at: datetime


@dataclass(frozen=True)
class FlagEntry:
    """A flag as staff look at it: whose, what was said, who was told, what was said afterwards, who acknowledged it.

    ``message`` is the whole message the flag was raised by; ``also``: what else was found in it then.
    """

    id: str
    kind: str
    words: str
    message: str
    raised_at: datetime
    alerting: bool
    appointment_id: str
    patient: str
    patient_reference: str
    told: tuple[Told, ...] = ()
    remarks: tuple[Remark, ...] = ()
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    note: str | None = None
    also: tuple[AlsoFound, ...] = ()

    @property
    def shortened(self) -> str:
        """The message, cut after a word when it is long."""
        if len(self.message) <= LONGEST_SHOWN:
            return self.message
        start = self.message[:LONGEST_SHOWN]
        return f"{start.rpartition(' ')[0].rstrip() or start} …"

    @property
    def due_at(self) -> datetime | None:
        """By when the contact told last is to acknowledge it; nothing when nobody was told."""
        return self.told[-1].due_at if self.told else None

    @property
    def mail_trouble(self) -> bool:
        """Whether an e-mail about it could not be sent so far."""
        return self.acknowledged_at is None and any(one.mail in {"trouble", "refused"} for one in self.told)


def kind_in_words(kind: str) -> str:
    """What staff read for a kind of flag."""
    return KINDS.get(kind, A_KIND)


def how_long_ago(at: datetime, now: datetime) -> str:
    """``just now``, ``5 minutes ago``, ``2 hours ago``, ``3 days ago``: one unit, rounded down."""
    seconds = max(0, int((now - at).total_seconds()))
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if number := seconds // size:
            return f"{number} {unit}{'' if number == 1 else 's'} ago"
    return "just now"

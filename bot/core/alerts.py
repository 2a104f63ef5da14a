"""Whom a flag goes to, for how long, and what becomes of the e-mail that tells them.

A clinic's safety contacts stand in an order. A flag goes to the first at once; whoever does not acknowledge it within
their minutes is followed by the next, and the last by the first again, until somebody has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.core.delivery import Receipt

DEFAULT_MINUTES = 15
# Fewer minutes than these leave nobody time to open a page; more than four hours is no clock.
FEWEST_MINUTES, MOST_MINUTES = 5, 240
# The list is gone through so often at the contacts' own pace. After that nobody is written to more than once an hour
# about the same flag: at most 24 e-mails a day, and still every day, until it is acknowledged.
BRISK_ROUNDS = 3
SLOW_MINUTES = 60

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=2)
# An ending we do not know may mean that it did arrive, so the next try waits longer.
UNSURE_WAIT = timedelta(seconds=30)
# Longer than a try can take (bot/channels/mail.py): an alert claimed before that belongs to a process that died.
LEASE = timedelta(minutes=3)


@dataclass(frozen=True)
class Contact:
    """One safety contact. ``minutes`` is nothing where the clinic's own count; ``staff_id`` where they log in here."""

    id: str
    name: str
    email: str
    place: int
    minutes: int | None = None
    staff_id: str | None = None


@dataclass(frozen=True)
class LastTold:
    """The newest alert of a flag, as far as the next one depends on it."""

    number: int
    round: int
    contact_id: str
    place: int
    due_at: datetime


@dataclass(frozen=True)
class Next:
    """The alert to come: its number, the round of the list, whom it tells, and until when they have."""

    number: int
    round: int
    contact: Contact
    due_at: datetime


@dataclass(frozen=True)
class AlertMail:
    """An alert about to go by e-mail. It knows no name, no words and no kind of a patient's: it cannot tell them."""

    id: str
    flag_id: str
    email: str
    clinic: str
    timezone: str
    due_at: datetime
    tries: int


@dataclass(frozen=True)
class Letter:
    """An e-mail as it goes out. ``id`` is the same at every try, so that a mailbox can tell a copy."""

    id: str
    to: str
    subject: str
    text: str
    at: datetime


def next_to_tell(
    contacts: Sequence[Contact], last: LastTold | None, clinic_minutes: int, now: datetime
) -> Next | None:
    """Who is told next, or nothing while there is nobody, or the one told last still has time.

    Args:
        contacts: those on the list now, in any order.
        last: the newest alert of this flag; nothing when nobody was told yet.
    """
    in_order = sorted(contacts, key=lambda one: (one.place, one.id))
    if not in_order or (last is not None and now < last.due_at):
        return None
    if last is None:
        contact, number, round_ = in_order[0], 1, 1
    else:
        after = [one for one in in_order if one.place > last.place]
        contact = after[0] if after else in_order[0]
        number, round_ = last.number + 1, last.round + (0 if after else 1)
    return Next(number, round_, contact, now + timedelta(minutes=minutes_for(contact, clinic_minutes, round_)))


def minutes_for(contact: Contact, clinic_minutes: int, round_: int) -> int:
    """How many minutes ``contact`` has in this round of the list."""
    own = contact.minutes if contact.minutes is not None else clinic_minutes
    return own if round_ <= BRISK_ROUNDS else max(own, SLOW_MINUTES)


# A try's outcome in our own words → (what becomes of the alert's e-mail, the first wait before another try)
OUTCOMES: Mapping[str, tuple[Literal["sent", "failed", "due"], timedelta | None]] = {
    "sent": ("sent", None),
    "no_address": ("failed", None),
    "not_set_up": ("failed", None),
    "refused": ("failed", None),
    "unreachable": ("due", FIRST_WAIT),
    "unsure": ("due", UNSURE_WAIT),
    "wrong_login": ("due", LONGEST_WAIT),
    "sender_refused": ("due", LONGEST_WAIT),
    "no_tls": ("due", LONGEST_WAIT),
}


@dataclass(frozen=True)
class AfterTry:
    """What follows from a try: the e-mail's state, and when it is tried again where that is ``due``."""

    state: Literal["sent", "failed", "due"]
    outcome: str
    again: datetime | None = None


def after_try(receipt: Receipt, tries: int, now: datetime) -> AfterTry:
    """What becomes of an alert's e-mail after its ``tries``-th try (the first is 1).

    Trouble on the way is tried again until the flag is acknowledged, or the same contact is told anew.
    Raises: KeyError for an outcome that is not one of ``OUTCOMES``.
    """
    state, first = OUTCOMES[receipt.outcome]
    if state != "due":
        return AfterTry(state, receipt.outcome)
    return AfterTry(state, receipt.outcome, now + min(first * 2 ** min(tries - 1, 20), LONGEST_WAIT))

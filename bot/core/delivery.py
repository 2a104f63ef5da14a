"""What became of a message that went out, and what follows from it.

A channel reports one of ``OUTCOMES`` in our own words, whatever its provider calls it. ``after`` turns that into the
row's next state. The decisions are here so that every channel keeps the same promises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

UNASKED = ("check_in", "nudge")

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
# Doubling from two seconds to ten minutes and then every ten minutes: about a day of trying.
MOST_TRIES = 150
# An ending we do not know may mean that it did arrive, so the next try waits longer.
UNSURE_WAIT = timedelta(seconds=30)
# Somebody has to put the right token in; asking more often helps nobody.
WRONG_TOKEN_WAIT = timedelta(minutes=5)
# Telegram says how long to wait; this is for a provider that does not.
SLOW_DOWN_WAIT = timedelta(seconds=5)
# A row claimed for longer than this belongs to a process that died.
LEASE = timedelta(seconds=60)
# Telegram: about 30 messages a second overall and one a second to one chat (core.telegram.org/bots/faq).
OVERALL_PER_SECOND = 30
SECOND = timedelta(seconds=1)
# A follow-up that could not go out for two days is about a moment that is over.
UNASKED_LIFE = timedelta(hours=48)


@dataclass(frozen=True)
class Delivery:
    """One row of the outbox, about to go to ``address`` (nothing where the channel needs none, or has none)."""

    id: str
    conversation_id: str
    seq: int
    kind: str
    text: str
    channel: str
    created_at: datetime
    tries: int
    address: str | None = None
    question: str | None = None
    buttons: tuple[Mapping[str, str], ...] = ()
    scale: Mapping[str, str] | None = None
    nudge_id: str | None = None

    @property
    def unasked(self) -> bool:
        return self.kind in UNASKED

    def choices(self) -> list[tuple[str, str]]:
        """Every quick reply as (title, value), in one order for good: a payload names one by its place in it."""
        scale = [(str(number), str(number)) for number in range(11)] if self.scale else []
        return scale + [(button["title"], button["value"]) for button in self.buttons]


@dataclass(frozen=True)
class Receipt:
    """What a channel reports. ``wait`` is set where the provider said how long to hold back."""

    outcome: str
    external_id: str | None = None
    wait: timedelta | None = None


@dataclass(frozen=True)
class Verdict:
    """What follows from a try.

    Attributes:
        again: when it is tried again; set for ``due`` only.
        opts_out: the person turned us away, which is a STOP.
        pause: nothing at all goes over this channel before then.
        counts: whether it was a try of this message, or trouble of our own.
    """

    state: Literal["sent", "failed", "due"]
    outcome: str
    again: datetime | None = None
    opts_out: bool = False
    pause: datetime | None = None
    counts: bool = True


# our word → (what becomes of the row, the first wait before another try)
OUTCOMES: Mapping[str, tuple[Literal["sent", "failed", "due"], timedelta | None]] = {
    "sent": ("sent", None),
    "on_page": ("sent", None),
    "blocked": ("failed", None),
    "unknown_address": ("failed", None),
    "no_address": ("failed", None),
    "refused": ("failed", None),
    "slow_down": ("due", SLOW_DOWN_WAIT),
    "unreachable": ("due", FIRST_WAIT),
    "unsure": ("due", UNSURE_WAIT),
    "wrong_token": ("due", WRONG_TOKEN_WAIT),
}


def after(receipt: Receipt, tries: int, now: datetime) -> Verdict:
    """What becomes of a row after its ``tries``-th try (the first is 1) ended with ``receipt`` at ``now``.

    Raises: KeyError for an outcome that is not one of ``OUTCOMES``.
    """
    state, first_wait = OUTCOMES[receipt.outcome]
    if state != "due":
        return Verdict(state, receipt.outcome, opts_out=receipt.outcome == "blocked")
    if receipt.outcome == "wrong_token":
        # The rows stay due as they are, so that they go at once when a process starts with the right token.
        return Verdict("due", receipt.outcome, again=now, pause=now + first_wait, counts=False)
    if receipt.outcome == "slow_down":
        until = now + (receipt.wait or first_wait)
        return Verdict("due", receipt.outcome, again=until, pause=until, counts=False)
    if tries >= MOST_TRIES:
        return Verdict("failed", "gave_up")
    return Verdict("due", receipt.outcome, again=now + (receipt.wait or backoff(first_wait, tries)))


def backoff(first: timedelta, tries: int) -> timedelta:
    """Twice as long after every try, up to ``LONGEST_WAIT``."""
    return min(first * 2 ** min(tries - 1, 20), LONGEST_WAIT)


def too_old(message: Delivery, now: datetime) -> bool:
    """Whether an unasked message has waited so long that it would only puzzle. An answer never gets too old."""
    return message.unasked and now - message.created_at > UNASKED_LIFE

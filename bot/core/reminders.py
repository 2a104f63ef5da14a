"""May this message go out now? Asked once more at the moment of sending, because people change meanwhile.

``reply``, ``safety`` and ``notice`` answer something the person did and always go. ``check_in`` and ``nudge`` come
unasked at that moment: STOP, a refusal, the weekly cap, quiet hours and a talk in progress hold them up or end them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.quiet_hours import QuietHours, next_allowed

UNASKED = ("check_in", "nudge")
WEEK = timedelta(days=7)
# A convention: somebody who wrote within half an hour is taken to be in the middle of something.
TALKING = timedelta(minutes=30)
# A nudge that could not go out for this long is about a moment that is over.
NUDGE_LIFE = timedelta(hours=48)

NOT_OPENED, NOT_FINISHED, CHECK_IN_UNANSWERED = "not_opened", "not_finished", "check_in_unanswered"
GROUPS = (NOT_OPENED, NOT_FINISHED, CHECK_IN_UNANSWERED)


@dataclass(frozen=True)
class SendRules:
    """What the settings say: quiet hours, and how many unasked messages one person gets in seven days."""

    quiet: QuietHours
    weekly_cap: int


@dataclass(frozen=True)
class Pending:
    """A message about to go out. ``group`` is a nudge's chosen group (one of ``GROUPS``), else nothing."""

    kind: str
    created_at: datetime
    group: str | None = None


@dataclass(frozen=True)
class PersonState:
    """What is known about the person at this moment.

    Attributes:
        timezone: the person's own IANA zone.
        consent: the newest answer; nothing when they were not asked yet.
        stopped_at: set since they wrote STOP.
        blocked: their channel refuses us (a blocked Telegram chat is an opt-out).
        revoked: every invitation to this appointment was taken back.
        phase: of the preparation (``new`` ``open`` ``declined`` ``confirmed``); nothing before it began.
        check_in_waiting: a check-in was asked and has no answer.
        unasked_at: when unasked messages went to this person within the last seven days, over all appointments.
    """

    timezone: str
    appointment_at: datetime
    consent: bool | None = None
    stopped_at: datetime | None = None
    blocked: bool = False
    revoked: bool = False
    opened: bool = True
    phase: str | None = None
    check_in_waiting: bool = False
    last_heard_at: datetime | None = None
    unasked_at: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class SendDecision:
    """``now``, ``later`` (not before ``at``, in UTC), or ``never`` for a ``reason`` kept as the message's outcome."""

    verdict: Literal["now", "later", "never"]
    at: datetime | None = None
    reason: str | None = None


SEND_NOW = SendDecision("now")


def later(at: datetime) -> SendDecision:
    """Not now, but at ``at`` (aware)."""
    return SendDecision("later", at=at)


def never(reason: str) -> SendDecision:
    """Not at all, for ``reason``."""
    return SendDecision("never", reason=reason)


def may_send(message: Pending, person: PersonState, rules: SendRules, now: datetime) -> SendDecision:
    """Whether ``message`` may go to ``person`` at ``now`` (aware).

    Reasons of ``never``: ``blocked`` ``stopped`` ``declined`` ``revoked`` ``appointment_passed`` ``finished``
    ``answered`` ``not_needed`` ``over_cap`` ``too_late`` ``unknown_zone``.
    """
    if person.blocked:
        return never("blocked")
    if message.kind not in UNASKED:
        return SEND_NOW
    reason = unwanted(person) or (message.kind == "nudge" and _nudge_is_over(message, person, now))
    if reason:
        return never(reason)
    held = free_again(person, rules, now)
    if held and (message.kind == "nudge" or not rules.weekly_cap):
        return never("over_cap")
    return _at_a_good_moment(max(now, held or now), person, rules, now)


def unwanted(person: PersonState) -> str | None:
    """Why nothing unasked may reach this person at all, or nothing."""
    if person.stopped_at is not None:
        return "stopped"
    if person.consent is False or person.phase == "declined":
        return "declined"
    return "revoked" if person.revoked else None


def not_relevant(group: str, person: PersonState, now: datetime) -> str | None:
    """Why a nudge for ``group`` says nothing useful to this person any more, or nothing."""
    if group == CHECK_IN_UNANSWERED:
        return None if person.check_in_waiting else "answered"
    if person.phase == "confirmed":
        return "finished"
    if group == NOT_OPENED and person.opened:
        return "not_needed"
    return "appointment_passed" if person.appointment_at <= now else None


def free_again(person: PersonState, rules: SendRules, now: datetime) -> datetime | None:
    """When the weekly cap lets the next unasked message through; nothing when it does so now."""
    recent = sorted(at for at in person.unasked_at if at > now - WEEK)
    if len(recent) < rules.weekly_cap:
        return None
    return recent[-rules.weekly_cap] + WEEK if rules.weekly_cap else datetime.max.replace(tzinfo=timezone.utc)


def _nudge_is_over(message: Pending, person: PersonState, now: datetime) -> str | None:
    if now - message.created_at > NUDGE_LIFE:
        return "too_late"
    return not_relevant(message.group or NOT_FINISHED, person, now)


def _at_a_good_moment(earliest: datetime, person: PersonState, rules: SendRules, now: datetime) -> SendDecision:
    if person.last_heard_at is not None:
        earliest = max(earliest, person.last_heard_at + TALKING)
    try:
        ZoneInfo(person.timezone)
        at = next_allowed(rules.quiet, person.timezone, earliest)
    except (ZoneInfoNotFoundError, ValueError):
        # Guessing a zone could wake somebody at night; the row keeps the reason, so it is seen and mended.
        return never("unknown_zone")
    return SEND_NOW if at <= now else later(at)

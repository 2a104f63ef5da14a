from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.core.quiet_hours import QuietHours
from bot.core.reminders import (
    CHECK_IN_UNANSWERED,
    NOT_FINISHED,
    NOT_OPENED,
    SEND_NOW,
    Pending,
    PersonState,
    SendRules,
    later,
    may_send,
    never,
)

NOON = datetime(2026, 12, 1, 12, tzinfo=timezone.utc)
NIGHT = NOON.replace(hour=22)
RULES = SendRules(QuietHours.parse("20:00", "09:00"), weekly_cap=3)
PERSON = PersonState(timezone="Europe/London", appointment_at=NOON + timedelta(days=10), consent=True, phase="open")
WAITING = replace(PERSON, phase="confirmed", check_in_waiting=True)
NUDGE = Pending("nudge", NOON - timedelta(hours=1), NOT_FINISHED)
CHECK_IN_NUDGE = Pending("nudge", NOON - timedelta(hours=1), CHECK_IN_UNANSWERED)
CHECK_IN = Pending("check_in", NOON)
ANSWERS = [Pending(kind, NOON) for kind in ("reply", "safety", "notice")]


@pytest.mark.parametrize("message", [NUDGE, CHECK_IN])
def test_at_noon_an_unasked_message_goes(message: Pending) -> None:
    assert may_send(message, PERSON, RULES, NOON) == SEND_NOW


@pytest.mark.parametrize("message", ANSWERS)
def test_what_answers_the_person_goes_at_any_hour_even_after_stop(message: Pending) -> None:
    stopped = replace(PERSON, stopped_at=NOON, consent=False, unasked_at=(NOON,) * 9)
    assert may_send(message, stopped, RULES, NIGHT) == SEND_NOW


@pytest.mark.parametrize("message", [NUDGE, CHECK_IN])
def test_stop_ends_everything_unasked(message: Pending) -> None:
    assert may_send(message, replace(PERSON, stopped_at=NOON), RULES, NOON) == never("stopped")


@pytest.mark.parametrize("change", [{"consent": False}, {"phase": "declined"}])
@pytest.mark.parametrize("message", [NUDGE, CHECK_IN])
def test_somebody_who_said_no_gets_nothing_unasked(message: Pending, change: dict) -> None:
    assert may_send(message, replace(PERSON, **change), RULES, NOON) == never("declined")


def test_nothing_goes_to_a_channel_that_refuses_us() -> None:
    for message in (*ANSWERS, NUDGE, CHECK_IN):
        assert may_send(message, replace(PERSON, blocked=True), RULES, NOON) == never("blocked")


@pytest.mark.parametrize("message", [NUDGE, CHECK_IN])
def test_at_night_it_waits_for_the_persons_morning(message: Pending) -> None:
    assert may_send(message, PERSON, RULES, NIGHT) == later(NOON.replace(day=2, hour=9))


def test_it_waits_while_the_person_is_talking() -> None:
    talking = replace(PERSON, last_heard_at=NOON - timedelta(minutes=10))
    assert may_send(CHECK_IN, talking, RULES, NOON) == later(NOON + timedelta(minutes=20))


def test_a_talk_that_ends_in_quiet_hours_moves_it_to_the_morning() -> None:
    evening = NOON.replace(hour=19, minute=50)
    talking = replace(PERSON, last_heard_at=evening)
    assert may_send(CHECK_IN, talking, RULES, evening) == later(NOON.replace(day=2, hour=9))


def test_a_nudge_over_the_weekly_cap_is_dropped() -> None:
    busy = replace(PERSON, unasked_at=(NOON - timedelta(days=6), NOON - timedelta(days=2), NOON - timedelta(days=1)))
    assert may_send(NUDGE, busy, RULES, NOON) == never("over_cap")


def test_a_check_in_the_person_chose_waits_until_the_cap_allows_it() -> None:
    busy = replace(PERSON, unasked_at=(NOON - timedelta(days=6), NOON - timedelta(days=2), NOON - timedelta(days=1)))
    assert may_send(CHECK_IN, busy, RULES, NOON) == later(NOON + timedelta(days=1))


def test_what_went_more_than_a_week_ago_does_not_count() -> None:
    rested = replace(PERSON, unasked_at=(NOON - timedelta(days=8),) * 3)
    assert may_send(NUDGE, rested, RULES, NOON) == SEND_NOW


def test_a_cap_of_none_means_none() -> None:
    nothing = replace(RULES, weekly_cap=0)
    assert may_send(CHECK_IN, PERSON, nothing, NOON) == never("over_cap")


@pytest.mark.parametrize(("group", "change", "reason"), [
    (NOT_FINISHED, {"phase": "confirmed"}, "finished"),
    (NOT_FINISHED, {"appointment_at": NOON}, "appointment_passed"),
    (NOT_OPENED, {"opened": True}, "not_needed"),
    (CHECK_IN_UNANSWERED, {"check_in_waiting": False}, "answered"),
    (NOT_FINISHED, {"revoked": True}, "revoked"),
])
def test_a_nudge_is_dropped_when_it_says_nothing_useful_any_more(group: str, change: dict, reason: str) -> None:
    message = replace(NUDGE, group=group)
    assert may_send(message, replace(PERSON, **change), RULES, NOON) == never(reason)


def test_a_nudge_about_an_unanswered_check_in_goes_after_the_appointment_too() -> None:
    seen = replace(WAITING, appointment_at=NOON - timedelta(days=20))
    assert may_send(CHECK_IN_NUDGE, seen, RULES, NOON) == SEND_NOW


def test_a_nudge_that_waited_for_more_than_two_days_is_dropped() -> None:
    assert may_send(NUDGE, PERSON, RULES, NOON + timedelta(days=2)) == never("too_late")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd"])
def test_a_zone_nobody_knows_is_kept_as_the_reason_and_not_guessed(zone: str) -> None:
    assert may_send(CHECK_IN, replace(PERSON, timezone=zone), RULES, NOON) == never("unknown_zone")

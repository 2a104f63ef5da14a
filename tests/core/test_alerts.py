"""Whom a flag goes to next, and what becomes of an e-mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.core.alerts import (
    BRISK_ROUNDS,
    LONGEST_WAIT,
    OUTCOMES,
    Contact,
    LastTold,
    Next,
    after_try,
    minutes_for,
    next_to_tell,
)
from bot.core.delivery import Receipt

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone.utc)
FIRST, SECOND = Contact("a", "Demo First", "a@x.invalid", 1), Contact("b", "Demo Second", "b@x.invalid", 2, minutes=5)


def last(told: Next, place: int) -> LastTold:
    return LastTold(told.number, told.round, told.contact.id, place, told.due_at)


def test_the_first_is_told_at_once_and_has_the_clinics_minutes() -> None:
    told = next_to_tell([SECOND, FIRST], None, 15, NOW)
    assert (told.contact, told.number, told.round, told.due_at) == (FIRST, 1, 1, NOW + timedelta(minutes=15))


def test_nobody_is_told_while_the_one_before_has_time() -> None:
    told = next_to_tell([FIRST, SECOND], None, 15, NOW)
    assert next_to_tell([FIRST, SECOND], last(told, 1), 15, NOW + timedelta(minutes=14, seconds=59)) is None


def test_the_list_is_gone_through_again_and_again() -> None:
    now, before, heard = NOW, None, []
    for _ in range(5):
        told = next_to_tell([FIRST, SECOND], before, 15, now)
        heard.append((told.contact.name, told.round))
        before, now = last(told, told.contact.place), told.due_at
    assert heard == [("Demo First", 1), ("Demo Second", 1), ("Demo First", 2), ("Demo Second", 2), ("Demo First", 3)]


def test_own_minutes_count_and_after_some_rounds_nobody_is_told_more_than_once_an_hour() -> None:
    assert minutes_for(SECOND, 15, BRISK_ROUNDS) == 5
    assert minutes_for(SECOND, 15, BRISK_ROUNDS + 1) == 60
    assert minutes_for(replace(FIRST, minutes=120), 15, BRISK_ROUNDS + 1) == 120


def test_one_contact_alone_is_told_again_in_the_next_round() -> None:
    told = next_to_tell([FIRST], None, 15, NOW)
    again = next_to_tell([FIRST], last(told, 1), 15, told.due_at)
    assert (again.contact, again.number, again.round) == (FIRST, 2, 2)


def test_after_somebody_who_left_the_list_comes_the_one_behind_them() -> None:
    gone = LastTold(1, 1, "gone", 1, NOW)
    assert next_to_tell([replace(FIRST, place=2), replace(SECOND, place=3)], gone, 15, NOW).contact.id == "a"
    assert next_to_tell([], gone, 15, NOW) is None


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_trouble_on_the_way_is_tried_again_for_ever_and_a_refusal_never(outcome: str) -> None:
    first, much_later = (after_try(Receipt(outcome), tries, NOW) for tries in (1, 500))
    assert first.state == much_later.state == OUTCOMES[outcome][0]
    if first.state == "due":
        assert NOW < first.again <= much_later.again == NOW + LONGEST_WAIT
    else:
        assert first.again is None

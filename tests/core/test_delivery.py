"""What follows from what became of a message."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.core.delivery import LONGEST_WAIT, MOST_TRIES, OUTCOMES, Delivery, Receipt, after, backoff, too_old

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=timezone.utc)


def delivery(kind: str, age: timedelta) -> Delivery:
    return Delivery("a" * 32, "b" * 32, 1, kind, "Hello.", "telegram", NOW - age, 0)


@pytest.mark.parametrize("outcome", ["sent", "on_page"])
def test_what_arrived_is_sent(outcome: str) -> None:
    verdict = after(Receipt(outcome), 1, NOW)
    assert (verdict.state, verdict.outcome, verdict.again) == ("sent", outcome, None)


@pytest.mark.parametrize("outcome", ["blocked", "unknown_address", "no_address", "refused"])
def test_what_will_never_arrive_is_not_tried_again(outcome: str) -> None:
    verdict = after(Receipt(outcome), 1, NOW)
    assert (verdict.state, verdict.again) == ("failed", None)


def test_only_being_blocked_is_an_opt_out() -> None:
    assert [outcome for outcome in OUTCOMES if after(Receipt(outcome), 1, NOW).opts_out] == ["blocked"]


def test_flood_control_pauses_the_channel_for_as_long_as_telegram_says() -> None:
    verdict = after(Receipt("slow_down", wait=timedelta(seconds=37)), 1, NOW)
    assert verdict.again == verdict.pause == NOW + timedelta(seconds=37)


@pytest.mark.parametrize("outcome", ["slow_down", "wrong_token"])
def test_trouble_of_our_own_does_not_count_against_a_message(outcome: str) -> None:
    verdict = after(Receipt(outcome), MOST_TRIES, NOW)
    assert (verdict.state, verdict.counts) == ("due", False)


@pytest.mark.parametrize("outcome", ["unreachable", "unsure"])
def test_a_message_is_given_up_after_the_last_try_and_not_before(outcome: str) -> None:
    assert after(Receipt(outcome), MOST_TRIES - 1, NOW).state == "due"
    assert (after(Receipt(outcome), MOST_TRIES, NOW).state, after(Receipt(outcome), MOST_TRIES, NOW).outcome) == (
        "failed", "gave_up",
    )


def test_an_ending_nobody_knows_waits_longer_than_one_that_certainly_failed() -> None:
    assert after(Receipt("unsure"), 1, NOW).again > after(Receipt("unreachable"), 1, NOW).again


def test_each_wait_is_twice_the_one_before_up_to_the_longest() -> None:
    assert [backoff(timedelta(seconds=2), tries).seconds for tries in (1, 2, 3)] == [2, 4, 8]
    assert backoff(timedelta(seconds=2), MOST_TRIES) == LONGEST_WAIT


@pytest.mark.parametrize(("kind", "old"), [("check_in", True), ("nudge", True), ("reply", False), ("safety", False)])
def test_only_what_comes_unasked_gets_too_old(kind: str, old: bool) -> None:
    assert too_old(delivery(kind, timedelta(hours=48, seconds=1)), NOW) is old
    assert not too_old(delivery(kind, timedelta(hours=48)), NOW)

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.quiet_hours import QuietHours, is_quiet, next_allowed

NIGHT = QuietHours.parse("20:00", "09:00")
LONDON = "Europe/London"
ZONES = [LONDON, "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati", "UTC"]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=timezone.utc)


def wall(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))


def test_at_noon_a_message_may_go_at_once() -> None:
    assert next_allowed(NIGHT, LONDON, utc(2026, 12, 1, 12)) == utc(2026, 12, 1, 12)


def test_in_the_evening_it_waits_for_the_next_morning() -> None:
    assert next_allowed(NIGHT, LONDON, utc(2026, 12, 1, 22)) == utc(2026, 12, 2, 9)


def test_after_midnight_it_waits_for_the_same_morning() -> None:
    assert next_allowed(NIGHT, LONDON, utc(2026, 12, 2, 1)) == utc(2026, 12, 2, 9)


def test_quiet_begins_on_the_minute_and_is_over_on_the_minute() -> None:
    assert is_quiet(NIGHT, LONDON, utc(2026, 12, 1, 20))
    assert not is_quiet(NIGHT, LONDON, utc(2026, 12, 1, 9))


def test_the_persons_own_wall_clock_counts() -> None:
    noon_in_london = utc(2026, 12, 1, 12)
    assert next_allowed(NIGHT, "Asia/Tokyo", noon_in_london) == wall("Asia/Tokyo", 2026, 12, 2, 9)
    assert next_allowed(NIGHT, "America/New_York", noon_in_london) == wall("America/New_York", 2026, 12, 1, 9)


def test_the_morning_after_clocks_go_forward_comes_at_nine_on_the_new_clock() -> None:
    assert next_allowed(NIGHT, LONDON, utc(2027, 3, 27, 22)) == utc(2027, 3, 28, 8)


def test_the_morning_after_clocks_go_back_comes_at_nine_on_the_new_clock() -> None:
    assert next_allowed(NIGHT, LONDON, utc(2026, 10, 24, 22)) == utc(2026, 10, 25, 9)


def test_an_end_that_the_spring_change_leaves_out_becomes_the_moment_after_the_gap() -> None:
    until_half_past_one = QuietHours.parse("22:00", "01:30")
    found = next_allowed(until_half_past_one, LONDON, utc(2027, 3, 28, 0, 30))
    assert utc(2027, 3, 28, 1) <= found <= utc(2027, 3, 28, 1, 30)


def test_an_end_that_comes_twice_in_autumn_is_taken_when_it_is_still_ahead() -> None:
    until_half_past_one = QuietHours.parse("22:00", "01:30")
    # 01:10 for the second time (00:10 in UTC was the first): the second 01:30 is ahead.
    assert next_allowed(until_half_past_one, LONDON, utc(2026, 10, 25, 1, 10)) == utc(2026, 10, 25, 1, 30)


def test_equal_times_are_never_quiet() -> None:
    assert not is_quiet(QuietHours(time(9), time(9)), LONDON, utc(2026, 12, 1, 9))


def test_a_rest_in_the_middle_of_the_day_holds_only_then() -> None:
    rest = QuietHours.parse("13:00", "15:00")
    assert next_allowed(rest, LONDON, utc(2026, 12, 1, 14)) == utc(2026, 12, 1, 15)
    assert not is_quiet(rest, LONDON, utc(2026, 12, 1, 15))


def test_a_setting_that_is_no_time_is_refused() -> None:
    with pytest.raises(ValueError):
        QuietHours.parse("twenty", "09:00")


@given(
    minutes=st.integers(0, 60 * 24 * 730),
    zone=st.sampled_from(ZONES),
    starts=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    ends=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_the_answer_is_never_quiet_never_past_and_never_skips_a_free_quarter_hour(
    minutes: int, zone: str, starts: time, ends: time
) -> None:
    quiet = QuietHours(starts, ends)
    now = utc(2026, 1, 1) + timedelta(minutes=minutes)
    found = next_allowed(quiet, zone, now)
    assert found >= now
    assert not is_quiet(quiet, zone, found)
    looked_at = now
    while looked_at < found - timedelta(hours=1):  # an end within a spring gap may move by the gap, an hour at most
        assert is_quiet(quiet, zone, looked_at)
        looked_at += timedelta(minutes=15)

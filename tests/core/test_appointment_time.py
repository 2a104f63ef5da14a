from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.core.appointment_time import BadTime, read_time, too_far

LONDON = ZoneInfo("Europe/London")
HALF_PAST_TWO = datetime(2026, 12, 3, 14, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize("text", [
    "2026-12-03 14:30", "2026-12-03T14:30", "2026-12-03T14:30:00", "2026-12-03 14:30:00.000", "2026/12/03 14:30",
    "2026-12-03T14:30:00Z", "2026-12-03T15:30+01:00", "2026-12-03T09:30-0500",
    "03/12/2026 14:30", "3/12/2026 14:30", "03.12.2026 14.30", "03-12-2026 14:30:00", "03/12/2026, 2:30 PM",
    "3 Dec 2026 2.30pm", "3 December 2026, 14:30", "3rd december 2026 at 2:30 p.m.", "Thu 3 Dec 2026 14:30",
    "Thursday, 3 December 2026 14:30", "December 3, 2026 2:30pm", "3-Dec-2026 14:30", "  3  Dec  2026   2.30 pm ",
])
def test_dates_as_people_write_them(text: str) -> None:
    assert read_time(text, LONDON) == HALF_PAST_TWO


@pytest.mark.parametrize(
    ("text", "hour"), [("3 Dec 2026 9:15", 9), ("3 Dec 2026 12:15am", 0), ("3 Dec 2026 12:15pm", 12)]
)
def test_morning_noon_and_night(text: str, hour: int) -> None:
    assert read_time(text, LONDON) == HALF_PAST_TWO.replace(hour=hour, minute=15)


def test_an_hour_alone_is_enough_with_am_or_pm() -> None:
    assert read_time("3 Dec 2026 2pm", LONDON) == HALF_PAST_TWO.replace(minute=0)


def test_the_zones_own_clock_counts() -> None:
    assert read_time("2027-07-01 14:30", LONDON) == datetime(2027, 7, 1, 13, 30, tzinfo=timezone.utc)
    assert read_time("2026-12-03 14:30", ZoneInfo("Asia/Kolkata")) == datetime(2026, 12, 3, 9, tzinfo=timezone.utc)


@pytest.mark.parametrize(("text", "hint"), [
    ("", "Write the date"),
    ("soon", "not a date"),
    ("tomorrow 2pm", "not a date"),
    ("2026-12-03", "time of day is missing"),
    ("3 Dec 2026", "time of day is missing"),
    ("03/12/26 14:30", "four digits"),
    ("46359.604166", "spreadsheet"),
    ("2026-02-30 14:30", "no such day"),
    ("31/04/2026 14:30", "no such day"),
    ("2026-13-03 14:30", "no such day"),
    ("0000-12-03 14:30", "no such day"),
    ("12/25/2026 14:30", "There is no month 25"),
    ("45/45/2026 14:30", "no such day"),
    ("2026-12-03 25:10", "no such time"),
    ("2026-12-03 14:61", "no such time"),
    ("2026-12-03 14:30pm", "am and pm"),
    ("2026-12-03 0:30am", "am and pm"),
    ("2026-12-03 2:30", "Morning or afternoon"),
    ("2026-12-03 14", "hours and minutes"),
    ("2026-12-03 00:00", "Midnight"),
    ("Friday 3 Dec 2026 14:30", "is a Thursday"),
    ("2026-12-03T14:30+99:00", "No place"),
    ("2026-12-03 14:30 or 15:30", "not a date"),
    ("３ Dec 2026 x", "not a date"),
])
def test_what_is_not_one_clear_moment_is_refused_with_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(BadTime, match=hint):
        read_time(text, LONDON)


def test_where_neither_order_is_usual_a_date_with_two_readings_is_refused() -> None:
    with pytest.raises(BadTime, match="two different days"):
        read_time("03/12/2026 14:30", LONDON, day_first=None)
    assert read_time("25/12/2026 14:30", LONDON, day_first=None) == HALF_PAST_TWO.replace(day=25)
    assert read_time("12/25/2026 14:30", LONDON, day_first=None) == HALF_PAST_TWO.replace(day=25)
    assert read_time("12/12/2026 14:30", LONDON, day_first=None) == HALF_PAST_TWO.replace(day=12)


def test_a_time_that_clocks_leave_out_in_spring_is_refused() -> None:
    with pytest.raises(BadTime, match="There is no 01:30 on that day: clocks in Europe/London go forward"):
        read_time("2027-03-28 01:30", LONDON)


def test_a_time_that_comes_twice_in_autumn_is_refused_and_an_offset_settles_it() -> None:
    with pytest.raises(BadTime, match="comes twice") as caught:
        read_time("2027-10-31 01:30", LONDON)
    assert "2027-10-31T01:30+01:00 or 2027-10-31T01:30+00:00" in str(caught.value)
    assert read_time("2027-10-31T01:30+01:00", LONDON) == datetime(2027, 10, 31, 0, 30, tzinfo=timezone.utc)


def test_an_appointment_that_is_over_or_years_away_is_pointed_out() -> None:
    assert too_far(HALF_PAST_TWO, HALF_PAST_TWO - timedelta(days=7)) is None
    assert "past" in too_far(HALF_PAST_TWO, HALF_PAST_TWO)
    assert "year" in too_far(HALF_PAST_TWO, HALF_PAST_TWO - timedelta(days=800))

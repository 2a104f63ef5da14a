from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar_words import easter, months_from
from bot.core.past_times import past_times
from bot.core.stage_times import coming_times, how_near

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("said", "first", "last"), [
    ("in march", date(2026, 3, 1), date(2026, 3, 31)),
    ("in december", date(2025, 12, 1), date(2025, 12, 31)),
    ("in november", date(2026, 11, 1), TODAY),
    ("in june 2024", date(2024, 6, 1), date(2024, 6, 30)),
    ("in june last year", date(2025, 6, 1), date(2025, 6, 30)),
    ("since 2019", date(2019, 1, 1), date(2019, 12, 31)),
    ("last summer", date(2025, 6, 1), date(2026, 8, 31)),
    ("last november", date(2025, 11, 1), date(2025, 11, 30)),
    ("at christmas", date(2025, 12, 24), date(2026, 1, 6)),
    ("since easter", date(2026, 4, 3), date(2026, 4, 6)),
    ("on 3 october", date(2026, 10, 3), date(2026, 10, 3)),
    ("on 25 november", date(2025, 11, 25), date(2025, 11, 25)),
    ("01/06/2026", date(2026, 6, 1), date(2026, 6, 1)),
    ("2026-06-01", date(2026, 6, 1), date(2026, 6, 1)),
    ("yesterday", date(2026, 11, 23), date(2026, 11, 23)),
    ("three weeks ago", date(2026, 10, 31), date(2026, 11, 6)),
    ("10 days ago", date(2026, 11, 14), date(2026, 11, 14)),
    ("in the last six months", date(2026, 5, 24), TODAY),
    ("this year", date(2026, 1, 1), TODAY),
    ("last month", date(2026, 10, 1), date(2026, 10, 31)),
])
def test_a_time_gone_by_is_as_exact_as_it_was_said(said: str, first: date, last: date) -> None:
    assert [(span.first, span.last) for span in past_times(said, TODAY)] == [(first, last)]


@pytest.mark.parametrize(("said", "how"), [
    ("two weeks ago", "ago"), ("for two years", "lasting"), ("two years now", "lasting"), ("since march", "since"),
    ("until august", "until"), ("in march", "point"), ("3 weeks", "bare"), ("in two years", "in"), ("years", "lasting"),
    ("in the last month", "within"), ("more than a year", "lasting"),
])
def test_how_a_time_was_led_in_is_kept(said: str, how: str) -> None:
    assert [span.how for span in past_times(said, TODAY)] == [how]


@pytest.mark.parametrize("said", ["i may start", "i march to work", "in 2027", "week", "next month", "0·7 years"])
def test_what_is_no_time_gone_by_is_left_alone(said: str) -> None:
    assert past_times(said, TODAY) == ()


@pytest.mark.parametrize(("said", "near"), [
    ("next month", "next_month"), ("tomorrow", "next_month"), ("in december", "next_month"),
    ("after christmas", "next_six_months"), ("in the new year", "next_six_months"), ("next spring", "next_six_months"),
    ("in six months", "next_six_months"), ("in the next six months", "next_six_months"), ("next summer", "not_now"),
    ("next autumn", "not_now"), ("in two years", "not_now"), ("2028", "not_now"), ("next year", None),
    ("in november", None), ("next december", None), ("before january", None), ("in a month's time", "next_month"),
])
def test_a_time_to_come_is_near_or_far(said: str, near: str | None) -> None:
    assert [one.near for one in coming_times(said, TODAY)] == [near]


@pytest.mark.parametrize("said", ["last month", "since march", "i may start", "in june 2026", "2019", "3 weeks ago"])
def test_what_is_no_time_to_come_is_left_alone(said: str) -> None:
    assert coming_times(said, TODAY) == ()


def test_the_last_day_of_a_window_belongs_to_it() -> None:
    assert how_near(date(2026, 12, 24), date(2026, 12, 24), TODAY) == "next_month"
    assert how_near(date(2026, 12, 25), date(2027, 5, 24), TODAY) == "next_six_months"
    assert how_near(date(2027, 5, 25), date(2027, 5, 25), TODAY) == "not_now"
    assert how_near(date(2026, 12, 24), date(2026, 12, 25), TODAY) is None


def test_easter_is_where_the_almanac_has_it() -> None:
    assert [easter(year) for year in (2024, 2025, 2026, 2027, 2038)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)]


def test_a_month_without_that_day_gives_its_last_one() -> None:
    assert months_from(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert months_from(date(2027, 12, 31), 2) == date(2028, 2, 29)


SAID = ("in", "since", "last", "next", "march", "may", "31", "february", "2026", "christmas", "weeks", "ago", "for",
        "two", "summer", "monday", "a", "few", "end of", "the", "year", "half", "29", "by", "99/99/2020", "2026-13-45",
        "months")


@given(st.lists(st.sampled_from(SAID), max_size=9).map(" ".join), st.dates(date(2021, 1, 1), date(2060, 12, 31)))
def test_no_jumble_of_times_breaks_the_reading_and_no_time_gone_by_lies_ahead(said: str, today: date) -> None:
    spans = past_times(said, today)
    assert all(span.first <= span.last <= today for span in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
    assert all(one.near in {"next_month", "next_six_months", "not_now", None} for one in coming_times(said, today))

"""Typed answers about a change. Every row of the data is read as on Tuesday 24 November 2026."""

import csv
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stage_words import StageReading, read_stage

ROWS = list(csv.DictReader((Path(__file__).parent / "data" / "stage_answers.csv").open(encoding="utf-8")))
NOW = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
CARDIFF = ZoneInfo("Europe/London")


def read(text: str, now: datetime = NOW) -> StageReading:
    return read_stage(text, now, CARDIFF)


def about(topic: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [row for row in ROWS if row["topic"] == topic], ids=lambda row: row["text"])


def is_as_written(row: dict[str, str]) -> bool:
    reading = read(row["text"])
    wanted = (row["doing"] or None, row["thinking"] or None, bool(row["used_to"]))
    return (reading.doing, reading.thinking, reading.used_to) == wanted


@about("quit")
def test_giving_something_up_is_doing_the_change(row: dict[str, str]) -> None:
    assert is_as_written(row)


@about("doing")
def test_a_beginning_or_a_length_of_time_says_how_long_it_is_done(row: dict[str, str]) -> None:
    assert is_as_written(row)


@about("border")
def test_the_borders_are_counted_to_the_day_and_asked_when_the_words_lie_across_them(row: dict[str, str]) -> None:
    assert is_as_written(row)


@about("thinking")
def test_a_time_to_come_says_how_near_the_intention_is(row: dict[str, str]) -> None:
    assert is_as_written(row)


@about("not_now")
def test_not_wanting_and_not_having_begun_are_told_apart(row: dict[str, str]) -> None:
    assert is_as_written(row)


@about("relapse")
def test_what_used_to_be_is_never_read_as_being_done_now(row: dict[str, str]) -> None:
    assert is_as_written(row)
    assert read(row["text"]).doing not in {"last_six_months", "longer"}


@pytest.mark.parametrize(("text", "now", "doing"), [
    ("gave up in March", datetime(2026, 4, 2, tzinfo=timezone.utc), "last_six_months"),
    ("gave up in March", datetime(2026, 9, 30, tzinfo=timezone.utc), None),
    ("gave up in March", datetime(2026, 10, 1, tzinfo=timezone.utc), "longer"),
    ("gave up in March", datetime(2027, 2, 1, tzinfo=timezone.utc), "longer"),
    ("gave up in December", datetime(2027, 2, 1, tzinfo=timezone.utc), "last_six_months"),
    ("started last year", datetime(2027, 3, 1, tzinfo=timezone.utc), None),
    ("started last year", datetime(2027, 7, 2, tzinfo=timezone.utc), "longer"),
    ("since 31 August", datetime(2027, 2, 28, tzinfo=timezone.utc), "last_six_months"),
    ("since 27 August", datetime(2027, 2, 28, tzinfo=timezone.utc), "longer"),
])
def test_the_same_words_are_counted_from_today(text: str, now: datetime, doing: str | None) -> None:
    assert read(text, now).doing == doing


@pytest.mark.parametrize(("text", "now", "thinking"), [
    ("after Christmas", datetime(2026, 12, 3, tzinfo=timezone.utc), "next_month"),
    ("after Christmas", datetime(2026, 6, 3, tzinfo=timezone.utc), "not_now"),
    ("next spring", datetime(2026, 6, 3, tzinfo=timezone.utc), "not_now"),
    ("next spring", datetime(2027, 2, 10, tzinfo=timezone.utc), None),
    ("maybe in March", datetime(2027, 2, 10, tzinfo=timezone.utc), "next_month"),
    ("in the new year", datetime(2026, 12, 20, tzinfo=timezone.utc), "next_month"),
])
def test_the_same_time_to_come_is_nearer_later_in_the_year(text: str, now: datetime, thinking: str | None) -> None:
    assert read(text, now).thinking == thinking


def test_days_are_counted_where_the_person_lives() -> None:
    just_after_midnight = datetime(2026, 5, 23, 23, 30, tzinfo=timezone.utc)  # the 24th in Cardiff
    assert read("since 23 November", just_after_midnight).doing == "longer"
    assert read_stage("since 23 November", just_after_midnight, timezone.utc).doing == "last_six_months"


@pytest.mark.parametrize(("text", "since"), [
    ("gave up in March", date(2026, 3, 1)), ("started three weeks ago", date(2026, 11, 3)),
    ("since 24 May", date(2026, 5, 24)), ("started yesterday", date(2026, 11, 23)), ("since 2019", date(2019, 1, 1)),
    ("been doing it for years", None), ("started in the last few weeks", None), ("thinking about it", None),
    ("two years now", date(2024, 11, 24)),
])
def test_the_day_it_began_is_kept_when_one_was_said(text: str, since: date | None) -> None:
    found = read(text).since
    assert found == since or (since and found and abs(found - since) <= timedelta(days=1))


@pytest.mark.parametrize(("text", "kind"), [
    ("gave up in March", "placed"), ("maybe next month", "placed"), ("not for me", "placed"),
    ("thinking about it", "partly"), ("not yet", "partly"), ("I used to but stopped", "partly"),
    ("one day", "unclear"), ("started again", "unclear"), ("six months ago", "unclear"), ("", "unclear"),
])
def test_a_reading_is_placed_partly_placed_or_unclear(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_a_long_story_is_asked_about() -> None:
    assert read("gave up in March " + "and it was a very long road for all of us " * 5).kind == "unclear"


def test_the_words_stay_as_typed() -> None:
    assert read("  Gave up in MARCH!! ").words == "Gave up in MARCH!!"


PARTS = ("gave up", "started", "again", "in March", "used to", "not", "next month", "for years", "since 2019",
         "stopped", "thinking", "but", "doing it", "after Christmas", "two", "weeks", "ago", "31", "february", ",", "may",
         "0")


@given(st.text() | st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join))
def test_whatever_is_typed_gets_one_reading_that_makes_sense(text: str) -> None:
    reading = read(text)
    assert reading.kind == ("unclear" if reading.doing is None else
                            "partly" if reading.doing == "not_yet" and reading.thinking is None else "placed")
    assert reading.thinking is None or reading.doing == "not_yet"
    assert not (reading.used_to and reading.doing in {"last_six_months", "longer"})
    assert reading.since is None or (reading.doing in {"last_six_months", "longer"} and reading.since <= NOW.date())


@given(st.dates(date(2021, 1, 1), date(2040, 12, 31)), st.sampled_from([row["text"] for row in ROWS]))
def test_every_row_can_be_read_on_every_day(day: date, text: str) -> None:
    now = datetime(day.year, day.month, day.day, 12, tzinfo=timezone.utc)
    assert read(text, now) == read(text, now)

"""Bank holidays, against the days the governments publish (https://www.gov.uk/bank-holidays)."""

from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.nlu.times import Times, find_times
from bot.nlu.times.bank_holidays import bank_holidays

LONDON = ZoneInfo("Europe/London")
PUBLISHED = {
    "uk": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    "uk-scotland": "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
    "uk-northern-ireland": "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
}


@pytest.mark.parametrize("place", PUBLISHED)
def test_the_days_of_2027_are_those_published(place: str) -> None:
    assert [f"{day:%m-%d}" for day, _ in bank_holidays(place, 2027)] == PUBLISHED[place].split()


def test_a_place_we_do_not_know_has_none_and_no_day_is_made_up() -> None:
    now = datetime(2027, 4, 20, 10, tzinfo=timezone.utc)
    assert bank_holidays("elsewhere", 2027) == ()
    assert Times().answer("the bank holiday", "future", now, LONDON).kind == "not_a_day"


@pytest.mark.parametrize("text", ["bank holidays are hard for me", "the bank", "I work in a bank", "on public transport"])
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert find_times(text, datetime(2027, 4, 20, 10, tzinfo=timezone.utc), LONDON, "uk") == []


def test_the_appointment_is_only_a_day_where_the_conversation_knows_it_and_the_words_count_from_it() -> None:
    now, visit = datetime(2026, 11, 23, 10, tzinfo=timezone.utc), date(2026, 12, 8)
    reader = Times()
    assert reader.answer("the day before my appointment", "future", now, LONDON).kind == "not_a_day"
    assert reader.answer("the day before my appointment", "future", now, LONDON, visit).first == date(2026, 12, 7)
    assert reader.answer("my appointment worries me", "future", now, LONDON, visit).kind == "not_a_day"


# The days are those the governments publish for 2026 and 2027; a holiday that falls on a weekend is moved to a weekday.
@pytest.mark.parametrize(("said", "place", "day"), [
    ("boxing day bank holiday", "uk", date(2026, 12, 28)), ("boxing day bank holiday", "uk-scotland", date(2026, 12, 28)),
    ("the 26 December bank holiday", "uk", date(2026, 12, 28)), ("Christmas Day bank holiday", "uk", date(2026, 12, 25)),
    ("good friday bank holiday", "uk-scotland", date(2027, 3, 26)), ("easter monday bank holiday", "uk", date(2027, 3, 29)),
    ("St. Andrew's Day bank holiday", "uk-scotland", date(2026, 11, 30)),
    ("st patricks day bank hol", "uk-northern-ireland", date(2027, 3, 17)),
    ("the twelfth of July bank holiday", "uk-northern-ireland", date(2027, 7, 12)),
    ("2nd january bank holiday", "uk-scotland", date(2027, 1, 4)), ("new year's day bank holiday", "uk", date(2027, 1, 1)),
    ("second May bank holiday", "uk", date(2027, 5, 31)), ("31 May bank holiday", "uk", date(2027, 5, 31)),
])
def test_a_holiday_that_is_named_is_that_one_alone(said: str, place: str, day: date) -> None:
    answer = Times(place).answer(said, "future", datetime(2026, 11, 23, 10, tzinfo=timezone.utc), LONDON)
    assert (answer.kind, answer.first) == ("day", day)


@pytest.mark.parametrize(("said", "place"), [
    ("st andrews day bank holiday", "uk"), ("2nd january bank holiday", "uk"), ("the second of January bank holiday", "uk"),
    ("easter monday bank holiday", "uk-scotland"), ("st patrick's day bank holiday", "uk-scotland"),
    ("St George's day bank holiday", "uk"), ("pancake day bank holiday", "uk"), ("3 March bank holiday", "uk"),
])
def test_a_holiday_the_place_does_not_have_or_of_an_unknown_name_is_said_not_to_exist(said: str, place: str) -> None:
    answer = Times(place).answer(said, "future", datetime(2026, 11, 23, 10, tzinfo=timezone.utc), LONDON)
    assert (answer.kind, answer.lost) == ("not_a_day", True)

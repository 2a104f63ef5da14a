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

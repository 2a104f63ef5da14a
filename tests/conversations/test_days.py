"""A day to come back: taken when it is one day, asked about when it may be several, and never made up."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.bootstrap import House
from bot.store import tables
from tests.conversations.played import PlayedOnce, put_into
from tests.conversations.states import STATES
from tests.conversations.tester import Talk, begin_talk

MONDAY = datetime(2030, 11, 25, 9, 0, tzinfo=timezone.utc)


@pytest.fixture
def asked(house: House, played_once: PlayedOnce) -> Talk:
    """Somebody who is asked for a day, on a Monday morning in November."""
    return put_into(house, played_once.after(STATES["check_in"], at=MONDAY)).asks("check_in")


def buttons(talk: Talk) -> list[tuple[str, str]]:
    rows = sorted(talk.rows(tables.Outbox, conversation_id=talk.conversation_id), key=lambda row: row.seq)
    return [(one["value"], one["title"]) for one in rows[-1].buttons]


def day_of(talk: Talk) -> str | None:
    kept = talk.answer("check_in")
    return str(kept[2])[:10] if kept and kept[0] == "answered" else None


@pytest.mark.parametrize(("words", "day"), [
    ("in 3 weeks", "2030-12-16"), ("tmrw", "2030-11-26"), ("Tues week", "2030-12-03"), ("a week on friday", "2030-12-06"),
    ("in a fortnight", "2030-12-09"), ("3/12", "2030-12-03"), ("the 3rd", "2030-12-03"), ("2031-01-05", "2031-01-05"),
    ("a month from today", "2030-12-25"), ("first thing monday", "2030-12-02"), ("weds", "2030-11-27"),
    ("yfory", "2030-11-26"), ("3 Rhagfyr", "2030-12-03"),
])
def test_one_day_is_taken_as_people_write_it(asked: Talk, words: str, day: str) -> None:
    asked.user_says(words).bot_said("utter_ack_check_in")
    assert day_of(asked) == day and asked.answer("check_in")[1] == words and asked.asking != "check_in"


def test_a_day_that_may_be_two_is_asked_with_both_in_words_and_as_buttons(asked: Talk) -> None:
    asked.user_says("next Tuesday").bot_said("utter_again_which").asks("check_in")
    assert "Tuesday 26 November" in asked.said[-1][1] and "Tuesday 3 December" in asked.said[-1][1]
    assert buttons(asked) == [("2030-11-26", "Tuesday 26 November"), ("2030-12-03", "Tuesday 3 December"),
                              ("no_check_in", "Please do not ask")]
    asked.user_taps("2030-12-03").bot_said("utter_ack_check_in")
    assert day_of(asked) == "2030-12-03" and asked.answer("check_in")[1] == "next Tuesday"


@pytest.mark.parametrize(("reply", "day"), [
    ("the second one", "2030-12-03"), ("the first", "2030-11-26"), ("the 3rd", "2030-12-03"), ("either", "2030-11-26"),
    ("tomorrow", "2030-11-26"), ("Tuesday 3 December please", "2030-12-03"), ("the earlier one", "2030-11-26"),
    ("the later one", "2030-12-03"),
])
def test_one_of_the_two_can_be_picked_in_ones_own_words(asked: Talk, reply: str, day: str) -> None:
    asked.user_says("next Tuesday").user_says(reply).bot_said("utter_ack_check_in")
    assert day_of(asked) == day and "next Tuesday" in asked.answer("check_in")[1]


@pytest.mark.parametrize("words", ["mid january", "next week", "after christmas", "in about 3 weeks", "in the new year"])
def test_for_a_span_one_day_is_proposed_and_a_yes_takes_it(asked: Talk, words: str) -> None:
    asked.user_says(words).bot_said("utter_again_propose").asks("check_in")
    proposed = buttons(asked)[0]
    assert proposed[1] in asked.said[-1][1]
    asked.user_says("yes please").bot_said("utter_ack_check_in")
    assert day_of(asked) == proposed[0] and asked.answer("check_in")[1] == words


@pytest.mark.parametrize(("words", "day"), [
    ("the day before my appointment", "2030-12-01"), ("two weeks after my appointment", "2030-12-16"),
    ("the Friday after my appointment", "2030-12-06"), ("bank holiday monday", "2031-04-14"),
])
def test_a_day_counted_from_the_appointment_or_a_bank_holiday_is_taken(asked: Talk, words: str, day: str) -> None:
    asked.user_says(words).bot_said("utter_ack_check_in")
    assert day_of(asked) == day and asked.answer("check_in")[1] == words


def test_the_week_after_the_appointment_is_proposed_with_one_day(asked: Talk) -> None:
    asked.user_says("the week after my appointment").bot_said("utter_again_propose").asks("check_in")
    assert buttons(asked)[0] == ("2030-12-06", "Friday 6 December")


def test_two_bank_holidays_that_may_be_meant_are_both_buttons(asked: Talk) -> None:
    asked.user_says("the bank holiday").bot_said("utter_again_which").asks("check_in")
    assert [value for value, _ in buttons(asked)] == ["2030-12-25", "2030-12-26", "no_check_in"]


@pytest.mark.parametrize("words", ["after my scan", "the week after my op", "after my dentist appointment"])
def test_an_event_whose_day_only_they_know_is_handed_back_with_their_words(asked: Talk, words: str) -> None:
    asked.user_says(words).bot_said("utter_again_event").asks("check_in")
    assert "after my" in asked.said[-1][1] and day_of(asked) is None


def test_a_day_before_an_appointment_that_is_over_is_refused_kindly(asked: Talk) -> None:
    asked.house.clock.forward(timedelta(days=8))
    asked.user_says("the day before my appointment").bot_said("utter_again_past").asks("check_in")
    assert day_of(asked) is None


def test_a_no_to_a_proposed_day_is_a_no_to_that_day_only(asked: Talk) -> None:
    asked.user_says("mid january").user_says("no").bot_said("utter_again_another").asks("check_in")
    asked.user_says("20 january").bot_said("utter_ack_check_in")
    assert day_of(asked) == "2031-01-20" and asked.answer("check_in")[1] == "mid january\n20 january"


@pytest.mark.parametrize(("words", "key"), [
    ("yesterday", "utter_again_past"), ("3 December 2020", "utter_again_past"), ("last Tuesday", "utter_again_past"),
    ("2 weeks ago", "utter_again_past"), ("30 February", "utter_again_lost"), ("whenever", "utter_again_when"),
    ("any day but friday", "utter_again_when"), ("10", "utter_again_when"), ("may", "utter_again_when"),
    ("in 30 years", "utter_again_when"), ("after my holiday", "utter_again_event"), ("sometime next year", "utter_again_event"),
    ("once the kids are back at school", "utter_again_event"), ("if I can get a lift on friday", "utter_again_propose"),
    ("my sister comes on friday", "utter_again_propose"), ("12 Dec or 19 Dec", "utter_again_which"),
    ("monday, weds or friday", "utter_again_several"),
])
def test_what_is_not_one_day_is_asked_again_and_never_stored(asked: Talk, words: str, key: str) -> None:
    asked.user_says(words).bot_said(key).asks("check_in")
    assert asked.answer("check_in") is None and asked.said[-1][2] == "check_in"


def test_today_is_taken_until_ten_in_the_morning_and_is_then_too_soon(asked: Talk) -> None:
    asked.user_says("today").bot_said("utter_ack_check_in")
    assert day_of(asked) == "2030-11-25"


def test_later_in_the_day_today_is_too_soon(house: House) -> None:
    house.clock.forward(MONDAY.replace(hour=15) - house.clock.now())
    talk = begin_talk(house).opens_the_link().plays(*STATES["check_in"], "today")
    talk.bot_said("utter_again_today").asks("check_in")


def test_an_event_is_asked_back_with_their_words_which_stay_with_the_day(asked: Talk) -> None:
    asked.user_says("After my holiday, if that's ok").bot_said("utter_again_event").asks("check_in")
    assert "“After my holiday" in asked.said[-1][1]
    assert [value for value, _ in buttons(asked)] == ["in_one_week", "in_two_weeks", "in_four_weeks", "no_check_in"]
    asked.user_says("12 January").bot_said("utter_ack_check_in")
    assert day_of(asked) == "2031-01-12"
    assert asked.answer("check_in")[1] == "After my holiday, if that's ok\n12 January"


def test_a_button_after_an_event_keeps_the_event(asked: Talk) -> None:
    asked.user_says("after my holiday").user_taps("in_four_weeks")
    assert day_of(asked) == "2030-12-23" and asked.answer("check_in")[1] == "after my holiday\nIn four weeks"


def test_a_day_is_asked_again_twice_at_most_and_then_left_with_all_their_words(asked: Talk) -> None:
    asked.user_says("after my holiday").asks("check_in").user_says("when it gets warmer").asks("check_in")
    asked.user_says("dunno really, some day").bot_said("utter_leave_it")
    assert asked.answer("check_in") == ("unclear", "after my holiday\nwhen it gets warmer\ndunno really, some day", None)
    assert asked.rows(tables.CheckIn) == [] and asked.stored.parked is None


@pytest.mark.parametrize("way_out", ["/skip", ">no_check_in", "/not_sure"])
def test_while_a_day_waits_every_way_on_stays_open(asked: Talk, way_out: str) -> None:
    asked.user_says("mid january").plays(way_out)
    assert asked.asking != "check_in" and asked.stored.parked is None and asked.rows(tables.CheckIn) == []


def test_while_a_day_waits_a_question_about_treatment_is_kept_for_the_visit(asked: Talk) -> None:
    asked.user_says("mid january").user_says("should I stop taking the blue tablets?").asks("parked_question")
    asked.user_taps("yes").asks("check_in").user_says("in a week").bot_said("utter_ack_check_in")
    assert day_of(asked) == "2030-12-02"


def test_a_day_that_was_proposed_is_not_taken_by_a_yes_after_going_away_and_back(asked: Talk) -> None:
    asked.user_says("mid january").plays("/back", "/skip").asks("check_in").user_says("yes")
    assert asked.answer("check_in") is None

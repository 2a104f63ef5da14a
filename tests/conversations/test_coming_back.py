"""Stopping for now, coming back after days, a second visit, and a second preparation after finding something out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.bootstrap import House
from bot.store import tables
from tests.conversations.states import STATES, WEIGHED
from tests.conversations.tester import Talk, begin_talk


@pytest.mark.parametrize("words", ["later", "I'll finish this later", "got to go", "/later"])
def test_stopping_for_now_keeps_all_and_one_tap_goes_on(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED, words).bot_said("utter_paused")
    assert talk.said[-1][2] == "hope"
    talk.user_taps("/start").asks("hope")


def test_after_nine_days_one_line_says_where_they_were(talk: Talk) -> None:
    talk.plays(*WEIGHED, "later")
    talk.house.clock.forward(timedelta(days=5))
    talk.user_says("hello").bot_said("utter_recap")
    recap = next(text for key, text, _ in talk.said if key == "utter_recap")
    assert "Sleep" in recap and "4" in recap
    talk.asks("hope")


def test_an_answer_given_after_days_still_counts(talk: Talk) -> None:
    talk.plays(*WEIGHED)
    talk.house.clock.forward(timedelta(days=3))
    talk.user_says("To sleep through").bot_said("utter_ack_words", "utter_recap").asks("pressures:1")
    assert talk.answer("hope")[1] == "To sleep through"


def test_opening_the_link_again_after_days_says_where_they_were_once(talk: Talk) -> None:
    talk.plays(*WEIGHED)
    talk.house.clock.forward(timedelta(days=9))
    talk.opens_the_link().bot_said("utter_welcome_back", "utter_recap", "utter_asks_hope").asks("hope")
    talk.opens_the_link()
    assert talk.said == []
    talk.plays("To sleep through").bot_did_not_say("utter_recap").asks("pressures:1")


@pytest.mark.parametrize("way", [(">decline",), STATES["afterwards"]])
def test_nobody_who_refused_or_has_shared_is_asked_again_by_opening_the_link(talk: Talk, way: tuple[str, ...]) -> None:
    talk.plays(*way)
    talk.house.clock.forward(timedelta(days=3))
    assert talk.opens_the_link().said == []


def test_opening_the_link_again_does_not_undo_a_stop(talk: Talk) -> None:
    talk.plays(*WEIGHED, "STOP")
    talk.house.clock.forward(timedelta(days=2))
    talk.opens_the_link()
    assert talk.rows(tables.Patient)[0].messages_stopped_at is not None


def test_nobody_gets_a_recap_after_a_cup_of_tea(talk: Talk) -> None:
    talk.plays(*WEIGHED)
    talk.house.clock.forward(timedelta(minutes=40))
    talk.user_says("To sleep through").bot_did_not_say("utter_recap")


def again(house: House, first: Talk) -> Talk:
    """The same person, months later, before their next visit."""
    house.clock.forward(timedelta(days=90))
    return begin_talk(house, again_for=first).opens_the_link().plays(">agree")


@pytest.fixture
def shared(talk: Talk) -> Talk:
    talk.plays(*WEIGHED).leaves_out_until("read_back").adds("access").plays("No stairs")
    return talk.leaves_out_until("read_back").plays(">share")


def test_a_second_visit_starts_from_what_is_known(house: House, shared: Talk) -> None:
    talk = again(house, shared).asks("still_right")
    for words in ("Sleep", "My left knee", "The blue tablets", "Getting out more", "No stairs"):
        assert words in talk.said[-1][1]
    talk.user_says("yes, all of it").bot_said("utter_last_time_kept").asks("why_coming")
    talk.plays("/skip").asks("matters:5").plays("My eyes", "no").leaves_out_until("read_back").plays(">share")
    sheet = talk.rows(tables.SharedSheet, preparation_id=_preparation(talk))[0].content
    assert [one["item"]["words"] for one in sheet["priorities"]] == ["Sleep", "My left knee", "The blue tablets"]
    assert [one["words"] for one in sheet["other_items"]] == ["Getting out more", "My eyes"]
    assert sheet["carried"] is True and sheet["follows"] is not None


def test_what_is_no_longer_right_can_go_one_by_one(house: House, shared: Talk) -> None:
    talk = again(house, shared).plays(">some_gone").asks("gone:1").plays("Sleep").bot_said("utter_removed").asks("gone:2")
    talk.plays("no", "/skip").asks("matters:5")
    assert [item.words for item in talk.stored.items()] == ["My left knee", "The blue tablets", "Getting out more"]
    assert len(shared.stored.items()) == 4  # what was said then stays as it was


def test_going_back_to_what_went_and_saying_no_keeps_on_record_that_it_went(house: House, shared: Talk) -> None:
    talk = again(house, shared).plays(">some_gone", "Sleep").asks("gone:2").plays("/back").asks("gone:1")
    went = talk.answer("gone:1")
    talk.plays(">no")
    assert talk.answer("gone:1") == went and went[0] == "answered"
    assert "Sleep" not in [item.words for item in talk.stored.items()]
    talk.plays("no", "/skip").asks("matters:5")


def test_starting_fresh_carries_nothing_over(house: House, shared: Talk) -> None:
    talk = again(house, shared).plays(">start_fresh").bot_said("utter_last_time_none").plays("/skip").asks("matters:1")
    assert talk.stored.items() == ()


def test_finding_something_out_leads_to_a_second_linked_preparation(talk: Talk) -> None:
    talk.plays(*STATES["afterwards"], ">find_out").asks("find_out").plays("What the letter says").asks("read_back")
    talk.plays(">share", ">found_out").bot_said("utter_linked_begin").asks("found_out")
    assert (talk.stored.episode, talk.stored.follows) == (2, talk.stored.follows)
    talk.plays("It says my kidneys are fine").leaves_out_until("read_back").plays(">share")
    sheets = sorted((row.content for row in talk.rows(tables.SharedSheet)), key=lambda one: one["confirmed_at"])
    assert sheets[-1]["found_out"]["words"] == "It says my kidneys are fine"
    assert sheets[-1]["follows"] == sheets[-2]["confirmed_at"]
    assert [one["item"]["words"] for one in sheets[-1]["priorities"]] == ["My left knee"]


def _preparation(talk: Talk) -> str:
    (row,) = talk.rows(tables.Preparation, conversation_id=talk.conversation_id)
    return row.id

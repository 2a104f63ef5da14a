"""After a safety text the conversation waits: what is said then goes beside the flag, until the person goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.store import tables
from tests.conversations.states import STATES
from tests.conversations.tester import Talk

TalkIn = Callable[[str], Talk]
WAITING = ("utter_waiting_beside", "utter_waiting_urgent", "utter_waiting_little")
DANGER = "I want to kill myself"
every_state = pytest.mark.parametrize("state", STATES)


def keys(talk: Talk) -> list[str]:
    return [key for key, _, _ in talk.said]


@every_state
@pytest.mark.parametrize("words", [
    "I rang them, they were nice", "please don't tell anyone", "ok thank you", "whatever", "can you ring me?",
    "my husband is here with me now",
])
def test_what_is_said_then_is_kept_beside_the_flag_and_is_no_answer(talk_in: TalkIn, state: str, words: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says(DANGER).user_says(words)
    assert len(talk.said) == 1 and keys(talk)[0] in WAITING, str(talk)
    assert talk.stored == before
    (flag,), (remark,) = talk.rows(tables.Flag), talk.rows(tables.FlagRemark)
    assert (remark.flag_id, remark.words, remark.how) == (flag.id, words, "typed")
    assert flag.acknowledged_at is None


@every_state
@pytest.mark.parametrize("words", ["go on", "ok can we continue", "Carry on then please", "next question"])
def test_saying_so_goes_on_with_the_question_that_waited(talk_in: TalkIn, state: str, words: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says(DANGER).user_says("ok").user_says(words).asks(state)
    assert talk.said[-1][2] == state and not set(keys(talk)) & set(WAITING), str(talk)
    assert talk.stored == before


@every_state
def test_danger_and_stop_are_heard_while_it_waits(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_says(DANGER).user_says("I rang them").user_says("I have crushing chest pain right now")
    assert keys(talk)[-1] == "utter_safety_emergency"
    talk.user_says("an ambulance is coming")
    assert keys(talk) == ["utter_waiting_urgent"]
    talk.user_says("STOP")
    assert keys(talk) == ["utter_stopped"]
    assert [flag.kind for flag in talk.rows(tables.Flag)] == ["self_harm", "emergency"]


@pytest.mark.parametrize(("state", "words", "asked_next"), [
    ("matters:1", "My knee gives way on the stairs", "matters:2"), ("importance:2", "7", "importance:1"),
    ("change_importance", "about an 8", "timescale"), ("hope", "Less pain in my back", "pressures:1"),
])
def test_a_plain_answer_to_the_question_goes_on_by_itself(talk_in: TalkIn, state: str, words: str, asked_next: str) -> None:
    talk = talk_in(state)
    talk.user_says(DANGER).user_says(words).asks(asked_next)
    assert talk.answer(state)[1] == words
    assert talk.rows(tables.FlagRemark) == []


@pytest.mark.parametrize(("state", "words"), [
    ("matters:1", "I told my doctor about my knee and then I rang the Samaritans"), ("consent", "yes they answered"),
    ("check_in", "I will ring them tomorrow"), ("pressures:1", "no"), ("importance:2", "I rang 111"),
    ("importance:2", "zero chance that I ring anybody"),
])
def test_what_only_looks_like_an_answer_waits(talk_in: TalkIn, state: str, words: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says(DANGER).user_says(words).asks(state)
    assert talk.stored == before and len(talk.rows(tables.FlagRemark)) + len(talk.rows(tables.Flag)) == 2, str(talk)


def test_low_mood_straight_after_danger_is_met_kindly_and_waits(talk_in: TalkIn) -> None:
    talk = talk_in("matters:1")
    talk.user_says(DANGER).user_says("I feel so hopeless").asks("matters:1")
    assert keys(talk) == ["utter_safety_low_mood_heard"] and talk.stored.items() == ()
    talk.user_says("I rang them")
    assert keys(talk)[-1] in WAITING


def test_it_is_never_said_twice_in_the_same_words_and_both_ways_on_are_there(talk_in: TalkIn) -> None:
    talk = talk_in("hope")
    talk.user_says(DANGER)
    said = []
    for words in ("I rang them", "nobody answers", "I am sitting in the kitchen", "it is raining", "ok", "thanks", "sorry"):
        talk.user_says(words)
        said.append(talk.said[-1][1])
    assert all(one != other for one, other in zip(said, said[1:], strict=False))
    (last,) = talk.rows(tables.Outbox)[-1:]
    assert [button["value"] for button in last.buttons] == ["/repeat", "/fine"] and last.kind == "safety"


@pytest.mark.parametrize(("words", "first"), [
    ("are you a real person?", "utter_about_us"), ("can I talk to a person", "utter_person"),
])
def test_a_question_about_us_is_answered_and_then_it_waits(talk_in: TalkIn, words: str, first: str) -> None:
    talk = talk_in("hope")
    talk.user_says(DANGER).user_says(words)
    assert keys(talk) == [first, "utter_waiting_little"]


def test_help_is_no_question_about_how_this_works_now(talk_in: TalkIn) -> None:
    talk = talk_in("hope")
    talk.user_says(DANGER).user_says("help me")
    assert keys(talk)[-1] in ("utter_waiting_beside", "utter_safety_self_harm")


def test_a_goodbye_brings_the_numbers_again(talk_in: TalkIn) -> None:
    talk = talk_in("hope")
    talk.user_says(DANGER).user_says("goodbye")
    assert keys(talk)[-1] in ("utter_waiting_beside", "utter_safety_self_harm") and "116 123" in talk.said[-1][1]


def test_days_later_it_still_waits_and_says_nothing_of_the_list(talk_in: TalkIn) -> None:
    talk = talk_in("hope")
    talk.user_says(DANGER)
    talk.house.clock.forward(timedelta(days=2))
    talk.user_says("I rang them in the end")
    assert keys(talk) == ["utter_waiting_beside"]


def test_once_they_have_gone_on_the_same_words_are_an_answer(talk_in: TalkIn) -> None:
    talk = talk_in("matters:1")
    talk.user_says(DANGER).user_taps("/repeat").user_says("Somebody to talk to").asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["Somebody to talk to"]

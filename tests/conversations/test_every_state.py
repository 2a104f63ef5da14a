"""What must hold whatever is being asked: help, skip, back, stop, danger, consent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from bot.core.messages import Incoming, Outgoing
from bot.core.replies import AssistantUnreachable, Reply
from bot.store import tables
from tests.conversations.states import STATES
from tests.conversations.tester import Talk

TalkIn = Callable[[str], Talk]


class Away:
    """The assistant while it cannot be reached."""

    async def answer(self, message: Incoming) -> tuple[Reply, ...]:
        raise AssistantUnreachable("away")


every_state = pytest.mark.parametrize("state", STATES)


@every_state
def test_the_states_are_what_they_are_called(talk_in: TalkIn, state: str) -> None:
    talk_in(state).asks(state)


@every_state
@pytest.mark.parametrize("command", ["help", "why", "repeat", "start"])
def test_asking_for_help_changes_nothing_and_asks_again(talk_in: TalkIn, state: str, command: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_orders(command).asks(state)
    assert talk.stored.answers == before.answers
    assert talk.said[-1][2] == state, str(talk)


@every_state
def test_skip_never_leaves_a_person_stuck(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_orders("skip")
    assert talk.said, str(talk)
    assert talk.asking is not None
    if talk.house.question_book.of(state).skip:
        assert talk.asking != state, str(talk)


@every_state
def test_back_leads_to_an_earlier_question_or_says_that_there_is_none(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_orders("back")
    new = {ref: answer for ref, answer in talk.stored.answers.items() if before.answers.get(ref) != answer}
    assert set(new) == ({"matters:1", "split:1"} if state == "split:1" else set())  # several things are kept whole
    assert talk.asking != state or talk.bot_said("utter_no_way_back")


@every_state
def test_going_all_the_way_back_reaches_the_beginning(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    for _ in range(40):
        talk.user_orders("back")
        if "utter_no_way_back" in [key for key, _, _ in talk.said]:
            break
    talk.asks("found_out" if state == "found_out" else "consent")  # what was shared before that is done


@every_state
@pytest.mark.parametrize("words", ["STOP", "stop please", "unsubscribe"])
def test_stop_stops_at_once_and_loses_nothing(talk_in: TalkIn, state: str, words: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says(words)
    assert [key for key, _, _ in talk.said] == ["utter_stopped"]
    assert talk.rows(tables.Patient)[0].messages_stopped_at is not None
    assert talk.stored == before


@every_state
def test_start_brings_a_person_back_to_where_they_were(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_says("STOP")
    talk.user_says("START")
    assert talk.said[0][0] == "utter_started"
    assert talk.said[-1][2] == state
    assert talk.rows(tables.Patient)[0].messages_stopped_at is None


@every_state
@pytest.mark.parametrize(("words", "kind"), [
    ("I have crushing chest pain right now", "emergency"), ("I want to kill myself", "self_harm"),
])
def test_danger_is_answered_first_and_never_becomes_an_answer(
    talk_in: TalkIn, state: str, words: str, kind: str,
) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says(words)
    assert [key for key, _, _ in talk.said] == [f"utter_safety_{kind}"]
    assert talk.stored == before
    (flag,) = talk.rows(tables.Flag)
    assert (flag.kind, flag.acknowledged_at) == (kind, None)


@every_state
def test_after_an_alarm_the_person_can_go_on(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_says("I want to kill myself")
    talk.user_taps("/repeat").asks(state)
    assert talk.said[-1][2] == state


@every_state
@pytest.mark.parametrize("words", ["I'm fine, it was a figure of speech", "im ok thanks"])
def test_words_that_were_not_meant_are_kept_beside_the_flag_which_stays_open(
    talk_in: TalkIn, state: str, words: str,
) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says("I want to kill myself").user_says(words).asks(state)
    assert talk.said[0][0] == "utter_fine_noted" and talk.said[-1][2] == state, str(talk)
    assert talk.stored == before
    (flag,), (remark,), (alert,) = (talk.rows(one) for one in (tables.Flag, tables.FlagRemark, tables.Alert))
    assert (remark.flag_id, remark.words, remark.how) == (flag.id, words, "typed")
    assert flag.acknowledged_at is None and flag.words in "I want to kill myself" and alert.state == "due"


@every_state
def test_one_tap_under_a_safety_text_says_that_one_is_fine_and_goes_on(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_says("I want to kill myself").user_taps("/fine").asks(state)
    assert talk.said[0][0] == "utter_fine_noted" and talk.said[-1][2] == state
    assert talk.stored == before
    (remark,) = talk.rows(tables.FlagRemark)
    assert (remark.words, remark.how) == ("I am fine, go on", "tapped")
    assert talk.rows(tables.Flag)[0].acknowledged_at is None


@every_state
def test_new_danger_in_the_same_breath_raises_its_own_flag(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_says("I want to kill myself").user_says("I'm fine, figure of speech. But I took too many tablets")
    keys = [key for key, _, _ in talk.said]
    assert keys[0] == "utter_safety_overdose" and set(keys[1:]) <= {"utter_safety_self_harm_too"}
    assert [flag.kind for flag in talk.rows(tables.Flag)] == ["self_harm", "overdose"]
    assert talk.rows(tables.FlagRemark) == []


@every_state
def test_it_is_heard_while_the_assistant_is_away(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.house.assistant = Away()
    talk.user_says("I want to kill myself").user_says("I was only joking")
    assert talk.said[0][0] == "utter_fine_noted" and talk.said[-1][2] == state
    assert len(talk.rows(tables.FlagRemark)) == 1


@every_state
def test_without_a_flag_these_words_are_what_they_always_were(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_says("I'm fine")
    assert "utter_fine_noted" not in [key for key, _, _ in talk.said]
    assert talk.rows(tables.FlagRemark) == []


def test_what_else_a_message_says_is_answered_as_always(talk_in: TalkIn) -> None:
    talk = talk_in("matters:1")
    talk.user_says("I want to kill myself").user_says("That was a figure of speech. My knee gives way on the stairs")
    talk.bot_said("utter_fine_noted_on")
    assert talk.answer("matters:1")[1] == "That was a figure of speech. My knee gives way on the stairs"
    assert len(talk.rows(tables.FlagRemark)) == 1


def test_being_fine_later_is_the_answer_to_a_question(talk_in: TalkIn) -> None:
    talk = talk_in("matters:1")
    talk.user_says("I want to kill myself").user_taps("/repeat").user_says("I'm fine")
    assert "utter_fine_noted" not in [key for key, _, _ in talk.said]
    assert talk.rows(tables.FlagRemark) == []


def test_hours_later_a_joke_is_a_joke(talk_in: TalkIn) -> None:
    talk = talk_in("matters:1")
    talk.user_says("I want to kill myself").user_taps("/repeat")
    talk.house.clock.forward(timedelta(hours=3))
    talk.user_says("just joking")
    assert talk.rows(tables.FlagRemark) == []


@every_state
def test_start_again_asks_first_and_then_keeps_only_the_consent_and_who_answers(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    talk.user_orders("start_again")
    talk.asks("start_again").user_taps("yes").bot_said("utter_started_again")
    assert set(talk.stored.answers) <= {"consent", "helper_role", "person_agrees"}
    beginnings = {"consent", "helper_role", "person_agrees", "found_out"}
    talk.asks("why_coming" if state == "confirmed_by" else state if state in beginnings else "matters:1")


@every_state
def test_start_again_can_be_thought_better_of(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    if state == "start_again":
        talk.user_taps("no").bot_said("utter_as_it_was").asks("pressures:1")
        return
    talk.user_orders("start_again").user_taps("no").bot_said("utter_as_it_was").asks(state)
    assert talk.stored.answers == before.answers


@every_state
def test_three_answers_that_cannot_be_understood_leave_a_way_on(talk_in: TalkIn, state: str) -> None:
    """Asked again in other words twice; the third time Paratoi goes on, or says who can help."""
    talk = talk_in(state)
    if talk.house.question_book.of(state).kind == "words" or state == "split:1":
        return  # there any words are an answer, or one more thing that matters
    if state in {"read_back", "confirmed_by"}:  # something new, said there, is offered for the list
        talk.user_says("the quick brown fox").asks("parked_matters").user_says("no").asks(state)
        return
    for _ in range(2):
        talk.user_says("the quick brown fox").asks(state)
    talk.user_says("the quick brown fox")
    if talk.house.question_book.of(state).skip:
        talk.bot_said("utter_parked_left" if state == "parked_question" else "utter_leave_it")
        assert talk.asking != state
    else:
        talk.bot_said("utter_again_afterwards" if state == "afterwards" else "utter_no_hurry").asks(state)


@every_state
def test_a_tap_on_an_old_button_changes_nothing(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    talk.user_taps("agree", question="an_old_question").bot_said("utter_old_button").asks(state)
    assert talk.stored.answers == before.answers


@every_state
def test_no_sentence_comes_twice_in_a_row(talk_in: TalkIn, state: str) -> None:
    talk = talk_in(state)
    spoken = [line for line in talk.transcript if line.startswith("paratoi")]
    assert all(a != b for a, b in zip(spoken, spoken[1:], strict=False)), str(talk)


@every_state
@pytest.mark.parametrize("kind", ["nudge", "check_in"])
def test_nothing_unasked_reaches_anybody_at_night(talk_in: TalkIn, state: str, kind: str) -> None:
    talk = talk_in(state)
    _move_to(talk, hour=23)
    row = _queue(talk, kind)
    asyncio.run(talk.house.send_due())
    finished = state in {"afterwards", "find_out"} and kind == "nudge"  # somebody who has shared needs no nudge to go on
    assert _state_of(talk, row) == ("dropped" if finished else "due")
    assert "a message nobody asked for" not in _page(talk)
    _move_to(talk, hour=10)
    asyncio.run(talk.house.send_due())
    assert _state_of(talk, row) == ("dropped" if finished else "sent")
    assert ("a message nobody asked for" in _page(talk)) is not finished


@every_state
@pytest.mark.parametrize("kind", ["nudge", "check_in"])
def test_after_stop_nothing_unasked_goes_out(talk_in: TalkIn, state: str, kind: str) -> None:
    talk = talk_in(state)
    row = _queue(talk, kind)
    talk.user_says("STOP")
    _move_to(talk, hour=12)
    asyncio.run(talk.house.send_due())
    assert _state_of(talk, row) == "dropped"
    assert "a message nobody asked for" not in _page(talk)


@pytest.mark.parametrize("words", ["My knee hurts", "I do not know about that", "what is this"])
def test_nothing_is_kept_as_an_answer_before_consent(talk: Talk, words: str) -> None:
    talk.user_says(words).asks("consent")
    assert talk.stored.answers == {}
    talk.user_taps("decline").user_says(words).asks("consent")
    assert set(talk.stored.answers) == {"consent"}


def test_after_a_refusal_nothing_unasked_goes_out(talk: Talk) -> None:
    talk.user_taps("decline")
    row = _queue(talk, "nudge")
    _move_to(talk, hour=12)
    asyncio.run(talk.house.send_due())
    assert _state_of(talk, row) == "dropped"


def _move_to(talk: Talk, hour: int) -> None:
    """To the next time it is ``hour`` o'clock where the person lives, at least an hour from now."""
    london = ZoneInfo("Europe/London")
    then = (talk.house.clock.now() + timedelta(hours=1)).astimezone(london)
    wanted = then.replace(hour=hour, minute=0, second=0, microsecond=0)
    wanted = wanted if wanted >= then else datetime.combine(then.date() + timedelta(days=1), wanted.time(), london)
    talk.house.clock.forward(wanted.astimezone(timezone.utc) - talk.house.clock.now())


def _queue(talk: Talk, kind: str) -> str:
    message = Outgoing(once=uuid4().hex, kind=kind, key="utter_nudge_carry_on", wording="test",
                       text="a message nobody asked for")
    with talk.house.units.work() as unit:
        return unit.messages.add_outgoing(talk.conversation_id, message, talk.house.clock.now())


def _state_of(talk: Talk, row: str) -> str:
    return talk.rows(tables.Outbox, id=row)[0].state


def _page(talk: Talk) -> list[str]:
    with talk.house.units.reading() as unit:
        return [shown.text for shown in unit.messages.history(talk.conversation_id, 0, talk.house.clock.now())]

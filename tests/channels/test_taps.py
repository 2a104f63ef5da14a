"""Taps on quick replies: every button names the question it belongs to."""

from __future__ import annotations

from datetime import timedelta

from bot.bootstrap import House
from bot.core.messages import Incoming, Outgoing
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import Listen
from tests.channels.talk import bound_chat, inbox, message, new_token, queue

LONG = "I would like to talk about how tired I am all of the time, and what that does to my work and my family"
AGREE = ({"title": "Yes, let us begin", "value": "agree"}, {"title": "No, thank you", "value": "decline"})


async def test_a_tap_names_its_question_and_the_choice_takes_the_keyboards_place(
    house: House, api: BotApi, person: Person, listen: Listen
) -> None:
    queue(house, bound_chat(house), "Shall we begin?", question="consent", buttons=AGREE)
    await house.send_due()

    person.taps("Yes, let us begin")
    await listen()

    (tap,) = inbox(house)
    assert (tap.kind, tap.text, tap.question, tap.value) == ("tap", "Yes, let us begin", "consent", "agree")
    assert person.sees[0].buttons == []
    assert person.sees[0].text == "Shall we begin?\n\n✓ Yes, let us begin"
    assert len(api.answered_taps) == 1


async def test_a_title_and_value_longer_than_a_payload_come_back_whole(
    house: House, person: Person, listen: Listen
) -> None:
    choice = {"title": LONG, "value": LONG}
    queue(house, bound_chat(house), "Which comes first?", question="priority:1", buttons=(choice,))
    await house.send_due()

    person.taps(LONG)
    await listen()

    assert [(row.text, row.value) for row in inbox(house)] == [(LONG, LONG)]


async def test_a_number_on_the_scale_is_its_value(house: House, person: Person, listen: Listen) -> None:
    scale = {"low": "not at all", "high": "extremely"}
    skip = ({"title": "Skip", "value": "/skip"},)
    queue(house, bound_chat(house), "How important?", question="importance:1", scale=scale, buttons=skip)
    await house.send_due()

    person.taps("10")
    await listen()
    assert [(row.question, row.value) for row in inbox(house)] == [("importance:1", "10")]

    person.taps("Skip")
    await listen()
    assert inbox(house)[-1].value == "/skip"


async def test_a_tap_on_an_old_button_is_heard_with_its_old_question(
    house: House, api: BotApi, person: Person, listen: Listen
) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "Shall we begin?", question="consent", buttons=AGREE)
    queue(house, conversation, "What matters to you?", question="matters:1")
    await house.send_due()

    person.taps("No, thank you")
    await listen()

    (tap,) = inbox(house)
    assert (tap.question, tap.value) == ("consent", "decline")
    assert person.sees[0].text == "Shall we begin?"
    assert person.sees[0].buttons == []
    assert len(api.answered_taps) == 1


async def test_a_tap_on_a_button_of_another_appointment_answers_nothing_here(
    house: House, person: Person, listen: Listen
) -> None:
    queue(house, bound_chat(house), "Shall we begin?", question="consent", buttons=AGREE)
    await house.send_due()
    person.writes(f"/start {new_token(house, 'hill', name='Demo Other')}")
    await listen()

    person.taps("Yes, let us begin")
    await listen()

    assert (inbox(house)[-1].question, inbox(house)[-1].value) == ("elsewhere", None)


async def test_a_payload_we_did_not_make_answers_nothing(
    house: House, api: BotApi, person: Person, listen: Listen
) -> None:
    row_id = queue(house, bound_chat(house), "Shall we begin?", question="consent", buttons=AGREE)
    await house.send_due()

    person.taps_data("agree", person.sees[0])
    await listen()
    house.clock.forward(timedelta(minutes=1))
    person.taps_data(f"{row_id}:99", person.sees[0])
    await listen()

    assert [(row.question, row.value) for row in inbox(house)] == [("elsewhere", None)] * 2
    assert len(api.answered_taps) == 2


async def test_a_double_tap_is_one_answer(house: House, api: BotApi, person: Person, listen: Listen) -> None:
    queue(house, bound_chat(house), "Shall we begin?", question="consent", buttons=AGREE)
    await house.send_due()

    person.taps("Yes, let us begin")
    person.taps("Yes, let us begin")
    await listen()

    assert [row.value for row in inbox(house)] == ["agree"]
    assert len(api.answered_taps) == 2


async def test_a_tap_telegram_has_forgotten_is_still_an_answer(
    house: House, api: BotApi, person: Person, listen: Listen
) -> None:
    queue(house, bound_chat(house), "Shall we begin?", question="consent", buttons=AGREE)
    await house.send_due()
    person.taps("Yes, let us begin")
    api._open_taps.clear()

    await listen()

    assert [row.value for row in inbox(house)] == ["agree"]


async def test_a_whole_exchange(house: House, person: Person, listen: Listen) -> None:
    def answer(heard: Incoming) -> list[Outgoing]:
        if heard.kind == "begin":
            return [message("Welcome."), message("Shall we begin?", question="consent", buttons=AGREE)]
        if heard.question == "consent":
            return [message("What matters to you?", question="matters:1")]
        thanks = message(f"Thank you. You wrote: {heard.text}")
        return [thanks, message("Is there something else?", question="matters:2")]

    house.handle_inbox.answer = answer
    person.writes(f"/start {new_token(house)}")
    await listen()
    person.taps("Yes, let us begin")
    await listen()
    person.writes("My knee keeps me awake")
    await listen()

    assert [shown.text for shown in person.sees] == [
        "Welcome.", "Shall we begin?\n\n✓ Yes, let us begin", "What matters to you?",
        "Thank you. You wrote: My knee keeps me awake", "Is there something else?",
    ]
    assert [heard.question for heard in house.handle_inbox.heard] == [None, "consent", "matters:1"]

"""The road in from Telegram, through the real library: what becomes a row, and what is kindly refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.bootstrap import House
from tests.channels.bot_api_person import Person
from tests.channels.conftest import Listen
from tests.channels.talk import bound_chat, inbox, new_token, outbox, queue


async def test_start_with_a_link_binds_the_chat_and_begins(house: House, person: Person, listen: Listen) -> None:
    person.writes(f"/start {new_token(house)}")

    await listen()

    (begun,) = inbox(house)
    assert (begun.kind, begun.channel) == ("begin", "telegram")
    with house.units.reading() as unit:
        assert unit.bindings.find("telegram", "4711").conversation_id == begun.conversation_id
        assert unit.messages.visit(begun.conversation_id).channel == "telegram"
    assert [heard.kind for heard in house.handle_inbox.heard] == ["begin"]


async def test_start_without_a_link_says_how_to_get_one(house: House, person: Person, listen: Listen) -> None:
    person.writes("/start")

    await listen()

    assert inbox(house) == []
    assert [message.text for message in person.sees] == [house.wording.say("utter_telegram_needs_link")]


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: ("y" if token[0] == "x" else "x") + token[1:],
                                   lambda _token: "nonsense"])
async def test_a_tampered_link_binds_nothing(house: House, person: Person, listen: Listen, spoil) -> None:
    person.writes(f"/start {spoil(new_token(house))}")

    await listen()

    assert inbox(house) == []
    assert [message.text for message in person.sees] == [house.wording.say("utter_telegram_unknown_link")]


async def test_an_expired_link_names_the_clinic_and_its_number(house: House, person: Person, listen: Listen) -> None:
    token = new_token(house, link_days=1)
    house.clock.forward(timedelta(days=2))
    person.writes(f"/start {token}")

    await listen()

    assert inbox(house) == []
    assert "Harbour Clinic (demo)" in person.sees[0].text and "01632 960001" in person.sees[0].text


async def test_a_revoked_invitation_takes_no_more_messages_from_its_chat(
    house: House, person: Person, listen: Listen
) -> None:
    token = new_token(house)
    person.writes(f"/start {token}")
    await listen()
    with house.units.work() as unit:
        invitation = unit.invitations.by_code(house.links.read(token))
        unit.invitations.revoke(invitation.id, house.clock.now())

    person.writes("hello")
    person.writes(f"/start {token}")
    await listen()

    assert [row.kind for row in inbox(house)] == ["begin"]
    assert len({message.text for message in person.sees}) == 1
    assert "is closed" in person.sees[0].text


async def test_a_chat_moves_to_another_appointment_and_is_told(house: House, person: Person, listen: Listen) -> None:
    before = bound_chat(house)
    person.writes(f"/start {new_token(house, 'hill', name='Demo Other')}")

    await listen()
    person.writes("my knee")
    await listen()

    assert {row.conversation_id for row in inbox(house)} != {before}
    assert [row.kind for row in inbox(house)] == ["begin", "text"]
    assert [row.key for row in outbox(house)] == ["utter_telegram_moved"]
    assert len(person.sees) == 1


async def test_opening_the_same_link_again_says_nothing_of_moving(
    house: House, person: Person, listen: Listen
) -> None:
    token = new_token(house)
    person.writes(f"/start {token}")
    person.writes(f"/start {token}")

    await listen()

    assert outbox(house) == []
    assert len({row.conversation_id for row in inbox(house)}) == 1


async def test_words_name_the_question_that_was_asked_last_in_the_chat(
    house: House, person: Person, listen: Listen
) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "What matters?", question="matters:1")
    queue(house, conversation, "Take your time.")
    queue(house, conversation, "asked on the page", question="hope", channel="web")
    await house.send_due()

    person.writes("  <b>My knee</b> & my back\r\n")
    await listen()

    (row,) = inbox(house)
    assert (row.kind, row.text, row.question) == ("text", "<b>My knee</b> & my back", "matters:1")


@pytest.mark.parametrize(
    ("written", "value"),
    [("/skip", "skip"), ("/back", "back"), ("/help", "help"), ("/stop", "stop"), ("/why", "why"),
     ("/repeat", "repeat"), ("/startagain", "start_again"), ("/Skip@paratoi_demo_bot", "skip")],
)
async def test_a_command_becomes_a_command(
    house: House, person: Person, listen: Listen, written: str, value: str
) -> None:
    bound_chat(house)
    person.writes(written)

    await listen()

    assert [(row.kind, row.value) for row in inbox(house)] == [("command", value)]


async def test_words_after_a_command_are_words(house: House, person: Person, listen: Listen) -> None:
    bound_chat(house)
    person.writes("/help my chest hurts and I cannot breathe")

    await listen()

    assert [(row.kind, row.text) for row in inbox(house)] == [("text", "help my chest hurts and I cannot breathe")]


@pytest.mark.parametrize(("stopped", "value"), [(True, "start"), (False, "repeat")])
async def test_telegrams_own_start_button_brings_a_known_person_back(
    house: House, person: Person, listen: Listen, stopped: bool, value: str
) -> None:
    bound_chat(house, messages_stopped_at=house.clock.now() if stopped else None)
    person.writes("/start")

    await listen()

    assert [(row.kind, row.value) for row in inbox(house)] == [("command", value)]


async def test_an_unknown_command_is_answered_with_those_there_are(
    house: House, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    person.writes("/settings")

    await listen()

    assert inbox(house) == []
    assert "/startagain" in person.sees[0].text

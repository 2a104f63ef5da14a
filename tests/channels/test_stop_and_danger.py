"""STOP and danger on Telegram, through the real handling of the inbox, with no assistant to be reached."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.bootstrap import House
from bot.config import Settings
from bot.gateway.telegram import TelegramPost
from bot.store.tables import Alert, Flag, FlagRemark, Inbox, Invitation
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import Listen, open_house
from tests.channels.talk import bound_chat, queue, stopped_at


@pytest.fixture
async def post(house: House, api: BotApi, settings: Settings) -> AsyncIterator[TelegramPost]:
    """The desk over a house whose conversation is the real one; its assistant's port answers nothing."""
    real = open_house(settings, api, rasa_port=9)
    del real.handle_inbox
    made = TelegramPost(real)
    yield made
    await made.desk.settle()
    await real.channels.close()


@pytest.mark.parametrize("written", ["/stop", "STOP", "please stop"])
async def test_stop_works_while_the_assistant_is_away(
    house: House, person: Person, listen: Listen, written: str
) -> None:
    conversation = bound_chat(house)
    person.writes(written)

    await listen()

    assert stopped_at(house, conversation) is not None
    assert len(person.sees) == 1


async def test_danger_is_answered_with_the_numbers_while_the_assistant_is_away(
    house: House, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    person.writes("I have chest pain right now and cannot breathe")

    await listen()

    assert "999" in person.sees[0].text


async def test_a_message_changed_into_danger_is_answered_and_flagged_once_for_each_change(
    house: House, person: Person, api: BotApi, listen: Listen
) -> None:
    bound_chat(house)
    person.writes("I take my tablets")
    await listen()
    seen = len(person.sees)
    edit = {**person.message(text="I took too many tablets"), "edit_date": 1_700_000_100}
    for _ in range(2):  # Telegram tells of one change more than once, as different updates
        api.gives(edited_message=edit)
        await listen()

    (said,) = person.sees[seen:]
    assert "999" in said.text and "first sent" not in said.text
    with house.units.reading() as unit:
        (flag,) = unit.session.query(Flag).all()
    assert (flag.kind, "too many tablets" in flag.words) == ("overdose", True)
    api.gives(edited_message={**edit, "edit_date": 1_700_000_200})
    await listen()
    assert len(person.sees) == seen + 2


async def test_danger_over_a_link_that_was_closed_is_answered_and_the_clinic_is_told(
    house: House, person: Person, api: BotApi, listen: Listen
) -> None:
    conversation = bound_chat(house)
    with house.units.work() as unit:
        unit.session.query(Invitation).update({"revoked_at": house.clock.now()})
    person.writes("I want to kill myself")
    await listen()
    person.writes("my knee")
    await listen()

    assert "116 123" in person.sees[0].text and "closed" in person.sees[1].text and len(person.sees) == 2
    with house.units.reading() as unit:
        (flag,), (kept,), alerts = (unit.session.query(one).all() for one in (Flag, Inbox, Alert))
        assert unit.preparations.turn(kept.id) is None and list(unit.messages.waiting(conversation)) == []
    assert (flag.conversation_id, flag.kind, kept.state) == (conversation, "self_harm", "handled")
    assert len(alerts) == 1


async def test_a_short_answer_is_read_with_the_question_that_was_asked_last(
    house: House, person: Person, listen: Listen
) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "Have you had thoughts of harming yourself?")
    person.writes("sometimes")

    await listen()

    with house.units.reading() as unit:
        (flag,) = unit.session.query(Flag).all()
    assert (flag.kind, flag.words) == ("self_harm", "sometimes")


@pytest.mark.parametrize("written", [
    "I have", "I have hurt myself", "I already did", "too late, I've done it", "I'm not safe", "I rang and they hung up",
    "nobody picks up",
])
async def test_what_is_said_to_a_safety_text_is_read_with_it_and_gets_the_numbers_again(
    house: House, person: Person, listen: Listen, written: str
) -> None:
    assert await _flags_after_danger(house, person, listen, written) == ["self_harm", "self_harm"]
    assert "116 123" in person.sees[-1].text


@pytest.mark.parametrize("written", ["I have", "nobody picks up", "I already did"])
async def test_the_same_words_without_a_safety_text_are_none(
    house: House, person: Person, listen: Listen, written: str
) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "What matters most to you at this visit?")
    person.writes(written)
    await listen()

    with house.units.reading() as unit:
        assert unit.session.query(Flag).all() == []


@pytest.mark.parametrize("written", ["yes go on", "ok", "no thanks", "I have two sisters", "my knee hurts on the stairs"])
async def test_who_goes_on_after_a_safety_text_is_let_go_on(
    house: House, person: Person, listen: Listen, written: str
) -> None:
    assert await _flags_after_danger(house, person, listen, written) == ["self_harm"]


async def _flags_after_danger(house: House, person: Person, listen: Listen, written: str) -> list[str]:
    """The kinds of all flags, when ``written`` is the next message after a wish to die was answered."""
    bound_chat(house)
    for said in ("I want to kill myself", written):
        person.writes(said)
        await listen()
    with house.units.reading() as unit:
        return [flag.kind for flag in unit.session.query(Flag).all()]


async def test_a_figure_of_speech_is_kept_beside_the_flag_while_the_assistant_is_away(
    house: House, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    person.writes("I want to kill myself")
    await listen()
    person.writes("I'm fine, it was a figure of speech")
    await listen()

    with house.units.reading() as unit:
        (remark,), (flag,) = (unit.session.query(one).all() for one in (FlagRemark, Flag))
    assert (remark.words, flag.acknowledged_at) == ("I'm fine, it was a figure of speech", None)
    assert person.sees[-1].text in {
        variant.text.replace("{clinic}", "Harbour Clinic (demo)") for key in ("utter_fine_noted", "utter_fine_noted_on")
        for variant in house.wording.variants[key]}


async def test_a_person_is_told_once_that_the_answer_will_take_longer(
    house: House, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    person.writes("my knee")
    await listen()
    person.writes("and my back")
    await listen()

    told = {text for text in (variant.text for variant in house.wording.variants["utter_delayed"])}
    assert len(person.sees) == 1 and person.sees[0].text in told

"""Pictures, changed messages, groups, strangers: what is no answer is answered kindly."""

from __future__ import annotations

import pytest

from bot.bootstrap import House
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import Listen
from tests.channels.talk import bound_chat, inbox, outbox, stopped_at


@pytest.mark.parametrize(
    "content",
    [{"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
     {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}},
     {"sticker": {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "is_animated": False,
                  "is_video": False, "type": "regular"}},
     {"document": {"file_id": "a", "file_unique_id": "b"}},
     {"location": {"latitude": 51.5, "longitude": -3.2}},
     {"text": "\u200b"}],
)
async def test_what_has_no_words_is_answered_kindly(
    house: House, person: Person, listen: Listen, content: dict
) -> None:
    bound_chat(house)
    person.sends(**content)

    await listen()

    assert inbox(house) == []
    assert [row.key for row in outbox(house)] == ["utter_telegram_only_words"]
    assert len(person.sees) == 1


async def test_the_words_under_a_picture_are_kept(house: House, person: Person, listen: Listen) -> None:
    bound_chat(house)
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    person.sends(photo=photo, caption="this rash")

    await listen()

    assert [(row.kind, row.text) for row in inbox(house)] == [("text", "this rash")]
    assert [row.key for row in outbox(house)] == ["utter_telegram_only_words"]


async def test_a_changed_message_changes_nothing_and_is_answered(
    house: House, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    person.edits("something else")

    await listen()

    assert inbox(house) == []
    assert [row.key for row in outbox(house)] == ["utter_telegram_edited"]


async def test_a_group_is_left_after_a_word(house: House, api: BotApi, listen: Listen, person: Person) -> None:
    api.known.add(-100)
    group = {"id": -100, "type": "supergroup", "title": "Demo family"}
    api.gives(message={**person.message(text="hello bot"), "chat": group})

    await listen()

    assert inbox(house) == [] and api.left == [-100]
    assert [message.chat_id for message in api.messages] == [-100]


async def test_blocking_the_bot_is_an_opt_out_at_once(house: House, person: Person, listen: Listen) -> None:
    conversation = bound_chat(house)
    person.blocks()

    await listen()

    assert stopped_at(house, conversation) is not None
    assert person.sees == []


async def test_a_stranger_in_danger_gets_the_numbers(house: House, person: Person, listen: Listen) -> None:
    person.writes("I have chest pain right now and cannot breathe")

    await listen()

    assert "999" in person.sees[0].text
    assert person.sees[0].text != house.wording.say("utter_telegram_needs_link")


async def test_an_update_that_cannot_be_read_holds_up_nobody(
    house: House, api: BotApi, person: Person, listen: Listen
) -> None:
    bound_chat(house)
    api.gives(message={"message_id": "nonsense"})
    person.writes("hello")

    await listen()

    assert [row.text for row in inbox(house)] == ["hello"]

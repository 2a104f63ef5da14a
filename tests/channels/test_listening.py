"""Listening to Telegram: nothing is confirmed before it is a row, and trouble there is no trouble here."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.bootstrap import House
from bot.config import Settings
from bot.core.arrivals import Arrival
from bot.gateway import telegram
from bot.gateway.telegram import TelegramPost, listening
from tests.channels.bot_api_person import Person, Refused
from tests.channels.bot_api_server import TOKEN, BotApi
from tests.channels.conftest import open_house
from tests.channels.talk import bound_chat, inbox, message

NO_WAIT = timedelta(0)


async def until(holds: Callable[[], bool]) -> None:
    async def look() -> None:
        while not holds():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(look(), 5)


async def test_an_update_is_confirmed_only_after_its_row_is_committed(
    house: House, api: BotApi, person: Person, post: TelegramPost
) -> None:
    bound_chat(house)
    person.writes("my knee")

    await post.poll_once(NO_WAIT)
    assert len(inbox(house)) == 1 and len(api.unconfirmed) == 1

    await post.poll_once(NO_WAIT)
    assert api.unconfirmed == []


async def test_killed_between_keeping_and_confirming_nothing_is_lost_or_doubled(
    house: House, api: BotApi, person: Person, post: TelegramPost, settings: Settings
) -> None:
    bound_chat(house)
    house.handle_inbox.answer = lambda heard: [message(f"I heard: {heard.text}")]
    person.writes("my knee")
    await post.poll_once(NO_WAIT)
    await post.desk.settle()

    after_restart = open_house(settings, api)
    after_restart.handle_inbox.answer = house.handle_inbox.answer
    person.writes("my back")
    again = TelegramPost(after_restart)
    await again.poll_once(NO_WAIT)
    await again.desk.settle()

    assert [row.text for row in inbox(house)] == ["my knee", "my back"]
    assert [shown.text for shown in person.sees] == ["I heard: my knee", "I heard: my back"]
    await after_restart.channels.close()


async def test_killed_before_keeping_the_update_is_given_again(
    house: House, api: BotApi, person: Person, settings: Settings
) -> None:
    bound_chat(house)
    person.writes("my knee")
    held = asyncio.Event()

    class Held(TelegramPost):
        async def _keep(self, arrivals: list[Arrival]) -> bool:
            held.set()
            await asyncio.sleep(60)
            return False

    listening_in_vain = asyncio.create_task(Held(house).poll_once(NO_WAIT))
    await held.wait()
    listening_in_vain.cancel()
    assert inbox(house) == []

    await TelegramPost(house).poll_once(NO_WAIT)
    assert [row.text for row in inbox(house)] == ["my knee"]


async def test_an_update_delivered_twice_is_kept_once(
    house: House, api: BotApi, person: Person, post: TelegramPost
) -> None:
    bound_chat(house)
    person.writes("my knee")
    api.gives_again(api.unconfirmed[0])
    await post.poll_once(NO_WAIT)

    assert len(inbox(house)) == 1


async def test_what_cannot_be_saved_is_not_confirmed_and_the_person_is_told_once(
    house: House, api: BotApi, person: Person, post: TelegramPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound_chat(house)
    monkeypatch.setattr(telegram, "NOT_SAVED_WAIT", NO_WAIT)
    keep, full = house.receive_telegram, OperationalError("insert", {}, Exception("database or disk is full"))

    def refuse(_arrival: Arrival) -> None:
        raise full

    house.receive_telegram = refuse
    person.writes("my knee")
    for _ in range(3):
        await post.poll_once(NO_WAIT)
        await post.desk.settle()
    assert inbox(house) == []
    assert [shown.text for shown in person.sees] == [house.wording.say("utter_telegram_not_saved")]

    house.receive_telegram = keep
    await post.poll_once(NO_WAIT)
    assert [row.text for row in inbox(house)] == ["my knee"]


async def test_messages_are_answered_while_the_gateway_runs_and_the_menu_is_set(
    house: House, api: BotApi, person: Person
) -> None:
    bound_chat(house)
    house.handle_inbox.answer = lambda heard: [message(f"I heard: {heard.text}")]
    api.webhook = {"url": "https://old.example"}

    async with listening(house):
        person.writes("my knee")
        await until(lambda: bool(person.sees))

    assert person.sees[0].text == "I heard: my knee"
    assert [command["command"] for command in api.commands] == [
        "skip", "back", "help", "stop", "why", "repeat", "later", "person", "copy", "add", "helper", "startagain"
    ]


async def test_listening_goes_on_after_trouble(
    house: House, api: BotApi, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram, "FIRST_WAIT", timedelta(milliseconds=5))
    bound_chat(house)
    api.fail("getMe", Refused(502, "Bad Gateway"))
    api.fail("getUpdates", Refused(409, "Conflict: terminated by other getUpdates request"))
    api.fail("getUpdates", Refused(500, "Internal Server Error"))

    async with listening(house):
        person.writes("my knee")
        await until(lambda: bool(inbox(house)))

    assert [row.text for row in inbox(house)] == ["my knee"]


async def test_a_wrong_token_is_said_clearly_and_stops_nothing(
    house: House, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.bad_token = True

    async with listening(house):
        await until(lambda: "does not accept the bot's token" in caplog.text)

    assert "TELEGRAM_BOT_TOKEN" in caplog.text
    assert TOKEN not in caplog.text


async def test_without_a_token_nothing_is_asked(settings: Settings, api: BotApi, house: House) -> None:
    without = open_house(settings, api, telegram_token="")

    async with listening(without) as post:
        assert post is None

    assert api.calls == []


async def test_no_log_holds_what_arrived(
    house: House, api: BotApi, person: Person, post: TelegramPost, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    bound_chat(house)
    person.writes("my secret worry")
    api.gives(message={"text": "my broken worry", "chat": 7})

    await post.poll_once(NO_WAIT)
    await post.desk.settle()

    assert len(inbox(house)) == 1
    assert "worry" not in caplog.text and TOKEN not in caplog.text

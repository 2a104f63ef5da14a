"""Telegram calls us, when a webhook is configured."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from bot.bootstrap import House
from bot.config import Settings
from bot.core.arrivals import Arrival
from bot.gateway.app import create_app
from bot.gateway.telegram import PATH, SECRET_HEADER, listening, webhook_secret
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import open_house
from tests.channels.talk import bound_chat, inbox
from tests.channels.test_listening import until


@pytest.fixture
async def called(settings: Settings, api: BotApi, house: House) -> AsyncIterator[House]:
    """A house that Telegram calls."""
    made = open_house(settings, api, telegram_webhook=True, public_url="https://paratoi.example")
    yield made
    await made.channels.close()


async def call(house: House, update: object, secret: str | None = None) -> int:
    transport = httpx.ASGITransport(create_app(house))
    headers = {SECRET_HEADER: webhook_secret(house) if secret is None else secret}
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return (await client.post(PATH, json=update, headers=headers)).status_code


async def test_telegram_is_told_where_to_call_and_with_which_secret(called: House, api: BotApi) -> None:
    async with listening(called):
        await until(lambda: bool(api.webhook))

    assert api.webhook["url"] == "https://paratoi.example/telegram/webhook"
    assert api.webhook["secret_token"] == webhook_secret(called)
    assert "getUpdates" not in [method for method, _given in api.calls]


async def test_a_call_with_the_secret_is_kept_once(called: House, person: Person) -> None:
    bound_chat(called)
    update = {"update_id": 7, "message": person.message(text="my knee")}

    assert await call(called, update) == 200
    assert await call(called, update) == 200

    assert [row.text for row in inbox(called)] == ["my knee"]


@pytest.mark.parametrize("secret", ["", "wrong", "schlüssel"])
async def test_a_call_without_the_secret_is_refused(called: House, person: Person, secret: str) -> None:
    bound_chat(called)

    assert await call(called, {"update_id": 7, "message": person.message(text="x")}, secret.encode()) == 403

    assert inbox(called) == []


@pytest.mark.parametrize("update", [[], "text", {"message": {}}, None])
async def test_what_is_no_update_is_refused(called: House, update: object) -> None:
    assert await call(called, update) == 400


async def test_what_cannot_be_saved_is_asked_for_again(called: House, person: Person) -> None:
    def refuse(_arrival: Arrival) -> None:
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    called.receive_telegram = refuse

    assert await call(called, {"update_id": 7, "message": person.message(text="x")}) == 503


async def test_where_we_ask_ourselves_there_is_no_such_address(house: House) -> None:
    assert await call(house, {"update_id": 7}) == 404
